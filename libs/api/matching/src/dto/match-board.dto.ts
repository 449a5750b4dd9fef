import {
  DECLINE_REASONS,
  REMINDER_DAYS,
  SUGGESTION_OUTCOMES,
  SUGGESTION_STATES,
  type DeclineReason,
  type SuggestionOutcome,
  type SuggestionState,
} from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  DateField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { PLACED_BY, RequirementLineDto, ScorePartsDto } from './recommendation.dto';

/** What the taskforce does before an SME is invited. */
export const BOARD_ACTS = ['add', 'pin', 'unpin', 'veto', 'lift_veto'] as const;
export type BoardAct = (typeof BOARD_ACTS)[number];
/** What the taskforce does once an SME said yes. */
export const BOARD_STEPS = ['introduce', 'agree'] as const;
export type BoardStep = (typeof BOARD_STEPS)[number];
/** How an SME could be a party to the challenge already. */
export const STAKES = ['works_for_owner', 'is_taskforce', 'is_reviewer'] as const;
export type Stake = (typeof STAKES)[number];
/** Why an SME is left out when many are invited. */
export const INVITE_PROBLEMS = ['nobody', 'already', 'vetoed'] as const;
export type InviteProblem = (typeof INVITE_PROBLEMS)[number];
const VERSION = { min: 1, max: 2_000_000_000 };

/** What came of an introduction. */
export class SuggestionOutcomeDto {
  @ChoiceField(SUGGESTION_OUTCOMES) kind!: SuggestionOutcome;
  @DateField() on!: string;
  @TextField({ max: 1000 }) words!: string;
}

/** An SME on the board of a challenge. */
export class CandidateDto {
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: 120 }) city!: string;
  /** Null until somebody did something about it. */
  @IdField({ nullable: true }) suggestionId!: string | null;
  @ChoiceField(SUGGESTION_STATES) state!: SuggestionState;
  /** 0 until somebody did something about it. */
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
  @BooleanField() isByHand!: boolean;
  @BooleanField() isPinned!: boolean;
  @TextField({ max: 500 }) pinReason!: string;
  @TextField({ max: 500 }) vetoReason!: string;
  /** In millionths; null when it is not among those that fit. */
  @IntField({ min: 0, max: 1_000_000, nullable: true }) score!: number | null;
  @ObjectField(() => ScorePartsDto, { nullable: true }) parts!: ScorePartsDto | null;
  /** Why it stands here, apart from a pin; by score when it has none. */
  @ChoiceField(PLACED_BY) placedBy!: (typeof PLACED_BY)[number];
  /** What the challenge asks and the profile does not meet or does not tell. */
  @ObjectsField(() => RequirementLineDto, { maxItems: 20 }) unmet!: RequirementLineDto[];
  @ChoicesField(STAKES) stakes!: Stake[];
  /** People who would get its mail. */
  @IntField({ min: 0, max: 100_000 }) recipients!: number;
  @InstantField({ nullable: true }) invitedAt!: string | null;
  @InstantField({ nullable: true }) remindAt!: string | null;
  @InstantField({ nullable: true }) remindedAt!: string | null;
  @InstantField({ nullable: true }) answeredAt!: string | null;
  @InstantField({ nullable: true }) introducedAt!: string | null;
  @InstantField({ nullable: true }) agreedAt!: string | null;
  @InstantField({ nullable: true }) concludedAt!: string | null;
  /** What the taskforce wrote for this SME. */
  @TextField({ max: 600 }) personal!: string;
  @TextField({ max: 200, nullable: true }) answeredBy!: string | null;
  @ChoiceField(DECLINE_REASONS, { nullable: true }) declineReason!: DeclineReason | null;
  /** The SME's own words with its answer. */
  @TextField({ max: 1000 }) words!: string;
  @ObjectField(() => SuggestionOutcomeDto, { nullable: true }) outcome!: SuggestionOutcomeDto | null;
}

/** The board of a challenge: pinned ones first, then the best in a fair order. */
export class MatchBoardDto {
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @InstantField({ nullable: true }) closesAt!: string | null;
  /** Whether the challenge takes proposals, so that inviting makes sense. */
  @BooleanField() isOpen!: boolean;
  @ObjectsField(() => CandidateDto, { maxItems: 1000 }) items!: CandidateDto[];
  @InstantField() now!: string;
}

/** Something done about one SME before it is invited. */
export class JudgeCandidateDto {
  @IdField() organisationId!: string;
  @ChoiceField(BOARD_ACTS) act!: BoardAct;
  /** Goes into the log; asked for a pin and a veto. */
  @TextField({ max: 500 }) reason!: string;
}

/** Whom to invite, and with what. */
export class InviteSmesDto {
  @IdsField({ minItems: 1, maxItems: 50 }) organisationIds!: string[];
  /** A sentence that goes into each of these mails. */
  @TextField({ max: 600 }) personal!: string;
  /** Days after which one reminder goes out; null for none. */
  @IntField({ min: REMINDER_DAYS.min, max: REMINDER_DAYS.max, nullable: true }) remindAfterDays!: number | null;
}

/** A mail as one person will get it. */
export class InvitationMailDto {
  @TextField({ max: 200 }) to!: string;
  @ChoiceField(['nl', 'en']) locale!: 'nl' | 'en';
  @TextField({ max: 200 }) subject!: string;
  @TextField({ max: 20_000 }) text!: string;
}

/** What inviting one SME would do. */
export class InvitationPreviewDto {
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  /** Why it would get nothing; null when it gets the mails. */
  @ChoiceField(INVITE_PROBLEMS, { nullable: true }) problem!: InviteProblem | null;
  @ObjectsField(() => InvitationMailDto, { maxItems: 20 }) mails!: InvitationMailDto[];
}

/** What inviting would do, an entry for each SME in the order asked. */
export class InvitationPreviewsDto {
  @ObjectsField(() => InvitationPreviewDto, { maxItems: 50 }) items!: InvitationPreviewDto[];
}

/** What inviting did. */
export class InvitedDto {
  /** SMEs that got their mails. */
  @IntField({ min: 0, max: 50 }) invited!: number;
  @ObjectField(() => MatchBoardDto) board!: MatchBoardDto;
}

/** A step of the taskforce with an SME that said yes. */
export class BoardStepDto {
  @ChoiceField(BOARD_STEPS) step!: BoardStep;
  @IntField(VERSION) version!: number;
  /** Goes to both sides with an introduction, and into the log. */
  @TextField({ max: 500 }) words!: string;
}

/** What came of it. */
export class ConcludeDto extends SuggestionOutcomeDto {
  @IntField(VERSION) version!: number;
}

/** A part of a name. */
export class FindSmesQueryDto {
  @TextField({ max: 100, optional: true }) q?: string;
}

/** An SME that can be put on the board. */
export class FoundSmeDto {
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: 120 }) city!: string;
}

/** SMEs by name. */
export class FoundSmesDto {
  @ObjectsField(() => FoundSmeDto, { maxItems: 20 }) items!: FoundSmeDto[];
}
