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
  const judged = proposals.map((proposal) => judge(criteria, proposal)).sort((a, b) => sortKey(b) - sortKey(a));
  return judged.map((proposal) => ({ ...proposal, place: placeOf(proposal, judged) }));
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

function judge(criteria: readonly WeightedCriterion[], proposal: JudgedProposal): RankedProposal {
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

function placeOf(proposal: RankedProposal, all: readonly RankedProposal[]): number | null {
  if (proposal.mean === null || proposal.isKnockedOut) return null;
  return 1 + all.filter((other) => sortKey(other) > sortKey(proposal)).length;
}
