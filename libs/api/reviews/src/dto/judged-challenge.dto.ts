import { CHALLENGE_STATES, type ChallengeState } from '@htsm/domain';
import { ChoiceField, IdField, InstantField, IntField, TextField, TextsField } from '@htsm/api/core';

/** A criterion in the reader's language. */
export class JudgedCriterionDto {
  @IdField() id!: string;
  @TextField({ max: 160 }) title!: string;
  /** Percentage of the whole. */
  @IntField({ min: 0, max: 100 }) weight!: number;
  /** Score below which a proposal drops out, or null. */
  @IntField({ min: 1, max: 5, nullable: true }) knockOutMinimum!: number | null;
  /** Words for the scores 0 to 5, in that order; may be empty. */
  @TextsField({ maxItems: 6, max: 80 }) scoreLabels!: string[];
}

/** What the pages about judging say of a challenge, in the reader's language. */
export class JudgedChallengeDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) slug!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  @InstantField({ nullable: true }) closesAt!: string | null;
  /** When the decision is promised. */
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
}
