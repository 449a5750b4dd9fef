import type { JudgedProposal, SubmittedReview } from './ranking';
import type { WeightedCriterion } from './scoring';

/** The weight at which another proposal comes first. */
export interface WeightFlip {
  readonly weight: number;
  readonly rivalId: string;
}

/** How far the weight of one criterion can move before first place changes; null where it can go all the way. */
export interface WeightRange {
  readonly criterionId: string;
  readonly weight: number;
  readonly below: WeightFlip | null;
  readonly above: WeightFlip | null;
}

/** One review as a function of the weight of one criterion. */
interface MovingReview {
  /** Null when the criterion does not apply. */
  readonly own: number | null;
  /** Share of the other weights that this review scores, and the mean of their scores by those weights. */
  readonly share: number;
  readonly rest: number;
}

/** Steps in which a line that is not straight is searched. */
const STEPS = 200;
/** Halvings of a step: far finer than a weight is printed. */
const HALVINGS = 40;

/**
 * Gives for each criterion between which weights the first proposal stays before every rival, by means that are not
 * rounded. The weight of one criterion moves from 0 to the whole; the others share what is left in proportion to their
 * weights. When every criterion applies, the lead over a rival is then a straight line in that weight, with one zero at
 * `total × rest / (rest − own)`, where `own` and `rest` are the lead on that criterion and on the others together.
 * "Not applicable" bends the line, because a review then divides by fewer weights; its zero is searched for.
 */
export function weightRanges(
  criteria: readonly WeightedCriterion[],
  leader: JudgedProposal,
  rivals: readonly JudgedProposal[],
): WeightRange[] {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (criteria.length < 2 || total <= 0) return [];
  return criteria.map((criterion) => {
    const others = otherWeights(criteria, criterion.id);
    const lead = moving(leader, criterion.id, others);
    const flips = rivals.flatMap((rival) =>
      zerosBeside(lead, moving(rival, criterion.id, others), criterion.weight, total).map((weight) => ({
        weight,
        rivalId: rival.id,
      })),
    );
    const nearest = (side: WeightFlip[]): WeightFlip | null =>
      side.sort(
        (one, other) =>
          Math.abs(one.weight - criterion.weight) - Math.abs(other.weight - criterion.weight) ||
          (one.rivalId < other.rivalId ? -1 : 1),
      )[0] ?? null;
    return {
      criterionId: criterion.id,
      weight: criterion.weight,
      below: nearest(flips.filter(({ weight }) => weight < criterion.weight)),
      above: nearest(flips.filter(({ weight }) => weight > criterion.weight)),
    };
  });
}

/** Gives the weights of the others as shares of 1; alike when none of them has a weight. */
function otherWeights(criteria: readonly WeightedCriterion[], criterionId: string): Map<string, number> {
  const others = criteria.filter(({ id }) => id !== criterionId);
  const sum = others.reduce((all, { weight }) => all + weight, 0);
  return new Map(others.map(({ id, weight }) => [id, sum === 0 ? 1 / others.length : weight / sum]));
}

function moving(proposal: JudgedProposal, criterionId: string, others: ReadonlyMap<string, number>): MovingReview[] {
  return proposal.reviews.map((review) => movingReview(review, criterionId, others)).filter(isScored);
}

function movingReview(
  { scores }: SubmittedReview,
  criterionId: string,
  others: ReadonlyMap<string, number>,
): MovingReview {
  let [own, share, sum]: [number | null, number, number] = [null, 0, 0];
  for (const { criterionId: id, score, isNotApplicable } of scores) {
    if (isNotApplicable || score === null) continue;
    if (id === criterionId) own = score;
    const weight = others.get(id) ?? 0;
    share += weight;
    sum += weight * score;
  }
  return { own, share, rest: share === 0 ? 0 : sum / share };
}

function isScored({ own, share }: MovingReview): boolean {
  return own !== null || share > 0;
}

/** Gives the nearest weight below and the nearest above at which the lead is gone, as far as there are. */
function zerosBeside(lead: MovingReview[], rival: MovingReview[], weight: number, total: number): number[] {
  if ([...lead, ...rival].every(({ own, share }) => own !== null && share > 1 - 1e-9)) {
    return straightZero(lead, rival, total);
  }
  const leadAt = (at: number): number => meanAt(lead, at, total) - meanAt(rival, at, total);
  return [0, total].flatMap((end) => bentZero(leadAt, weight, end));
}

function straightZero(lead: MovingReview[], rival: MovingReview[], total: number): number[] {
  const meanOf = (reviews: MovingReview[], part: (review: MovingReview) => number): number =>
    reviews.reduce((sum, review) => sum + part(review), 0) / reviews.length;
  const own = meanOf(lead, (review) => review.own ?? 0) - meanOf(rival, (review) => review.own ?? 0);
  const rest = meanOf(lead, (review) => review.rest) - meanOf(rival, (review) => review.rest);
  if (rest === own) return [];
  const zero = (total * rest) / (rest - own);
  return zero >= 0 && zero <= total ? [zero] : [];
}

function bentZero(leadAt: (weight: number) => number, from: number, end: number): number[] {
  if (from === end) return [];
  const step = (end - from) / STEPS;
  for (let index = 1; index <= STEPS; index += 1) {
    if (leadAt(from + index * step) > 0) continue;
    let [kept, lost] = [from + (index - 1) * step, from + index * step];
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = (kept + lost) / 2;
      if (leadAt(middle) > 0) kept = middle;
      else lost = middle;
    }
    return [lost];
  }
  return [];
}

/** The mean of a proposal's reviews when the criterion has this weight. */
function meanAt(reviews: readonly MovingReview[], weight: number, total: number): number {
  let [sum, counted] = [0, 0];
  for (const { own, share, rest } of reviews) {
    const others = (total - weight) * share;
    const weights = (own === null ? 0 : weight) + others;
    if (weights === 0) continue;
    sum += ((own ?? 0) * (own === null ? 0 : weight) + rest * others) / weights;
    counted += 1;
  }
  return counted === 0 ? 0 : sum / counted;
}
