import { ApiProperty } from '@nestjs/swagger';
import { LENIENCY_REFUSALS, READINGS, type LeniencyRefusal, type Reading } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IdsField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '@htsm/api/core';

/** The places that hold 90 % of the draws. */
export class PlaceIntervalDto {
  @IntField({ min: 1, max: 100_000 }) best!: number;
  @IntField({ min: 1, max: 100_000 }) worst!: number;
}

/** How much higher than the panel one reviewer scores, in points with two decimals. */
export class ReviewerLeniencyDto {
  @IdField() reviewerId!: string;
  @TextField({ max: 200 }) name!: string;
  /** Above 0 is lenient, below 0 is strict. */
  @ApiProperty({ type: Number }) effect!: number;
  @ApiProperty({ type: Number }) standardError!: number;
  @IntField({ min: 1, max: 1000 }) reviewCount!: number;
}

/** What the scores say of leniency. */
export class LeniencyDto {
  /** Why scores are not adjusted; null when they are. */
  @ChoiceField(LENIENCY_REFUSALS, { nullable: true }) refusal!: LeniencyRefusal | null;
  /** Names of the reviewers with too few shared proposals; empty for other refusals. */
  @TextsField({ maxItems: 1000, max: 200 }) tooFewFrom!: string[];
  /** Number of groups that no review connects. */
  @IntField({ min: 0, max: 100_000 }) groups!: number;
  /** Whether any difference between reviewers was found; without it the adjusted scores are the raw ones. */
  @BooleanField() hasDifferences!: boolean;
  /** The most lenient first; empty when scores are not adjusted. */
  @ObjectsField(() => ReviewerLeniencyDto, { maxItems: 1000 }) reviewers!: ReviewerLeniencyDto[];
}

/** How often each score was given for a criterion. */
export class ScoreDistributionDto {
  @IdField() criterionId!: string;
  /** Number of reviews that gave 0, 1, 2, 3, 4 and 5. */
  @ApiProperty({ type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 6, maxItems: 6 }) counts!: number[];
  @IntField({ min: 0, max: 1_000_000 }) notApplicable!: number;
  @ApiProperty({ type: Number, nullable: true }) mean!: number | null;
}

/** The difference between the highest and the lowest score for a criterion. */
export class CriterionSpreadDto {
  @IdField() criterionId!: string;
  @ApiProperty({ type: Number }) spread!: number;
}

/** A proposal on which the reviewers differ so much that the panel should talk. */
export class DisagreementDto {
  @IdField() proposalId!: string;
  @ApiProperty({ type: Number }) spread!: number;
  /** The criteria on which they differ as much, widest first. */
  @ObjectsField(() => CriterionSpreadDto, { maxItems: 10 }) criteria!: CriterionSpreadDto[];
}

/** The weight at which another proposal comes first, in two decimals to the safe side. */
export class WeightFlipDto {
  @ApiProperty({ type: Number }) weight!: number;
  @IdField() rivalId!: string;
}

/** How far the weight of one criterion can move, the others in proportion, before first place changes. */
export class WeightRangeDto {
  @IdField() criterionId!: string;
  @ApiProperty({ type: Number }) weight!: number;
  /** Null when it can fall to 0. */
  @ObjectField(() => WeightFlipDto, { nullable: true }) below!: WeightFlipDto | null;
  /** Null when it can rise to all. */
  @ObjectField(() => WeightFlipDto, { nullable: true }) above!: WeightFlipDto | null;
}

/** The smallest move of one weight that changes first place. */
export class SmallestChangeDto {
  @IdField() criterionId!: string;
  /** The weight at which it changes. */
  @ApiProperty({ type: Number }) weight!: number;
  @IdField() rivalId!: string;
  /** How far that is from the weight now, in points. */
  @ApiProperty({ type: Number }) points!: number;
}

/** First place without the reviews of one person. */
export class WithoutReviewerDto {
  @IdField() reviewerId!: string;
  @TextField({ max: 200 }) name!: string;
  @IdsField({ maxItems: 1000 }) leaders!: string[];
  @BooleanField() isChanged!: boolean;
}

/** First place in another reading of the same reviews. */
export class ReadingDto {
  @ChoiceField(READINGS) reading!: Reading;
  @IdsField({ maxItems: 1000 }) leaders!: string[];
  @BooleanField() isChanged!: boolean;
}

/** How firmly first place is held, by what the reader may see. */
export class StabilityDto {
  /** The proposals on place 1; more than one when it is shared. */
  @IdsField({ maxItems: 1000 }) leaders!: string[];
  /** In the order of the criteria; empty when first place is shared or has no rival. */
  @ObjectsField(() => WeightRangeDto, { maxItems: 10 }) weights!: WeightRangeDto[];
  @ObjectField(() => SmallestChangeDto, { nullable: true }) smallestChange!: SmallestChangeDto | null;
  /** By name. */
  @ObjectsField(() => WithoutReviewerDto, { maxItems: 1000 }) withoutReviewer!: WithoutReviewerDto[];
  /** Number of scores that say "not applicable". */
  @IntField({ min: 0, max: 1_000_000 }) notApplicable!: number;
  @ObjectsField(() => ReadingDto, { maxItems: 10 }) readings!: ReadingDto[];
  /** Whether the reader still has to judge some of it, so that the report is about the rest. */
  @BooleanField() isPartial!: boolean;
}
