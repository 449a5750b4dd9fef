import { ApiProperty } from '@nestjs/swagger';
import {
  CHECK_IN_SIDES,
  EURO_RANGES,
  OUTCOME_SIDES,
  SUGGESTION_OUTCOMES,
  type CheckInSide,
  type Difference,
  type EuroRange,
  type OutcomeSide,
  type SuggestionOutcome,
} from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  DateField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

const MONTHS = { min: 1, max: 24 };

/** What is said of a collaboration. */
export class SayOutcomeDto {
  @ChoiceField(SUGGESTION_OUTCOMES) kind!: SuggestionOutcome;
  /** What it is worth; null when one does not say. */
  @ChoiceField(EURO_RANGES, { nullable: true }) euros!: EuroRange | null;
  @TextField({ max: 1000 }) words!: string;
}

/** The token of a mailed question. */
export class CheckInLinkDto {
  @TextField({ min: 1, max: 200 }) token!: string;
}

/** The answer of one side, by the mailed link. */
export class AnswerCheckInDto extends SayOutcomeDto {
  @TextField({ min: 1, max: 200 }) token!: string;
}

/** What the taskforce heard. */
export class NoteOutcomeDto extends SayOutcomeDto {
  /** The day on which it was so. */
  @DateField() on!: string;
}

/** A line of the ledger. */
export class OutcomeLineDto {
  @ChoiceField(OUTCOME_SIDES) side!: OutcomeSide;
  /** The months after which it was asked; null for the taskforce. */
  @IntField({ ...MONTHS, nullable: true }) months!: number | null;
  @ChoiceField(SUGGESTION_OUTCOMES) kind!: SuggestionOutcome;
  @ChoiceField(EURO_RANGES, { nullable: true }) euros!: EuroRange | null;
  @DateField() on!: string;
  @TextField({ max: 1000 }) words!: string;
  @InstantField() reportedAt!: string;
}

/** A mailed question, and what this side answered to it before. */
export class AskedDto {
  @ChoiceField(CHECK_IN_SIDES) side!: CheckInSide;
  @IntField(MONTHS) months!: number;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) partnerName!: string;
  @TextField({ max: 200 }) ownName!: string;
  /** The last answer; null when there is none yet. */
  @ObjectField(() => OutcomeLineDto, { nullable: true }) answer!: OutcomeLineDto | null;
}

/** One moment at which both sides are asked, with what each said last. */
export class MomentDto {
  @IntField(MONTHS) months!: number;
  @InstantField() dueAt!: string;
  /** Whether a side was asked. */
  @BooleanField() isAsked!: boolean;
  @ObjectField(() => OutcomeLineDto, { nullable: true }) sme!: OutcomeLineDto | null;
  @ObjectField(() => OutcomeLineDto, { nullable: true }) owner!: OutcomeLineDto | null;
  /** What the two say otherwise. */
  @ChoicesField(['kind', 'euros']) differences!: Difference[];
}

/** The ledger of a challenge and an SME. */
export class CollaborationDto {
  @IdField() id!: string;
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @InstantField() beganAt!: string;
  /** Whether the sides say something else of any moment. */
  @BooleanField() isDisputed!: boolean;
  /** By month. */
  @ObjectsField(() => MomentDto, { maxItems: 4 }) moments!: MomentDto[];
  /** What the taskforce noted, newest first. */
  @ObjectsField(() => OutcomeLineDto, { maxItems: 20 }) noted!: OutcomeLineDto[];
}

/** One page of the ledger, newest agreement first. */
export class CollaborationsDto {
  @ObjectsField(() => CollaborationDto, { maxItems: 20 }) items!: CollaborationDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** Which part of the ledger to read. */
export class CollaborationsQueryDto {
  /** Only those whose sides say something else. */
  @ChoiceField(['disputed'], { optional: true }) only?: 'disputed';
  @TextField({ max: 500, optional: true }) cursor?: string;
}
