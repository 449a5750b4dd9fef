import type { JudgedProposal, RankedProposal } from './ranking';
import { MAX_SCORE, SPREAD_TO_DISCUSS, mean, spread, type WeightedCriterion } from './scoring';

/** A proposal on which the reviewers differ so much that the panel should talk. */
export interface Disagreement {
  readonly id: string;
  /** Highest minus lowest reviewer, over all criteria. */
  readonly spread: number;
  /** The criteria on which they differ as much, widest first. */
  readonly criteria: readonly { readonly criterionId: string; readonly spread: number }[];
}

/** How often each score was given for a criterion. */
export interface ScoreDistribution {
  readonly criterionId: string;
  /** Number of reviews that gave 0, 1, 2, 3, 4 and 5. */
  readonly counts: readonly number[];
  readonly notApplicable: number;
  readonly mean: number | null;
}

/** Gives the proposals to talk about, those with the widest spread first and then in the order given. */
export function disagreements(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
  ranked: readonly RankedProposal[],
): Disagreement[] {
  const spreads = new Map(ranked.map((proposal) => [proposal.id, proposal.spread ?? 0]));
  return proposals
    .map((proposal) => ({
      id: proposal.id,
      spread: spreads.get(proposal.id) ?? 0,
      criteria: criteria
        .map(({ id }) => ({ criterionId: id, spread: spread(scoresFor([proposal], id)) ?? 0 }))
        .filter((criterion) => criterion.spread >= SPREAD_TO_DISCUSS)
        .sort((one, other) => other.spread - one.spread),
    }))
    .filter((proposal) => proposal.spread >= SPREAD_TO_DISCUSS)
    .sort((one, other) => other.spread - one.spread);
}

/** Counts the scores of each criterion over all reviews, in the order of the criteria. */
export function scoreDistributions(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
): ScoreDistribution[] {
  return criteria.map(({ id }) => {
    const given = scoresFor(proposals, id);
    return {
      criterionId: id,
      counts: Array.from({ length: MAX_SCORE + 1 }, (_, score) => given.filter((one) => one === score).length),
      notApplicable: proposals
        .flatMap(({ reviews }) => reviews.flatMap(({ scores }) => scores))
        .filter((score) => score.criterionId === id && score.isNotApplicable).length,
      mean: mean(given),
    };
  });
}

function scoresFor(proposals: readonly JudgedProposal[], criterionId: string): number[] {
  return proposals
    .flatMap(({ reviews }) => reviews.flatMap(({ scores }) => scores))
    .filter((score) => score.criterionId === criterionId && !score.isNotApplicable)
    .flatMap(({ score }) => (score === null ? [] : [score]));
}
