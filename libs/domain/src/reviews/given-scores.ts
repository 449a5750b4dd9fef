import type { JudgedProposal } from './ranking';
import { weightedScore, type WeightedCriterion } from './scoring';

/** The weighted score that one reviewer gave one proposal. */
export interface GivenScore {
  readonly proposalId: string;
  readonly reviewerId: string;
  /** 0 to 5, not rounded. */
  readonly score: number;
}

/** Gives the weighted score of every review that has one, by proposal and reviewer, whatever the order given. */
export function givenScores(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
): GivenScore[] {
  return proposals
    .flatMap(({ id, reviews }) =>
      reviews.flatMap(({ reviewerId, scores }) => {
        const score = weightedScore(criteria, scores);
        return score === null ? [] : [{ proposalId: id, reviewerId, score }];
      }),
    )
    .sort(byProposalAndReviewer);
}

/** Sorts by proposal, then reviewer, then score: sums over scores in this order are the same to the last bit. */
export function byProposalAndReviewer(one: GivenScore, other: GivenScore): number {
  return (
    compare(one.proposalId, other.proposalId) ||
    compare(one.reviewerId, other.reviewerId) ||
    compare(one.score, other.score)
  );
}

function compare<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
