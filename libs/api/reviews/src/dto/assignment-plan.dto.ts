import { EXPERTISE_LIMITS, type Theme } from '@htsm/domain';
import { BIDS, type Bid } from '@htsm/domain/assignment';
import {
  BooleanField,
  ChoiceField,
  CodesField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
} from '@htsm/api/core';

/** What a plan may cover at most: pairs of proposals and reviewers. */
const MOST_PAIRS = 5_000;
const SHORTAGE_RULES = ['k', 'maxLoad', 'minLoad'] as const;

/** How reviewers are to be assigned. */
export class PlanAssignmentsDto {
  /** Reviewers for each proposal, those that it has included. */
  @IntField({ min: 1, max: 10 }) reviewsPerProposal!: number;
  /** Proposals of this challenge for each reviewer, at most; who has more keeps them. */
  @IntField({ min: 1, max: 200 }) maxPerReviewer!: number;
  /** Whether the proposal that is worst off is to be as well off as can be; otherwise the total fit alone counts. */
  @BooleanField() isFair!: boolean;
  /** Each proposal gets at least one reviewer who named one of these, where that can be; none asks for nothing. */
  @CodesField({ max: EXPERTISE_LIMITS.themes }) expertThemes!: Theme[];
  /** Whether each proposal gets at least one reviewer who has handed in reviews before, where that can be. */
  @BooleanField() pairsNewcomers!: boolean;
  /** Who may get new tasks. */
  @IdsField({ minItems: 1, maxItems: 500 }) reviewerIds!: string[];
}

/** A proposal and a reviewer. */
export class ReviewPairDto {
  @IdField() proposalId!: string;
  @IdField() reviewerId!: string;
}

/** A task of the plan. */
export class PlannedPairDto extends ReviewPairDto {
  /** How well the proposal fits what the reviewer knows, in millionths; 0 for a reviewer who never said. */
  @IntField({ min: 0, max: 1_000_000 }) fit!: number;
  /** How gladly the reviewer would, or null when they said nothing. */
  @ChoiceField(BIDS, { nullable: true }) bid!: Bid | null;
  /** Whether the reviewer named one of the themes that were asked for. */
  @BooleanField() isExpert!: boolean;
  /** Whether it would be made; others are there already. */
  @BooleanField() isNew!: boolean;
}

/** Why not every proposal gets its reviewers. */
export class ShortageDto {
  /** `k`: too few may judge one proposal. `maxLoad`: these reviewers are full. */
  @ChoiceField(SHORTAGE_RULES) rule!: (typeof SHORTAGE_RULES)[number];
  @IdsField({ maxItems: 1000 }) proposalIds!: string[];
  /** The only ones whom those proposals can still have; empty for `k`. */
  @IdsField({ maxItems: 500 }) reviewerIds!: string[];
  /** Reviews that there can be, and that are needed. */
  @IntField({ min: 0, max: 100_000 }) available!: number;
  @IntField({ min: 0, max: 100_000 }) needed!: number;
}

/** Who would judge what. Nothing is assigned before the plan is applied. */
export class AssignmentPlanDto {
  /** By proposal, then by reviewer. */
  @ObjectsField(() => PlannedPairDto, { maxItems: MOST_PAIRS }) pairs!: PlannedPairDto[];
  /** The proposal of each place that nobody can take. */
  @IdsField({ maxItems: MOST_PAIRS }) unfilledProposalIds!: string[];
  @ObjectField(() => ShortageDto, { nullable: true }) shortage!: ShortageDto | null;
  /** Proposals without anybody who named the themes; empty when none were asked for. */
  @IdsField({ maxItems: 1000 }) withoutExpertIds!: string[];
  /** Proposals that only newcomers would judge; empty when that was not asked for. */
  @IdsField({ maxItems: 1000 }) newcomersOnlyIds!: string[];
}

/** The tasks of a plan that are to be made. */
export class ApplyPlanDto {
  @ObjectsField(() => ReviewPairDto, { maxItems: MOST_PAIRS }) pairs!: ReviewPairDto[];
  /** In the future. */
  @InstantField() dueAt!: string;
}
