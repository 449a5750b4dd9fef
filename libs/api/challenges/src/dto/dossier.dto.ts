import { ApiProperty } from '@nestjs/swagger';
import { CHALLENGE_SECTIONS, CHALLENGE_STATES, type ChallengeSection, type ChallengeState } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { ChallengeAttachmentDto } from './attachment.dto';
import { ChallengeFieldsDto } from './challenge-fields.dto';
import { CriterionDto } from './criterion.dto';

/** One thing to mend or to consider, in the reader's language. */
export class FindingDto {
  @TextField({ max: 60 }) code!: string;
  @ChoiceField(CHALLENGE_SECTIONS) section!: ChallengeSection;
  /** Field, as in the edit request: `closesAt`, `criteria.0.weight`. */
  @TextField({ max: 80 }) path!: string;
  @TextField({ max: 400 }) text!: string;
}

/** One line of the wizard's task list. */
export class SectionDto {
  @ChoiceField(CHALLENGE_SECTIONS) section!: ChallengeSection;
  @ChoiceField(['empty', 'incomplete', 'complete', 'optional']) progress!:
    'empty' | 'incomplete' | 'complete' | 'optional';
  /** Number of blocking findings in it. */
  @IntField({ min: 0, max: 100 }) open!: number;
}

/** One change of state. */
export class ChallengeTransitionDto {
  @ChoiceField(CHALLENGE_STATES) fromState!: ChallengeState;
  @ChoiceField(CHALLENGE_STATES) toState!: ChallengeState;
  /** Empty when the clock did it. */
  @TextField({ max: 200 }) actorName!: string;
  @TextField({ max: 2000, nullable: true }) reason!: string | null;
  @InstantField() occurredAt!: string;
}

/** The long texts as safe HTML. */
export class ChallengeHtmlDto {
  @TextField({ max: 30_000 }) problemNl!: string;
  @TextField({ max: 30_000 }) problemEn!: string;
  @TextField({ max: 30_000 }) contextNl!: string;
  @TextField({ max: 30_000 }) contextEn!: string;
  @TextField({ max: 30_000 }) successNl!: string;
  @TextField({ max: 30_000 }) successEn!: string;
}

/** What may be done with a challenge now, by this reader. */
export class ChallengeStepsDto {
  @BooleanField() canEdit!: boolean;
  @BooleanField() canSubmit!: boolean;
  @BooleanField() canApprove!: boolean;
  @BooleanField() canRequestChanges!: boolean;
  @BooleanField() canCancel!: boolean;
}

/** A challenge as its owner and the taskforce see it: source texts, findings, history, steps. */
export class ChallengeDossierDto extends ChallengeFieldsDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) slug!: string;
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
  @InstantField({ nullable: true }) openedAt!: string | null;
  @InstantField({ nullable: true }) stoppedAcceptingAt!: string | null;
  @TextField({ max: 2000, nullable: true }) cancelReason!: string | null;
  @BooleanField() isDemo!: boolean;
  @InstantField() updatedAt!: string;
  @ObjectsField(() => CriterionDto, { maxItems: 10 }) criteria!: CriterionDto[];
  @ObjectsField(() => ChallengeAttachmentDto, { maxItems: 100 }) attachments!: ChallengeAttachmentDto[];
  @ObjectField(() => ChallengeHtmlDto) html!: ChallengeHtmlDto;
  /** What stops moderation; empty when it can be sent in. */
  @ObjectsField(() => FindingDto, { maxItems: 200 }) blocking!: FindingDto[];
  /** What tends to make challenges fail; the owner's choice. */
  @ObjectsField(() => FindingDto, { maxItems: 200 }) advice!: FindingDto[];
  @ObjectsField(() => SectionDto, { maxItems: 10 }) sections!: SectionDto[];
  /** Oldest first. */
  @ObjectsField(() => ChallengeTransitionDto, { maxItems: 1000 }) history!: ChallengeTransitionDto[];
  @ObjectField(() => ChallengeStepsDto) steps!: ChallengeStepsDto;
  /** The server's instant of this answer. */
  @InstantField() now!: string;
}

/** A challenge in the owner's or the taskforce's list. */
export class ChallengeRowDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) slug!: string;
  /** In the reader's language, else the other; may be empty. */
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  @InstantField({ nullable: true }) opensAt!: string | null;
  @InstantField({ nullable: true }) closesAt!: string | null;
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
  @InstantField({ nullable: true }) openedAt!: string | null;
  @InstantField() updatedAt!: string;
  /** When it came into its present state. */
  @InstantField() stateSince!: string;
  /** Reason of the last change of state, or null. */
  @TextField({ max: 2000, nullable: true }) lastReason!: string | null;
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
  @BooleanField() isDemo!: boolean;
}

/** One page of challenges, most recently changed first. */
export class ChallengeRowsDto {
  @ObjectsField(() => ChallengeRowDto, { maxItems: 20 }) items!: ChallengeRowDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @InstantField() now!: string;
}
