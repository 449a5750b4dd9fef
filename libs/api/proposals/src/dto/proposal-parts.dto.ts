import {
  CHALLENGE_STATES,
  IP_REGIMES,
  MAX_PRICE_EUR,
  PROPOSAL_LENGTHS,
  type ChallengeState,
  type IpRegime,
} from '@htsm/domain';
import { BooleanField, ChoiceField, IdField, InstantField, IntField, TextField } from '@htsm/api/core';

/** What a proposer needs to know of the challenge while writing; a language that was not written repeats the other. */
export class ProposalChallengeDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) slug!: string;
  /** By the clock: `open` ends at the closing instant. */
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  @TextField({ max: 200 }) ownerName!: string;
  @TextField({ max: 200 }) titleNl!: string;
  @TextField({ max: 200 }) titleEn!: string;
  @IntField({ min: 1, max: MAX_PRICE_EUR, nullable: true }) budgetEur!: number | null;
  @IntField({ min: 1, max: 100_000, nullable: true }) hoursAsked!: number | null;
  @ChoiceField(IP_REGIMES, { nullable: true }) ipRegime!: IpRegime | null;
  @InstantField() openedAt!: string;
  @InstantField() closesAt!: string;
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
}

/** A criterion of the challenge; a language that was not written repeats the other. */
export class ProposalCriterionDto {
  @IdField() id!: string;
  @TextField({ max: 300 }) titleNl!: string;
  @TextField({ max: 300 }) titleEn!: string;
  /** Percentage of the whole. */
  @IntField({ min: 0, max: 100 }) weight!: number;
  /** Score below which a proposal drops out, or null. */
  @IntField({ min: 1, max: 5, nullable: true }) knockOutMinimum!: number | null;
}

/** How the proposal meets one criterion. */
export class ProposalFitDto {
  @IdField() criterionId!: string;
  @TextField({ max: PROPOSAL_LENGTHS.fit, keepSpaces: true }) text!: string;
}

/** One reason why the draft cannot be submitted yet. */
export class ProposalGapDto {
  /** Field as in the edit request: `title`, `priceEur`, or `fits.<criterion id>`. */
  @TextField({ max: 60 }) path!: string;
  @ChoiceField(['required', 'too_many_words']) code!: 'required' | 'too_many_words';
  /** How many words too many; 0 for what is missing. */
  @IntField({ min: 0, max: 100_000 }) wordsOver!: number;
}

/** What the proposing organisation may do now. */
export class ProposalActionsDto {
  @BooleanField({ description: 'Whether text and files may change' }) canEdit!: boolean;
  @BooleanField({ description: 'Whether it can be submitted once it is complete' }) canSubmit!: boolean;
  @BooleanField({ description: 'Whether it can become a draft again' }) canPullBack!: boolean;
  @BooleanField({ description: 'Whether it can be withdrawn for good' }) canWithdraw!: boolean;
}
