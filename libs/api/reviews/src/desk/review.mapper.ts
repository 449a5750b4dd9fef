import { roundScore, weightedScore, type WeightedCriterion } from '@htsm/domain';
import type { FellowReviewDto, OwnReviewDto, ReviewScoreDto } from '../dto/review-desk.dto';
import type { ReviewRow } from './reviews.repository';

/** Gives the weighted score in two decimals, or null when nothing counts yet. */
export function roundedWeightedScore(
  criteria: readonly WeightedCriterion[],
  scores: readonly ReviewScoreDto[],
): number | null {
  const score = weightedScore(criteria, scores);
  return score === null ? null : roundScore(score);
}

/** Gives one score per criterion, in their order; what is not judged yet is empty. */
export function scoresInOrder(
  criteria: readonly WeightedCriterion[],
  scores: readonly ReviewScoreDto[],
): ReviewScoreDto[] {
  const given = new Map(scores.map((score) => [score.criterionId, score]));
  return criteria.map(({ id }) => {
    const { score = null, isNotApplicable = false, reason = '' } = given.get(id) ?? {};
    return { criterionId: id, score, isNotApplicable, reason };
  });
}

/** Shows a review to its writer. */
export function toOwnReview(criteria: readonly WeightedCriterion[], row: ReviewRow): OwnReviewDto {
  return {
    state: row.state,
    version: row.version,
    remark: row.remark,
    confidence: row.confidence,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    weightedScore: roundedWeightedScore(criteria, row.scores),
    scores: scoresInOrder(criteria, row.scores),
  };
}

/** Shows others' reviews without their names: A, B, C… */
export function toFellowReviews(criteria: readonly WeightedCriterion[], rows: readonly ReviewRow[]): FellowReviewDto[] {
  return rows.map((row, index) => ({
    label: String.fromCharCode(65 + index),
    remark: row.remark,
    confidence: row.confidence,
    weightedScore: roundedWeightedScore(criteria, row.scores),
    scores: scoresInOrder(criteria, row.scores),
  }));
}
