import fc from 'fast-check';
import { MATCH_TRANSITIONS } from './match-states';
import { rankProposals, type JudgedProposal } from './ranking';
import { mean, median, roundScore, spread, unjudgedCriteria, weightedScore, type CriterionScore } from './scoring';
import { unreachableStates } from '../states/state-table';

const criteria = [
  { id: 'effect', weight: 50, knockOutMinimum: 2 },
  { id: 'plan', weight: 30, knockOutMinimum: null },
  { id: 'price', weight: 20, knockOutMinimum: null },
];

const given = (
  effect: number | 'na' | null,
  plan: number | 'na' | null,
  price: number | 'na' | null,
): CriterionScore[] =>
  Object.entries({ effect, plan, price }).map(([criterionId, value]) => ({
    criterionId,
    score: value === 'na' ? null : value,
    isNotApplicable: value === 'na',
  }));

const anyScores = fc
  .tuple(...criteria.map(() => fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant('na' as const), fc.constant(null))))
  .map(([a = null, b = null, c = null]) => given(a, b, c));

const anyProposals = fc.array(
  fc.record({ expectedReviews: fc.integer({ min: 0, max: 5 }), reviews: fc.array(anyScores, { maxLength: 4 }) }),
  { maxLength: 8 },
);
const numbered = (list: { expectedReviews: number; reviews: CriterionScore[][] }[]): JudgedProposal[] =>
  list.map((proposal, index) => ({
    id: String(index),
    expectedReviews: proposal.expectedReviews,
    reviews: proposal.reviews.map((scores, reviewer) => ({ reviewerId: `r${reviewer}`, scores })),
  }));

describe('the weighted score', () => {
  it.each([
    [given(4, 3, 2), 3.3],
    [given(4, 3, 'na'), 3.625],
    [given('na', 'na', 2), 2],
    [given(0, 0, 0), 0],
    [given('na', 'na', 'na'), null],
    [given(null, null, null), null],
  ])('of %j is %s', (scores, expected) => {
    const score = weightedScore(criteria, scores);
    expect(score === null ? null : roundScore(score * 1000) / 1000).toBe(expected);
  });

  it('lies between the lowest and the highest score that counts', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const counted = scores.flatMap((s) => (s.score === null || s.isNotApplicable ? [] : [s.score]));
        const score = weightedScore(criteria, scores);
        if (counted.length === 0) return expect(score).toBeNull();
        expect(score).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-9);
        expect(score).toBeLessThanOrEqual(Math.max(...counted) + 1e-9);
      }),
    );
  });

  it('is the same when a criterion does not apply as when it is not asked', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const asked = criteria.filter((c) => scores.some((s) => s.criterionId === c.id && !s.isNotApplicable));
        expect(weightedScore(criteria, scores)).toBe(weightedScore(asked, scores));
      }),
    );
  });

  it('names what is not judged yet, and counts "not applicable" as judged', () => {
    expect(unjudgedCriteria(criteria, given(3, 'na', null)).map((c) => c.id)).toEqual(['price']);
  });
});

describe('figures', () => {
  it('are null of nothing', () => {
    expect([mean([]), median([]), spread([])]).toEqual([null, null, null]);
  });

  it('have the median between the extremes and the spread never negative', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 1 }), (values) => {
        expect(median(values)).toBeGreaterThanOrEqual(Math.min(...values));
        expect(median(values)).toBeLessThanOrEqual(Math.max(...values));
        expect(spread(values)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('round half up', () => {
    expect([roundScore(3.345), roundScore(3.35, 1), roundScore(0.05, 1), roundScore(2.994)]).toEqual([
      3.35, 3.4, 0.1, 2.99,
    ]);
  });
});

describe('the ranking', () => {
  it('gives mean, median, spread, missing reviews and the mean of each criterion', () => {
    const [only] = rankProposals(criteria, [
      {
        id: 'a',
        expectedReviews: 3,
        reviews: [
          { reviewerId: 'x', scores: given(4, 4, 4) },
          { reviewerId: 'y', scores: given(2, 2, 'na') },
        ],
      },
    ]);
    expect(only).toEqual({
      id: 'a',
      place: 1,
      mean: 3,
      median: 3,
      spread: 2,
      reviewCount: 2,
      missingReviews: 1,
      isKnockedOut: false,
      criteria: [
        { criterionId: 'effect', mean: 3, isBelowMinimum: false },
        { criterionId: 'plan', mean: 3, isBelowMinimum: false },
        { criterionId: 'price', mean: 4, isBelowMinimum: false },
      ],
      reviewerScores: [
        { reviewerId: 'x', score: 4 },
        { reviewerId: 'y', score: 2 },
      ],
    });
  });

  it('puts a proposal below a knock-out minimum after the ranked ones, without a place', () => {
    const one = (id: string, ...scores: CriterionScore[][]): JudgedProposal => ({
      id,
      expectedReviews: scores.length,
      reviews: scores.map((list, index) => ({ reviewerId: `r${index}`, scores: list })),
    });
    const ranked = rankProposals(criteria, [one('none'), one('out', given(1, 5, 5)), one('low', given(2, 1, 1))]);
    expect(ranked.map(({ id, place, isKnockedOut }) => [id, place, isKnockedOut])).toEqual([
      ['low', 1, false],
      ['out', null, true],
      ['none', null, false],
    ]);
  });

  it('keeps every proposal once, never rises, and gives ties one place in the order given', () => {
    fc.assert(
      fc.property(anyProposals, (list) => {
        const proposals = numbered(list);
        const ranked = rankProposals(criteria, proposals);
        expect(ranked.map((r) => r.id).sort()).toEqual(proposals.map((p) => p.id).sort());
        const placed = ranked.filter((r) => r.place !== null);
        for (const [index, current] of placed.entries()) {
          const before = placed[index - 1];
          if (before === undefined) continue;
          const [high, low] = [roundScore(before.mean ?? 0), roundScore(current.mean ?? 0)];
          expect(high).toBeGreaterThanOrEqual(low);
          expect(before.place === current.place).toBe(high === low);
          if (high === low) expect(Number(before.id)).toBeLessThan(Number(current.id));
        }
      }),
    );
  });

  it('does not depend on the order of the reviews', () => {
    fc.assert(
      fc.property(anyProposals, (list) => {
        const turned = list.map((p) => ({ ...p, reviews: [...p.reviews].reverse() }));
        const places = (l: typeof list): unknown => rankProposals(criteria, numbered(l)).map((r) => [r.id, r.place]);
        expect(places(turned)).toEqual(places(list));
      }),
    );
  });
});

it('reaches every phase of a match from the plan', () => {
  expect(unreachableStates(MATCH_TRANSITIONS, 'planned')).toEqual([]);
});
