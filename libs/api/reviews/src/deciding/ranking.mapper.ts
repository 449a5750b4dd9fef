import {
  OUTCOME_STEPS,
  PROPOSAL_TRANSITIONS,
  nextState,
  rankProposals,
  roundScore,
  type OutcomeStep,
  type RankedProposal,
  type Standing,
  type WeightedCriterion,
} from '@htsm/domain';
import type { RankedProposalDto } from '../dto/ranking.dto';
import type { DecidingProposal } from './decisions.repository';

/** Gives the steps that the table allows for a standing. */
export function outcomeSteps(outcome: Standing): OutcomeStep[] {
  return OUTCOME_STEPS.filter((step) => nextState(PROPOSAL_TRANSITIONS, outcome, step) !== null);
}

/** Ranks the proposals and rounds what is shown. */
export function toRanking(
  criteria: readonly WeightedCriterion[],
  proposals: readonly DecidingProposal[],
  canDecide: boolean,
): RankedProposalDto[] {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  return rankProposals(criteria, proposals).flatMap((ranked) => {
    const proposal = byId.get(ranked.id);
    return proposal === undefined ? [] : [toRankedProposal(ranked, proposal, canDecide)];
  });
}

function toRankedProposal(ranked: RankedProposal, proposal: DecidingProposal, canDecide: boolean): RankedProposalDto {
  const scoreOf = new Map(ranked.reviewerScores.map(({ reviewerId, score }) => [reviewerId, score]));
  return {
    proposalId: proposal.id,
    number: proposal.number,
    title: proposal.title,
    organisationName: proposal.organisationName,
    organisationCity: proposal.organisationCity,
    place: ranked.place,
    mean: rounded(ranked.mean),
    median: rounded(ranked.median),
    spread: rounded(ranked.spread),
    reviewCount: ranked.reviewCount,
    missingReviews: ranked.missingReviews,
    isKnockedOut: ranked.isKnockedOut,
    isHiddenFromMe: proposal.isHiddenFromMe,
    criteria: ranked.criteria.map(({ criterionId, mean, isBelowMinimum }) => ({
      criterionId,
      mean: rounded(mean),
      isBelowMinimum,
    })),
    scores: proposal.reviews.map((review) => ({
      reviewId: review.id,
      reviewerName: review.reviewerName,
      score: rounded(scoreOf.get(review.reviewerId) ?? null),
      remark: review.remark,
    })),
    outcome: proposal.outcome,
    steps: canDecide && !proposal.isHiddenFromMe ? outcomeSteps(proposal.outcome) : [],
    version: proposal.version,
  };
}

function rounded(score: number | null): number | null {
  return score === null ? null : roundScore(score);
}
