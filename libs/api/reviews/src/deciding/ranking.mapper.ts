import {
  OUTCOME_STEPS,
  PROPOSAL_TRANSITIONS,
  anchorDrift,
  disagreements,
  judgeField,
  nextState,
  roundScore,
  scoreDistributions,
  type FieldProposal,
  type Leniency,
  type OutcomeStep,
  type Standing,
  type WeightedCriterion,
} from '@htsm/domain';
import type { AnchorDto } from '../dto/anchor.dto';
import type { LeniencyDto } from '../dto/field-judgement.dto';
import type { RankedProposalDto, RankingDto } from '../dto/ranking.dto';
import type { FieldRow } from './ranking.repository';

/** Gives the steps that the table allows for a standing. */
export function outcomeSteps(outcome: Standing): OutcomeStep[] {
  return OUTCOME_STEPS.filter((step) => nextState(PROPOSAL_TRANSITIONS, outcome, step) !== null);
}

/** Ranks the proposals, says how sure that is, and rounds what is shown. */
export function toRanking(
  criteria: readonly WeightedCriterion[],
  rows: readonly FieldRow[],
  { canDecide, anchorId }: { canDecide: boolean; anchorId: string | null },
): Pick<RankingDto, 'items' | 'leniency' | 'anchor' | 'disagreements' | 'distributions'> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { proposals, leniency } = judgeField(criteria, rows);
  return {
    items: proposals.flatMap((ranked) => {
      const row = byId.get(ranked.id);
      return row === undefined ? [] : [toRankedProposal(ranked, row, canDecide)];
    }),
    leniency: toLeniency(leniency, namesOf(rows)),
    anchor: toAnchor(
      proposals.find(({ id }) => id === anchorId),
      namesOf(rows),
    ),
    disagreements: disagreements(criteria, rows, proposals).map(({ id, spread, criteria: wide }) => ({
      proposalId: id,
      spread: roundScore(spread),
      criteria: wide.map((one) => ({ criterionId: one.criterionId, spread: roundScore(one.spread) })),
    })),
    distributions: scoreDistributions(criteria, rows).map(({ criterionId, counts, notApplicable, mean }) => ({
      criterionId,
      counts: [...counts],
      notApplicable,
      mean: rounded(mean),
    })),
  };
}

/** Gives the names of the reviewers by id. */
export function namesOf(rows: readonly FieldRow[]): Map<string, string> {
  return new Map(rows.flatMap(({ reviews }) => reviews.map((review) => [review.reviewerId, review.reviewerName])));
}

function toRankedProposal(ranked: FieldProposal, row: FieldRow, canDecide: boolean): RankedProposalDto {
  const scoreOf = new Map(ranked.reviewerScores.map(({ reviewerId, score }) => [reviewerId, score]));
  return {
    proposalId: row.id,
    number: row.number,
    title: row.title,
    organisationName: row.organisationName,
    organisationCity: row.organisationCity,
    place: ranked.place,
    interval: ranked.interval,
    adjusted: rounded(ranked.adjusted),
    adjustedPlace: ranked.adjustedPlace,
    adjustedInterval: ranked.adjustedInterval,
    mean: rounded(ranked.mean),
    median: rounded(ranked.median),
    spread: rounded(ranked.spread),
    reviewCount: ranked.reviewCount,
    missingReviews: ranked.missingReviews,
    isKnockedOut: ranked.isKnockedOut,
    isHiddenFromMe: row.isHiddenFromMe,
    criteria: ranked.criteria.map(({ criterionId, mean, isBelowMinimum }) => ({
      criterionId,
      mean: rounded(mean),
      isBelowMinimum,
    })),
    scores: row.reviews.map((review) => ({
      reviewId: review.id,
      reviewerName: review.reviewerName,
      score: rounded(scoreOf.get(review.reviewerId) ?? null),
      remark: review.remark,
      confidence: review.confidence,
    })),
    outcome: row.outcome,
    steps: canDecide && !row.isHiddenFromMe ? outcomeSteps(row.outcome) : [],
    version: row.version,
  };
}

function toAnchor(anchor: FieldProposal | undefined, names: ReadonlyMap<string, string>): AnchorDto | null {
  if (anchor === undefined) return null;
  const scores = anchorDrift(anchor.reviewerScores).map(({ reviewerId, score, drift }) => ({
    reviewerId,
    name: names.get(reviewerId) ?? '',
    score: roundScore(score),
    drift: rounded(drift),
  }));
  return { proposalId: anchor.id, scores };
}

function toLeniency(leniency: Leniency, names: ReadonlyMap<string, string>): LeniencyDto {
  const nameOf = (id: string): string => names.get(id) ?? '';
  if (!leniency.isAdjusted) {
    const { reason, reviewerIds, groups } = leniency;
    return {
      refusal: reason,
      tooFewFrom: reviewerIds.map(nameOf).sort(),
      groups,
      hasDifferences: false,
      reviewers: [],
    };
  }
  const reviewers = leniency.reviewers.map(({ reviewerId, effect, standardError, reviewCount }) => ({
    reviewerId,
    name: nameOf(reviewerId),
    effect: roundScore(effect),
    standardError: roundScore(standardError),
    reviewCount,
  }));
  return {
    refusal: null,
    tooFewFrom: [],
    groups: 1,
    hasDifferences: leniency.reviewerVariance > 0,
    reviewers: reviewers.sort((one, other) => other.effect - one.effect || one.name.localeCompare(other.name)),
  };
}

function rounded(score: number | null): number | null {
  return score === null ? null : roundScore(score);
}
