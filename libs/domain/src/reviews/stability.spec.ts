import fc from 'fast-check';
import { exampleField } from './testing/example-field';
import { rankField } from './field-judgement';
import { rankProposals, type JudgedProposal } from './ranking';
import type { WeightedCriterion } from './scoring';
import { changesWithin, stabilityOf, type Stability } from './stability';

const criteria = [
  { id: 'effect', weight: 50, knockOutMinimum: null },
  { id: 'plan', weight: 30, knockOutMinimum: null },
  { id: 'price', weight: 20, knockOutMinimum: null },
];

type Given = readonly (number | 'na')[];

/** A proposal with reviews by x, y and z, in this order. */
const proposal = (id: string, ...reviews: Given[]): JudgedProposal => ({
  id,
  expectedReviews: reviews.length,
  reviews: reviews.map((scores, index) => ({
    reviewerId: 'xyz'.charAt(index),
    scores: scores.map((score, at) => ({
      criterionId: criteria[at]?.id ?? '',
      score: score === 'na' ? null : score,
      isNotApplicable: score === 'na',
    })),
  })),
});

const report = (proposals: readonly JudgedProposal[], asked: readonly WeightedCriterion[] = criteria): Stability =>
  stabilityOf(asked, proposals, rankField(asked, proposals));

/** Gives one criterion this weight; the others keep their proportions. */
function moved(asked: readonly WeightedCriterion[], criterionId: string, weight: number): WeightedCriterion[] {
  const total = asked.reduce((sum, one) => sum + one.weight, 0);
  const others = total - (asked.find(({ id }) => id === criterionId)?.weight ?? 0);
  return asked.map((one) => ({
    ...one,
    weight: one.id === criterionId ? weight : (one.weight * (total - weight)) / others,
  }));
}

const firstOf = (asked: readonly WeightedCriterion[], proposals: readonly JudgedProposal[]): string =>
  rankProposals(asked, proposals).toSorted((one, other) => (other.mean ?? 0) - (one.mean ?? 0))[0]?.id ?? '';

describe('the weights between which first place stays', () => {
  it('equal the closed form', () => {
    // a leads b by 2 on effect, −1 on plan, −2 on price: 50 × 2 − 30 − 40 = 30 points of weight
    const { weights, smallestChange, leaders } = report([proposal('a', [4, 3, 2]), proposal('b', [2, 4, 4])]);
    const [effect, plan, price] = weights;
    expect(leaders).toEqual(['a']);
    // effect at v: 2v − (100 − v) × (30 + 40) / 50 = 0
    expect(effect?.below?.weight).toBeCloseTo(140 / 3.4, 10);
    expect(effect?.above).toBeNull();
    // plan at v: −v + (100 − v) × (100 − 40) / 70 = 0
    expect(plan?.above?.weight).toBeCloseTo((100 * (6 / 7)) / (1 + 6 / 7), 10);
    expect(plan?.below).toBeNull();
    // price at v: −2v + (100 − v) × (100 − 30) / 80 = 0
    expect(price?.above?.weight).toBeCloseTo(87.5 / 2.875, 10);
    expect(smallestChange).toEqual({ criterionId: 'effect', rivalId: 'b', weight: 140 / 3.4, points: 50 - 140 / 3.4 });
    expect([5, 8, 9, 20].map((points) => changesWithin({ smallestChange }, points))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('names the nearest of several rivals on each side', () => {
    const { weights } = report([proposal('a', [4, 3, 3]), proposal('b', [2, 4, 4]), proposal('c', [5, 1, 1])]);
    expect(weights[0]).toMatchObject({
      criterionId: 'effect',
      weight: 50,
      below: { rivalId: 'b' },
      above: { rivalId: 'c' },
    });
  });

  it.each([
    ['straight lines', 0],
    ['lines bent by "not applicable"', 0.2],
  ])('are where a search finds another first: %s', (_, notApplicable) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const size = { proposals: 6, reviewers: 4, reviewsEach: 3, criteria: 4, seed, noise: 2, notApplicable };
        const { criteria: asked, proposals } = exampleField(size);
        const { leaders, weights } = report(proposals, asked);
        const total = asked.reduce((sum, one) => sum + one.weight, 0);
        for (const { criterionId, weight, below, above } of weights) {
          for (const [end, flip] of [
            [0, below],
            [total, above],
          ] as const) {
            const last = flip?.weight ?? end;
            const kept = [0.1, 0.5, 0.9, 0.999].map((share) => weight + share * (last - weight));
            expect(kept.map((at) => firstOf(moved(asked, criterionId, at), proposals))).toEqual(
              kept.map(() => leaders[0]),
            );
            if (flip === null) continue;
            const past = flip.weight + Math.sign(end - weight) * 1e-6;
            const beyond = moved(asked, criterionId, Math.min(total, Math.max(0, past)));
            const means = new Map(rankProposals(beyond, proposals).map((one) => [one.id, one.mean ?? 0]));
            expect((means.get(flip.rivalId) ?? 0) - (means.get(leaders[0] ?? '') ?? 0)).toBeGreaterThan(-1e-9);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are not told of a shared first place, of one proposal, of one criterion, or of none', () => {
    const tie = report([proposal('a', [4, 4, 4]), proposal('b', [4, 4, 4])]);
    expect([tie.leaders, tie.weights, tie.smallestChange]).toEqual([['a', 'b'], [], null]);
    expect(report([proposal('a', [4, 4, 4])]).weights).toEqual([]);
    expect(report([proposal('a', [4]), proposal('b', [3])], criteria.slice(0, 1)).weights).toEqual([]);
    expect(report([])).toMatchObject({ leaders: [], weights: [], withoutReviewer: [] });
  });

  it('reach the ends: a criterion that has all the weight, or none', () => {
    const ends = criteria.map((one) => ({ ...one, weight: one.id === 'effect' ? 100 : 0 }));
    const { weights } = report([proposal('a', [4, 2, 2]), proposal('b', [3, 5, 3])], ends);
    // the others have no weight to keep in proportion, so they share alike: v = 2 (100 − v)
    expect(weights[0]).toMatchObject({ weight: 100, below: { rivalId: 'b' }, above: null });
    expect(weights[0]?.below?.weight).toBeCloseTo(200 / 3, 10);
    expect(weights[1]?.above?.weight).toBeCloseTo(25, 10);
    expect(weights[2]?.above?.weight).toBeCloseTo(50, 10);
  });
});

describe('first place', () => {
  it('without one reviewer', () => {
    const { withoutReviewer } = report([
      proposal('a', [5, 5, 5], [3, 3, 3], [3, 3, 3]),
      proposal('b', [3, 3, 3], [4, 4, 4], [3, 3, 3]),
    ]);
    expect(withoutReviewer).toEqual([
      { reviewerId: 'x', leaders: ['b'], isChanged: true },
      { reviewerId: 'y', leaders: ['a'], isChanged: false },
      { reviewerId: 'z', leaders: ['a'], isChanged: false },
    ]);
  });

  it('with "not applicable" read otherwise, by the median and adjusted', () => {
    const { notApplicable, readings } = report([
      proposal('a', [4, 4, 'na'], [4, 4, 'na'], [4, 4, 'na']),
      proposal('b', [4, 4, 3], [4, 4, 3], [4, 3, 3]),
      proposal('c', [0, 0, 0], [5, 5, 5], [5, 5, 5]),
    ]);
    expect(notApplicable).toBe(3);
    expect(readings).toEqual([
      { reading: 'not_applicable_as_zero', leaders: ['b'], isChanged: true },
      { reading: 'not_applicable_as_mean', leaders: ['a'], isChanged: false },
      { reading: 'median', leaders: ['c'], isChanged: true },
      { reading: 'adjusted', leaders: ['a'], isChanged: false },
    ]);
  });

  it('knows a knocked-out proposal only where a reading lifts or drops it', () => {
    const strict = criteria.map((one) => ({ ...one, knockOutMinimum: one.id === 'price' ? 2 : null }));
    const { leaders, readings, withoutReviewer, weights } = report(
      [proposal('a', [5, 5, 3], [5, 5, 0]), proposal('b', [3, 3, 3], [3, 3, 'na'])],
      strict,
    );
    expect(leaders).toEqual(['b']);
    expect(weights).toEqual([]);
    expect(readings.map(({ leaders: found }) => found)).toEqual([[], ['b'], ['b']]);
    expect(withoutReviewer).toEqual([
      { reviewerId: 'x', leaders: ['b'], isChanged: false },
      { reviewerId: 'y', leaders: ['a'], isChanged: true },
    ]);
  });
});
