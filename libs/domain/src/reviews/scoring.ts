/** The part of a criterion that scoring needs. */
export interface WeightedCriterion {
  readonly id: string;
  /** Percentage of the whole, 0 to 100. */
  readonly weight: number;
  /** Mean score below which a proposal drops out, or null. */
  readonly knockOutMinimum: number | null;
}

/** What one reviewer gave for one criterion; neither a score nor "not applicable" means not judged yet. */
export interface CriterionScore {
  readonly criterionId: string;
  /** 0 to 5, or null. */
  readonly score: number | null;
  readonly isNotApplicable: boolean;
}

const { round } = Math;
/** A sum of weights such as 3.35 may be stored as 3.3499999…; this is far below any real difference. */
const NUDGE = 1e-9;

/** The highest score a criterion can get. */
export const MAX_SCORE = 5;
/** Number of characters from which a reason explains something. */
export const MIN_REASON_LENGTH = 10;
/** Difference between the highest and the lowest reviewer from which the panel should talk. */
export const SPREAD_TO_DISCUSS = 1.5;

/**
 * Gives the weighted score of one review, 0 to 5: a criterion that does not apply, or is not judged yet, is left out
 * and its weight goes to the rest in proportion. Null when nothing with a weight is scored.
 */
export function weightedScore(
  criteria: readonly WeightedCriterion[],
  scores: readonly CriterionScore[],
): number | null {
  const given = new Map(scores.filter((s) => !s.isNotApplicable).map((s) => [s.criterionId, s.score]));
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    const score = given.get(id) ?? null;
    if (score === null) continue;
    sum += score * weight;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** Gives the criteria that have neither a score nor "not applicable", in the order of the criteria. */
export function unjudgedCriteria<Criterion extends WeightedCriterion>(
  criteria: readonly Criterion[],
  scores: readonly CriterionScore[],
): Criterion[] {
  const judged = new Set(scores.filter((s) => s.isNotApplicable || s.score !== null).map((s) => s.criterionId));
  return criteria.filter((criterion) => !judged.has(criterion.id));
}

/** Gives the arithmetic mean, or null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Gives the middle value (the mean of the two middle ones when even in number), or null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return mean(sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(half - 1, half + 1));
}

/** Gives highest minus lowest; 0 for one value, null of nothing. */
export function spread(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values) - Math.min(...values);
}

/** Rounds a score half up, to two decimals for lists and one for chips; scores are rounded here and nowhere else. */
export function roundScore(score: number, decimals: 1 | 2 = 2): number {
  const unit = 10 ** decimals;
  return round(score * unit + NUDGE) / unit;
}

/** Gives a score as printed in lists, as a whole number of hundredths. */
export function scoreInHundredths(score: number): number {
  return round(score * 100 + NUDGE);
}
