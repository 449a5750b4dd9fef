import { byProposalAndReviewer, type GivenScore } from './given-scores';
import { degreesOfFreedom, refuseToAdjust, type LeniencyRefused } from './leniency-bars';
import { inverseOf, multiply } from './symmetric-matrix';

/** How much higher than the panel a reviewer scores. */
export interface ReviewerEffect {
  readonly reviewerId: string;
  /** In points: above 0 is lenient, below 0 is strict; over all reviewers together 0. */
  readonly effect: number;
  /** In points; 0 when no difference between reviewers was found. */
  readonly standardError: number;
  readonly reviewCount: number;
}

/** What the scores say of leniency, and the scores without it. */
export interface LeniencyAdjusted {
  readonly isAdjusted: true;
  /** By id. */
  readonly reviewers: readonly ReviewerEffect[];
  /** The adjusted mean of each proposal with a score, by id; may lie a little outside 0 to 5. */
  readonly proposals: readonly { readonly proposalId: string; readonly score: number }[];
  /** Estimated variance between reviewers; 0 when none was found, and then every effect is 0. */
  readonly reviewerVariance: number;
  /** Estimated variance of what neither the proposal nor the reviewer explains. */
  readonly noiseVariance: number;
}

export type Leniency = LeniencyAdjusted | LeniencyRefused;

/** The scores as the equations need them, with numbers for ids. */
interface Design {
  readonly reviewerIds: readonly string[];
  readonly proposalIds: readonly string[];
  readonly proposalOf: Int32Array;
  readonly reviewerOf: Int32Array;
  readonly values: Float64Array;
  readonly means: Float64Array;
}

/** The equations for the reviewers after the proposals are eliminated. */
interface Equations {
  readonly size: number;
  readonly matrix: Float64Array;
  readonly right: Float64Array;
  /** Sum of squares around the mean of each proposal. */
  readonly within: number;
}

/** Differences below this are rounding of numbers, not of people. */
const NOTHING = 1e-12;

/**
 * Tells leniency from quality: score = proposal + reviewer + noise, with a parameter for each proposal and a random,
 * shrunken effect for each reviewer. The effects are the best linear unbiased predictions of Henderson's mixed model
 * equations; both variances come from his Method III, which fits constants and equates sums of squares to what they
 * are expected to be (C. R. Henderson, Estimation of variance and covariance components, Biometrics 9, 1953; Searle,
 * Casella and McCulloch, Variance Components, 1992, chapters 5 and 7). The same model, with shrunken proposals too,
 * corrected scores at NIPS (J. Platt and C. Burges, 2012; H. Ge, M. Welling and Z. Ghahramani, 2013). Proposals are not
 * shrunken here: without differences between reviewers the adjusted score is then the raw mean itself.
 *
 * Standard errors take both variances for known. The outcome does not depend on the order of the scores.
 */
export function adjustForLeniency(scores: readonly GivenScore[]): Leniency {
  const refused = refuseToAdjust(scores);
  if (refused !== null) return refused;
  const design = designOf([...scores].sort(byProposalAndReviewer));
  const equations = equationsOf(design);
  const { reviewerVariance, noiseVariance } = variancesOf(equations, degreesOfFreedom(scores));
  const { effects, errors } = predict(equations, reviewerVariance, noiseVariance);
  const counts = new Int32Array(equations.size);
  for (const reviewer of design.reviewerOf) counts[reviewer] = (counts[reviewer] ?? 0) + 1;
  return {
    isAdjusted: true,
    reviewers: design.reviewerIds.map((reviewerId, index) => ({
      reviewerId,
      effect: effects[index] ?? 0,
      standardError: errors[index] ?? 0,
      reviewCount: counts[index] ?? 0,
    })),
    proposals: adjusted(design, effects),
    reviewerVariance,
    noiseVariance,
  };
}

function designOf(scores: readonly GivenScore[]): Design {
  const proposalIds = [...new Set(scores.map(({ proposalId }) => proposalId))];
  const reviewerIds = [...new Set(scores.map(({ reviewerId }) => reviewerId))].sort();
  const proposalAt = new Map(proposalIds.map((id, index) => [id, index]));
  const reviewerAt = new Map(reviewerIds.map((id, index) => [id, index]));
  const proposalOf = Int32Array.from(scores, ({ proposalId }) => proposalAt.get(proposalId) ?? 0);
  const values = Float64Array.from(scores, ({ score }) => score);
  return {
    reviewerIds,
    proposalIds,
    proposalOf,
    reviewerOf: Int32Array.from(scores, ({ reviewerId }) => reviewerAt.get(reviewerId) ?? 0),
    values,
    means: meansBy(proposalOf, values, proposalIds.length),
  };
}

/** Gives the mean of the values in each group. */
function meansBy(groupOf: Int32Array, values: Float64Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  for (const [index, group] of groupOf.entries()) {
    sums[group] = (sums[group] ?? 0) + (values[index] ?? 0);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return sums.map((sum, group) => sum / (counts[group] ?? 1));
}

function equationsOf({ reviewerIds, proposalOf, reviewerOf, values, means }: Design): Equations {
  const size = reviewerIds.length;
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  let within = 0;
  const add = (row: number, column: number, value: number): void => {
    matrix[row * size + column] = (matrix[row * size + column] ?? 0) + value;
  };
  for (let start = 0; start < values.length;) {
    let end = start + 1;
    while (end < values.length && proposalOf[end] === proposalOf[start]) end += 1;
    for (let one = start; one < end; one += 1) {
      const reviewer = reviewerOf[one] ?? 0;
      const deviation = (values[one] ?? 0) - (means[proposalOf[one] ?? 0] ?? 0);
      within += deviation * deviation;
      right[reviewer] = (right[reviewer] ?? 0) + deviation;
      add(reviewer, reviewer, 1);
      for (let other = start; other < end; other += 1) add(reviewer, reviewerOf[other] ?? 0, -1 / (end - start));
    }
    start = end;
  }
  return { size, matrix, right, within };
}

/** Method III: the noise from what constants leave over, the reviewers from what their constants take away. */
function variancesOf(
  { size, matrix, right, within }: Equations,
  freedom: number,
): { reviewerVariance: number; noiseVariance: number } {
  const constants = multiply(inverseOf(withRidge(matrix, size, 0), size), right);
  const reduction = constants.reduce((sum, constant, index) => sum + constant * (right[index] ?? 0), 0);
  let trace = 0;
  for (let index = 0; index < size; index += 1) trace += matrix[index * size + index] ?? 0;
  const noiseVariance = Math.max(0, within - reduction) / freedom;
  const between = (reduction - (size - 1) * noiseVariance) / trace;
  return {
    reviewerVariance: between > NOTHING ? between : 0,
    noiseVariance: noiseVariance > NOTHING ? noiseVariance : 0,
  };
}

function predict(
  { size, matrix, right }: Equations,
  reviewerVariance: number,
  noiseVariance: number,
): { effects: Float64Array; errors: Float64Array } {
  if (reviewerVariance === 0) return { effects: new Float64Array(size), errors: new Float64Array(size) };
  const ridge = noiseVariance / reviewerVariance;
  const inverse = inverseOf(withRidge(matrix, size, ridge), size);
  // the direction in which all reviewers move together says nothing of one beside the others
  const common = 1 / (size * (ridge + 1));
  const errors = new Float64Array(size).map((_, index) =>
    Math.sqrt(Math.max(0, noiseVariance * ((inverse[index * size + index] ?? 0) - common))),
  );
  return { effects: multiply(inverse, right), errors };
}

/** Adds the ridge to the diagonal, and 1/size everywhere, which keeps the sum of the effects at 0. */
function withRidge(matrix: Float64Array, size: number, ridge: number): Float64Array {
  return matrix.map((value, index) => value + 1 / size + (index % (size + 1) === 0 ? ridge : 0));
}

function adjusted(design: Design, effects: Float64Array): { proposalId: string; score: number }[] {
  const { proposalIds, proposalOf, reviewerOf, means } = design;
  const effectOf = Float64Array.from(reviewerOf, (reviewer) => effects[reviewer] ?? 0);
  const lifts = meansBy(proposalOf, effectOf, proposalIds.length);
  return proposalIds.map((proposalId, index) => ({
    proposalId,
    score: (means[index] ?? 0) - (lifts[index] ?? 0),
  }));
}
