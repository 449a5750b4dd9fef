import type { FieldRanking } from './field-judgement';
import {
  judgeProposal,
  placesBy,
  rankJudged,
  rankProposals,
  type JudgedProposal,
  type RankedProposal,
} from './ranking';
import { mean, type CriterionScore, type WeightedCriterion } from './scoring';
import { weightRanges, type WeightFlip, type WeightRange } from './weight-ranges';

/** Other ways to read the same reviews. */
export const READINGS = ['not_applicable_as_zero', 'not_applicable_as_mean', 'median', 'adjusted'] as const;
export type Reading = (typeof READINGS)[number];

/** Who comes first in another reading. */
export interface OtherLeaders {
  /** In the order given; more than one when first place is shared. */
  readonly leaders: readonly string[];
  /** Whether others come first than now. */
  readonly isChanged: boolean;
}

/** How firmly first place is held. */
export interface Stability {
  /** The proposals on place 1, in the order given; empty when none has a place. */
  readonly leaders: readonly string[];
  /** In the order of the criteria; empty when first place is shared or has no rival. */
  readonly weights: readonly WeightRange[];
  /** The smallest move of one weight that changes first place; null when no move of one weight does. */
  readonly smallestChange: (WeightFlip & { readonly criterionId: string; readonly points: number }) | null;
  /** By id of the reviewer. */
  readonly withoutReviewer: readonly (OtherLeaders & { readonly reviewerId: string })[];
  /** Number of scores that say "not applicable". */
  readonly notApplicable: number;
  /** In the order of `READINGS`; without "adjusted" when scores are not adjusted. */
  readonly readings: readonly (OtherLeaders & { readonly reading: Reading })[];
}

/**
 * Asks whether first place would change: when one weight moves and the others keep their proportions, when the reviews
 * of one person are left out, when "not applicable" counts as zero or as the mean that the criterion has over all
 * reviews of the challenge, and when the median or the adjusted mean decides. Knock-outs are taken anew each time.
 */
export function stabilityOf(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
  field: FieldRanking,
): Stability {
  const leaders = leadersBy(proposals, new Map(field.proposals.map(({ id, place }) => [id, place ?? 0])));
  const other = (found: readonly string[]): OtherLeaders => ({
    leaders: found,
    isChanged: found.length !== leaders.length || found.some((id, index) => id !== leaders[index]),
  });
  const weights = rangesOf(criteria, proposals, field, leaders);
  return {
    leaders,
    weights,
    smallestChange: smallestOf(weights),
    withoutReviewer: leadersWithout(criteria, proposals).map(({ reviewerId, leaders: found }) => ({
      reviewerId,
      ...other(found),
    })),
    notApplicable: scoresOf(proposals).filter(({ isNotApplicable }) => isNotApplicable).length,
    readings: READINGS.flatMap((reading) => {
      const found = leadersIn(reading, criteria, proposals, field);
      return found === null ? [] : [{ reading, ...other(found) }];
    }),
  };
}

/** Whether a move of any one weight by this many points can change first place. */
export function changesWithin({ smallestChange }: Pick<Stability, 'smallestChange'>, points: number): boolean {
  return smallestChange !== null && smallestChange.points <= points;
}

function rangesOf(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
  field: FieldRanking,
  leaders: readonly string[],
): WeightRange[] {
  const placed = new Set(field.proposals.filter(({ place }) => place !== null).map(({ id }) => id));
  const [leader, ...shared] = proposals.filter(({ id }) => leaders.includes(id));
  if (leader === undefined || shared.length > 0 || placed.size < 2) return [];
  return weightRanges(
    criteria,
    leader,
    proposals.filter(({ id }) => placed.has(id) && id !== leader.id),
  );
}

function smallestOf(weights: readonly WeightRange[]): Stability['smallestChange'] {
  const flips = weights.flatMap(({ criterionId, weight, below, above }) =>
    [below, above].flatMap((flip) =>
      flip === null ? [] : [{ ...flip, criterionId, points: Math.abs(flip.weight - weight) }],
    ),
  );
  return flips.sort((one, other) => one.points - other.points)[0] ?? null;
}

/** Gives who comes first in a reading; null when the reading is not there. */
function leadersIn(
  reading: Reading,
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
  field: FieldRanking,
): string[] | null {
  const placed = field.proposals.filter(({ place }) => place !== null);
  switch (reading) {
    case 'not_applicable_as_zero':
      return leadersOf(
        criteria,
        readAs(proposals, () => 0),
      );
    case 'not_applicable_as_mean': {
      const means = new Map(criteria.map(({ id }) => [id, mean(valuesOf(proposals, id))]));
      return leadersOf(
        criteria,
        readAs(proposals, (id) => means.get(id) ?? null),
      );
    }
    case 'median':
      return leadersBy(proposals, placesBy(placed.map(({ id, median: score }) => ({ id, score }))));
    case 'adjusted':
      if (!field.leniency.isAdjusted) return null;
      return leadersBy(proposals, new Map(placed.map(({ id, adjustedPlace }) => [id, adjustedPlace ?? 0])));
  }
}

function leadersOf(criteria: readonly WeightedCriterion[], proposals: readonly JudgedProposal[]): string[] {
  return firstOf(proposals, rankProposals(criteria, proposals));
}

/** Gives who comes first without each reviewer, by id; only what that person judged is judged again. */
function leadersWithout(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
): { reviewerId: string; leaders: string[] }[] {
  const judged = proposals.map((proposal) => judgeProposal(criteria, proposal));
  return reviewersOf(proposals).map((reviewerId) => {
    const again = proposals.map((proposal, index) => {
      const reviews = proposal.reviews.filter((review) => review.reviewerId !== reviewerId);
      const known = reviews.length === proposal.reviews.length ? judged[index] : undefined;
      return known ?? judgeProposal(criteria, { ...proposal, reviews });
    });
    return { reviewerId, leaders: firstOf(proposals, rankJudged(again)) };
  });
}

function firstOf(proposals: readonly JudgedProposal[], ranked: readonly RankedProposal[]): string[] {
  return leadersBy(proposals, new Map(ranked.map(({ id, place }) => [id, place ?? 0])));
}

function leadersBy(proposals: readonly JudgedProposal[], places: ReadonlyMap<string, number>): string[] {
  return proposals.filter(({ id }) => places.get(id) === 1).map(({ id }) => id);
}

/** Gives the proposals with another score where a criterion does not apply; null keeps it left out. */
function readAs(
  proposals: readonly JudgedProposal[],
  scoreFor: (criterionId: string) => number | null,
): JudgedProposal[] {
  const reread = (score: CriterionScore): CriterionScore => {
    const value = score.isNotApplicable ? scoreFor(score.criterionId) : null;
    return value === null ? score : { ...score, score: value, isNotApplicable: false };
  };
  return proposals.map((proposal) => ({
    ...proposal,
    reviews: proposal.reviews.map((review) => ({ ...review, scores: review.scores.map(reread) })),
  }));
}

function reviewersOf(proposals: readonly JudgedProposal[]): string[] {
  return [...new Set(proposals.flatMap(({ reviews }) => reviews.map(({ reviewerId }) => reviewerId)))].sort();
}

function scoresOf(proposals: readonly JudgedProposal[]): CriterionScore[] {
  return proposals.flatMap(({ reviews }) => reviews.flatMap(({ scores }) => scores));
}

function valuesOf(proposals: readonly JudgedProposal[], criterionId: string): number[] {
  return scoresOf(proposals).flatMap((one) =>
    one.criterionId !== criterionId || one.isNotApplicable || one.score === null ? [] : [one.score],
  );
}
