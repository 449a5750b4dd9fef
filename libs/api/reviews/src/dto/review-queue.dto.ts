import { ApiProperty } from '@nestjs/swagger';
import { ASSIGNMENT_STATES, CHALLENGE_STATES, type AssignmentState, type ChallengeState } from '@htsm/domain';
import { BooleanField, ChoiceField, IdField, InstantField, IntField, ObjectsField, TextField } from '@htsm/api/core';

/** One proposal in the reviewer's queue. */
export class QueuedReviewDto {
  @IdField() assignmentId!: string;
  /** The number by which people speak of the proposal. */
  @IntField({ min: 0, max: 1_000_000 }) number!: number;
  /** `assigned` means that the conflict of interest is still to be declared. */
  @ChoiceField(ASSIGNMENT_STATES) state!: AssignmentState;
  /** Whether something is written but not submitted. */
  @BooleanField() isDraft!: boolean;
  @InstantField() dueAt!: string;
  /** Whether every reviewer judges it first. */
  @BooleanField() isAnchor!: boolean;
  /** The reviewer's own weighted score, 0 to 5 in two decimals; null before submission. */
  @ApiProperty({ type: Number, nullable: true }) ownScore!: number | null;
}

/** The reviewer's work for one challenge. */
export class QueuedChallengeDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) slug!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  /** The first date by which something is due, or null when everything is in. */
  @InstantField({ nullable: true }) dueAt!: string | null;
  @IntField({ min: 0, max: 1000 }) total!: number;
  @IntField({ min: 0, max: 1000 }) submitted!: number;
  @IntField({ min: 0, max: 1000 }) drafts!: number;
  /** By number. */
  @ObjectsField(() => QueuedReviewDto, { maxItems: 500 }) items!: QueuedReviewDto[];
}

/** All work of the reviewer: what is due first comes first, what is done comes last. */
export class ReviewQueueDto {
  @ObjectsField(() => QueuedChallengeDto, { maxItems: 500 }) challenges!: QueuedChallengeDto[];
  @InstantField() now!: string;
}
