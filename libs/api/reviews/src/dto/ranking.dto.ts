import { ApiProperty } from '@nestjs/swagger';
import { CONFIDENCES, OUTCOME_STEPS, STANDINGS, type Confidence, type OutcomeStep, type Standing } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { AnchorDto } from './anchor.dto';
import { DisagreementDto, LeniencyDto, PlaceIntervalDto, ScoreDistributionDto } from './field-judgement.dto';
import { JudgedChallengeDto, JudgedCriterionDto } from './judged-challenge.dto';

/** The mean of one criterion, 0 to 5 in two decimals; "not applicable" is left out. */
export class CriterionMeanDto {
  @IdField() criterionId!: string;
  @ApiProperty({ type: Number, nullable: true }) mean!: number | null;
  /** Whether the mean is below the knock-out minimum. */
  @BooleanField() isBelowMinimum!: boolean;
}

/** One reviewer's weighted score, 0 to 5 in two decimals. */
export class ReviewerScoreDto {
  /** Id of the review. */
  @IdField() reviewId!: string;
  @TextField({ max: 200 }) reviewerName!: string;
  @ApiProperty({ type: Number, nullable: true }) score!: number | null;
  @TextField({ max: 4000 }) remark!: string;
  /** How sure of it the reviewer is; null when not said. */
  @ChoiceField(CONFIDENCES, { nullable: true }) confidence!: Confidence | null;
}

/** A proposal in the ranking; scores are 0 to 5 in two decimals. */
export class RankedProposalDto {
  @IdField() proposalId!: string;
  @IntField({ min: 0, max: 1_000_000 }) number!: number;
  @TextField({ max: 200 }) title!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: 120 }) organisationCity!: string;
  /** From 1; equal means share a place; null when knocked out or without a score. */
  @IntField({ min: 1, max: 100_000, nullable: true }) place!: number | null;
  /** Null without a place, or while no proposal has two reviews. */
  @ObjectField(() => PlaceIntervalDto, { nullable: true }) interval!: PlaceIntervalDto | null;
  /** The mean without the leniency of its reviewers; a little outside 0 to 5 at times; null when not adjusted. */
  @ApiProperty({ type: Number, nullable: true }) adjusted!: number | null;
  @IntField({ min: 1, max: 100_000, nullable: true }) adjustedPlace!: number | null;
  @ObjectField(() => PlaceIntervalDto, { nullable: true }) adjustedInterval!: PlaceIntervalDto | null;
  @ApiProperty({ type: Number, nullable: true }) mean!: number | null;
  @ApiProperty({ type: Number, nullable: true }) median!: number | null;
  /** Highest minus lowest reviewer. */
  @ApiProperty({ type: Number, nullable: true }) spread!: number | null;
  @IntField({ min: 0, max: 1000 }) reviewCount!: number;
  @IntField({ min: 0, max: 1000 }) missingReviews!: number;
  @BooleanField() isKnockedOut!: boolean;
  /** Whether the reader still has to judge it, so that the figures are empty for them. */
  @BooleanField() isHiddenFromMe!: boolean;
  @ObjectsField(() => CriterionMeanDto, { maxItems: 10 }) criteria!: CriterionMeanDto[];
  /** By name. */
  @ObjectsField(() => ReviewerScoreDto, { maxItems: 100 }) scores!: ReviewerScoreDto[];
  /** What the taskforce decided so far; others know only after the release. */
  @ChoiceField(STANDINGS) outcome!: Standing;
  /** Steps that are possible now. */
  @ChoicesField(OUTCOME_STEPS) steps!: OutcomeStep[];
  /** Version of outcome and answer; 0 when there is none yet. */
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
}

/** The standing of a challenge: ranked, then knocked out, then without a score. */
export class RankingDto {
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  @ObjectsField(() => JudgedCriterionDto, { maxItems: 10 }) criteria!: JudgedCriterionDto[];
  /** Whether outcomes can be chosen now. */
  @BooleanField() canDecide!: boolean;
  @IntField({ min: 0, max: 100_000 }) expectedReviews!: number;
  @IntField({ min: 0, max: 100_000 }) submittedReviews!: number;
  @ObjectsField(() => RankedProposalDto, { maxItems: 1000 }) items!: RankedProposalDto[];
  @ObjectField(() => LeniencyDto) leniency!: LeniencyDto;
  /** Null when no proposal is judged first by everybody. */
  @ObjectField(() => AnchorDto, { nullable: true }) anchor!: AnchorDto | null;
  /** Widest first. */
  @ObjectsField(() => DisagreementDto, { maxItems: 1000 }) disagreements!: DisagreementDto[];
  /** In the order of the criteria. */
  @ObjectsField(() => ScoreDistributionDto, { maxItems: 10 }) distributions!: ScoreDistributionDto[];
  @InstantField() now!: string;
}

/** The next step for one proposal. */
export class DecideOutcomeDto {
  @ChoiceField(OUTCOME_STEPS) step!: OutcomeStep;
  /** Version that the choice is based on; 0 for the first. */
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
}

/** Where a proposal stands. */
export class OutcomeDto {
  @IdField() proposalId!: string;
  @ChoiceField(STANDINGS) outcome!: Standing;
  @ChoicesField(OUTCOME_STEPS) steps!: OutcomeStep[];
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
}
