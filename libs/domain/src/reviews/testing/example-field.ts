import { randomFrom } from '../../chance/seeded-random';
import type { JudgedProposal } from '../ranking';
import { MAX_SCORE, type WeightedCriterion } from '../scoring';

/** How large and how noisy an example is; harshness is in points, by number of the reviewer. */
export interface FieldSize {
  readonly proposals: number;
  readonly reviewers: number;
  readonly reviewsEach: number;
  readonly criteria: number;
  readonly seed: number;
  readonly harshness?: Readonly<Record<number, number>>;
  /** Widest noise of one score, in points; 1 when left out. */
  readonly noise?: number;
  /** Share of scores that do not apply; none when left out. */
  readonly notApplicable?: number;
  /** Whether scores are whole numbers within the scale, as the form asks; true when left out. */
  readonly isOnScale?: boolean;
}

/** A field of which the quality of each proposal is known, for tests and measurements. */
export interface ExampleField {
  readonly criteria: WeightedCriterion[];
  readonly proposals: JudgedProposal[];
  /** Quality by number of the proposal. */
  readonly quality: number[];
}

/** Makes a field whose reviewers overlap in a circle, the same for the same size and seed. */
export function exampleField(size: FieldSize): ExampleField {
  const random = randomFrom(size.seed);
  const weights = Array.from({ length: size.criteria }, () => 1 + Math.floor(random() * 9));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const criteria = weights.map((weight, index) => ({
    id: `c${index}`,
    weight: (100 * weight) / sum,
    knockOutMinimum: null,
  }));
  const quality = Array.from({ length: size.proposals }, () => 1 + 3 * random());
  const scoreFor = (proposal: number, reviewer: number): number => {
    const noise = (random() * 2 - 1) * (size.noise ?? 1);
    const score = (quality[proposal] ?? 0) - (size.harshness?.[reviewer] ?? 0) + noise;
    return size.isOnScale === false ? score : Math.min(MAX_SCORE, Math.max(0, Math.round(score)));
  };
  const proposals = quality.map((_, proposal) => ({
    id: `p${proposal}`,
    expectedReviews: size.reviewsEach,
    reviews: reviewersFor(proposal, size, random).map((reviewer) => ({
      reviewerId: `r${reviewer}`,
      scores: criteria.map(({ id }) => {
        const isNotApplicable = random() < (size.notApplicable ?? 0);
        const score = scoreFor(proposal, reviewer);
        return { criterionId: id, score: isNotApplicable ? null : score, isNotApplicable };
      }),
    })),
  }));
  return { criteria, proposals, quality };
}

/** Gives different reviewers: the first in turn, so that all have work, the others at random. */
function reviewersFor(proposal: number, { reviewers, reviewsEach }: FieldSize, random: () => number): number[] {
  const chosen = new Set([proposal % reviewers]);
  while (chosen.size < Math.min(reviewsEach, reviewers)) chosen.add(Math.floor(random() * reviewers));
  return [...chosen];
}
