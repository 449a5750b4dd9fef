import fc from 'fast-check';
import { exampleField, type FieldSize } from './testing/example-field';
import { judgeField } from './field-judgement';
import { givenScores, type GivenScore } from './given-scores';
import { adjustForLeniency, type LeniencyAdjusted } from './leniency';
import { countGroups, degreesOfFreedom } from './leniency-bars';
import { rankProposals } from './ranking';

/** One score for each letter: who gave it to which proposal. */
const given = (table: Readonly<Record<string, Readonly<Record<string, number>>>>): GivenScore[] =>
  Object.entries(table).flatMap(([reviewerId, scores]) =>
    Object.entries(scores).map(([proposalId, score]) => ({ proposalId, reviewerId, score })),
  );

const size: FieldSize = { proposals: 40, reviewers: 8, reviewsEach: 4, criteria: 3, seed: 1, noise: 0.5 };

function adjustedOf(wanted: FieldSize): LeniencyAdjusted {
  const { criteria, proposals } = exampleField(wanted);
  const leniency = adjustForLeniency(givenScores(criteria, proposals));
  if (!leniency.isAdjusted) throw new Error(`refused: ${leniency.reason}`);
  return leniency;
}

const correlation = (one: readonly number[], other: readonly number[]): number => {
  const centred = (values: readonly number[]): number[] => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [x, y] = [centred(one), centred(other)];
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
};

describe('leniency', () => {
  it.each([1, 2, 3, 4, 5])('recovers a harsh and a lenient reviewer within three standard errors (seed %i)', (seed) => {
    const harshness = { 2: 1.2, 5: -0.8 };
    const { reviewers } = adjustedOf({ ...size, seed, harshness, isOnScale: false });
    const centre = (1.2 - 0.8) / 8;
    for (const { reviewerId, effect, standardError, reviewCount } of reviewers) {
      const truth = centre - ({ r2: 1.2, r5: -0.8 }[reviewerId] ?? 0);
      expect(standardError).toBeGreaterThan(0);
      expect(standardError).toBeLessThan(0.15);
      expect(Math.abs(effect - truth)).toBeLessThan(3 * standardError + 0.05 * Math.abs(truth));
      expect(reviewCount).toBeGreaterThanOrEqual(5);
    }
  });

  it('brings the scores nearer to the quality than the raw means, and shrinks what it takes off', () => {
    const harsh = { ...size, harshness: { 0: 1.5, 1: 1, 6: -1, 7: -1.5 }, isOnScale: false };
    const { criteria, proposals, quality } = exampleField(harsh);
    const field = judgeField(criteria, proposals).proposals;
    const inOrder = field.toSorted((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)));
    const raw = correlation(
      quality,
      inOrder.map((one) => one.mean ?? 0),
    );
    const adjusted = correlation(
      quality,
      inOrder.map((one) => one.adjusted ?? 0),
    );
    expect(raw).toBeLessThan(0.95);
    expect(adjusted).toBeGreaterThan(0.97);
    const { reviewers, reviewerVariance } = adjustedOf(harsh);
    expect(reviewerVariance).toBeGreaterThan(0);
    expect(Math.abs(reviewers.reduce((sum, { effect }) => sum + effect, 0))).toBeLessThan(1e-9);
    const harshest = reviewers.find(({ reviewerId }) => reviewerId === 'r0');
    expect(harshest?.effect).toBeLessThan(-1.2);
  });

  it('equals what the equations give by hand', () => {
    // everybody judged everything: the constants are the reviewers' means beside the mean of all, 3
    const scores = given({ x: { a: 4, b: 3, c: 2 }, y: { a: 5, b: 4, c: 3 }, z: { a: 3, b: 2, c: 1 } });
    scores[0] = { proposalId: 'a', reviewerId: 'x', score: 4.6 };
    const outcome = adjustForLeniency(scores);
    // means by proposal 4.2, 3, 2, by reviewer 3.2, 4, 2, of all 46/15
    const [x, y, z] = [3.2, 4, 2].map((mean) => mean - 46 / 15);
    const within = 0.4 ** 2 + 0.8 ** 2 + 1.2 ** 2 + 4;
    const reduction = 3 * ((x ?? 0) ** 2 + (y ?? 0) ** 2 + (z ?? 0) ** 2);
    const noise = (within - reduction) / 4;
    const between = (reduction - 2 * noise) / 6;
    const shrink = 3 / (3 + noise / between);
    expect(outcome).toMatchObject({ isAdjusted: true });
    if (!outcome.isAdjusted) return;
    expect(outcome.noiseVariance).toBeCloseTo(noise, 12);
    expect(outcome.reviewerVariance).toBeCloseTo(between, 12);
    for (const [index, effect] of [x, y, z].entries()) {
      expect(outcome.reviewers[index]?.effect).toBeCloseTo(shrink * (effect ?? 0), 12);
      const error = Math.sqrt((noise * (2 / 3)) / (3 + noise / between));
      expect(outcome.reviewers[index]?.standardError).toBeCloseTo(error, 12);
    }
  });

  it('leaves every place as it is when reviewers give the same', () => {
    const anyField = fc.tuple(
      fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), {
        minLength: 6,
        maxLength: 15,
      }),
      fc.integer({ min: 1, max: 1000 }),
    );
    fc.assert(
      fc.property(anyField, ([scores, seed]) => {
        const { criteria, proposals } = exampleField({
          ...size,
          proposals: scores.length,
          reviewers: 3,
          reviewsEach: 3,
          seed,
        });
        const agreed = proposals.map((proposal, index) => ({
          ...proposal,
          reviews: proposal.reviews.map((review) => ({
            ...review,
            scores: criteria.map(({ id }, at) => ({
              criterionId: id,
              score: scores[index]?.[at] ?? 0,
              isNotApplicable: false,
            })),
          })),
        }));
        const field = judgeField(criteria, agreed);
        expect(field.leniency).toMatchObject({ isAdjusted: true, reviewerVariance: 0 });
        expect(field.proposals.map(({ id, adjustedPlace }) => [id, adjustedPlace])).toEqual(
          rankProposals(criteria, agreed).map(({ id, place }) => [id, place]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('changes no order when everybody judged everything, however strict some are', () => {
    const { criteria, proposals } = exampleField({ ...size, reviewsEach: 8, harshness: { 1: 1.4, 3: -1 } });
    const { proposals: field, leniency } = judgeField(criteria, proposals);
    expect(leniency).toMatchObject({ isAdjusted: true });
    expect(field.map(({ adjustedPlace }) => adjustedPlace)).toEqual(field.map(({ place }) => place));
  });

  it('gives the same bytes whatever the order of the scores', () => {
    const { criteria, proposals } = exampleField({ ...size, harshness: { 1: 1 }, notApplicable: 0.1 });
    const scores = givenScores(criteria, proposals);
    const first = JSON.stringify(adjustForLeniency(scores));
    fc.assert(
      fc.property(fc.shuffledSubarray(scores, { minLength: scores.length }), (turned) => {
        expect(JSON.stringify(adjustForLeniency(turned))).toBe(first);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the refusal to adjust', () => {
  const all = (score: number): Record<string, number> => ({ a: score, b: score + 1, c: score, d: score });

  it.each([
    ['nobody judged', {}, ['too_few_reviewers', [], 0]],
    ['two reviewers', { x: all(2), y: all(3) }, ['too_few_reviewers', [], 1]],
    [
      'two groups with no review between them',
      { x: { a: 2, b: 3 }, y: { a: 2, b: 3 }, z: { c: 2, d: 3 }, w: { c: 1, d: 3 } },
      ['disconnected', [], 2],
    ],
    [
      'reviewers with one proposal that others judged too',
      { x: all(2), y: all(3), z: { a: 5, e: 3 }, w: { b: 1 } },
      ['reviewer_with_too_few', ['w', 'z'], 1],
    ],
    [
      'hardly more reviews than parameters',
      { x: { a: 2, b: 3 }, y: { b: 2, c: 3 }, z: { c: 2, a: 3 } },
      ['too_few_reviews', [], 1],
    ],
  ])('says why: %s', (_, table, [reason, reviewerIds, groups]) => {
    expect(adjustForLeniency(given(table))).toEqual({ isAdjusted: false, reason, reviewerIds, groups });
  });

  it('ends where one review connects the groups', () => {
    const apart = { x: all(2), y: all(3), z: { e: 2, f: 3, g: 2 }, w: { e: 1, f: 3, g: 2 } };
    expect(adjustForLeniency(given(apart))).toMatchObject({ reason: 'disconnected', groups: 2 });
    expect(adjustForLeniency(given({ ...apart, z: { ...apart.z, a: 1 } }))).toMatchObject({ isAdjusted: true });
  });

  it('counts groups and freedom as a search through the graph does', () => {
    const anyScores = fc.array(
      fc.record({
        proposalId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        reviewerId: fc.constantFrom('v', 'w', 'x', 'y'),
      }),
    );
    fc.assert(
      fc.property(anyScores, (pairs) => {
        const scores = pairs.map((pair) => ({ ...pair, score: 3 }));
        const left = new Set(scores);
        let groups = 0;
        for (const start of scores) {
          if (!left.delete(start)) continue;
          groups += 1;
          const open = [start];
          for (let at = open.pop(); at !== undefined; at = open.pop()) {
            const { proposalId, reviewerId } = at;
            const near = [...left].filter((one) => one.proposalId === proposalId || one.reviewerId === reviewerId);
            for (const one of near) left.delete(one);
            open.push(...near);
          }
        }
        expect(countGroups(scores)).toBe(groups);
      }),
    );
    expect(degreesOfFreedom(given({ x: all(1), y: all(2), z: all(3) }))).toBe(6);
  });
});
