import {
  mean,
  median,
  roundScore,
  spread,
  weightedScore,
  type CriterionScore,
  type WeightedCriterion,
} from './scoring';

/** A submitted review, as far as ranking needs it. */
export interface SubmittedReview {
  readonly reviewerId: string;
  readonly scores: readonly CriterionScore[];
}

/** A proposal with what its reviewers handed in. */
export interface JudgedProposal {
  readonly id: string;
  /** Number of reviewers it was assigned to, without those with a conflict of interest. */
  readonly expectedReviews: number;
  readonly reviews: readonly SubmittedReview[];
}

/** The mean of one criterion over the reviews in which it applies. */
export interface CriterionMean {
  readonly criterionId: string;
  readonly mean: number | null;
  /** Whether the mean lies below the knock-out minimum. */
  readonly isBelowMinimum: boolean;
}

/** A proposal with its place; figures are not rounded. */
export interface RankedProposal {
  readonly id: string;
  /** From 1; equal means share a place; null when knocked out or without a score. */
  readonly place: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly spread: number | null;
  readonly reviewCount: number;
  readonly missingReviews: number;
  readonly isKnockedOut: boolean;
  readonly criteria: readonly CriterionMean[];
  /** The weighted score of each review that has one, in the order given. */
  readonly reviewerScores: readonly { readonly reviewerId: string; readonly score: number }[];
}

/**
 * Ranks proposals by the mean of their reviews' weighted scores, compared as printed (two decimals): first those with
 * a place, then those knocked out, then those without a score; ties keep the order in which they were given.
 */
export function rankProposals(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
): RankedProposal[] {
  return rankJudged(proposals.map((proposal) => judgeProposal(criteria, proposal)));
}

/** Ranks proposals that were judged one by one; see `rankProposals`. */
export function rankJudged(proposals: readonly RankedProposal[]): RankedProposal[] {
  const judged = proposals.toSorted((a, b) => sortKey(b) - sortKey(a));
  const places = placesBy(judged.flatMap(({ id, mean: score, isKnockedOut }) => (isKnockedOut ? [] : [{ id, score }])));
  return judged.map((proposal) => ({ ...proposal, place: places.get(proposal.id) ?? null }));
}

/** Gives the place of each proposal by id, from 1; equal scores as printed share a place, without a score there is none. */
export function placesBy(
  scored: readonly { readonly id: string; readonly score: number | null }[],
): Map<string, number> {
  const known = scored.flatMap(({ id, score }) => (score === null ? [] : [{ id, printed: roundScore(score) }]));
  const sorted = known.map(({ printed }) => printed).sort((one, other) => other - one);
  const first = new Map<number, number>();
  for (const [index, printed] of sorted.entries()) if (!first.has(printed)) first.set(printed, index + 1);
  return new Map(known.map(({ id, printed }) => [id, first.get(printed) ?? 1]));
}

/** Gives the mean of each criterion, in the order of the criteria; "not applicable" is left out, never zero. */
export function criterionMeans(
  criteria: readonly WeightedCriterion[],
  reviews: readonly SubmittedReview[],
): CriterionMean[] {
  return criteria.map(({ id, knockOutMinimum }) => {
    const given = reviews
      .flatMap((review) => review.scores)
      .filter((score) => score.criterionId === id && !score.isNotApplicable)
      .flatMap((score) => (score.score === null ? [] : [score.score]));
    const value = mean(given);
    return {
      criterionId: id,
      mean: value,
      isBelowMinimum: value !== null && knockOutMinimum !== null && roundScore(value) < knockOutMinimum,
    };
  });
}

/** Gives the figures of one proposal, without a place. */
export function judgeProposal(criteria: readonly WeightedCriterion[], proposal: JudgedProposal): RankedProposal {
  const reviewerScores = proposal.reviews.flatMap(({ reviewerId, scores }) => {
    const score = weightedScore(criteria, scores);
    return score === null ? [] : [{ reviewerId, score }];
  });
  const values = reviewerScores.map(({ score }) => score);
  const means = criterionMeans(criteria, proposal.reviews);
  return {
    id: proposal.id,
    place: null,
    mean: mean(values),
    median: median(values),
    spread: spread(values),
    reviewCount: proposal.reviews.length,
    missingReviews: Math.max(0, proposal.expectedReviews - proposal.reviews.length),
    isKnockedOut: means.some((criterion) => criterion.isBelowMinimum),
    criteria: means,
    reviewerScores,
  };
}

/** Higher comes first: a place above knocked out (−100) above no score (−200). */
function sortKey(proposal: RankedProposal): number {
  if (proposal.mean === null) return -200;
  return roundScore(proposal.mean) - (proposal.isKnockedOut ? 100 : 0);
}
