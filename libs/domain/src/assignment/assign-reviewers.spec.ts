import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import { assignReviewers, type AssignmentInstance, type AssignmentOutcome, type AssignmentResult } from './index';
import { bestByTrying, brokenRules, mostPlaces, sumOf } from './testing/check-assignment';
import { exampleInstance } from './testing/example-instance';
import { floorBound } from './floor-bound';
import { Candidates } from './candidates';
import { numberPairs } from './numbered-pairs';
import { openPlaces } from './open-places';

const PROPOSALS = ['p1', 'p2', 'p3', 'p4'];
const REVIEWERS = ['r1', 'r2', 'r3', 'r4'];
const PAIRS = PROPOSALS.flatMap((proposal) => REVIEWERS.map((reviewer) => [proposal, reviewer] as const));

const instances: fc.Arbitrary<AssignmentInstance> = fc
  .record({
    k: fc.integer({ min: 1, max: 2 }),
    mode: fc.constantFrom('sum' as const, 'fair' as const),
    defaultAffinity: fc.constantFrom(null, 0, -0.5),
    loads: fc.array(fc.record({ minLoad: fc.constantFrom(0, 0, 0, 1, 2), more: fc.integer({ min: 0, max: 3 }) }), {
      minLength: 4,
      maxLength: 4,
    }),
    values: fc.array(fc.option(fc.integer({ min: -50, max: 100 }), { freq: 3 }), { minLength: 16, maxLength: 16 }),
    barred: fc.subarray([...PAIRS], { maxLength: 5 }),
    fixed: fc.subarray([...PAIRS], { maxLength: 2 }),
  })
  .map(({ k, mode, defaultAffinity, loads, values, barred, fixed }) => {
    const reviewers = loads.map(({ minLoad, more }, index) => ({
      id: REVIEWERS[index] ?? '',
      minLoad,
      maxLoad: minLoad + more,
    }));
    const kept = fixed.filter(
      ([proposal, reviewer], index) =>
        fixed.findIndex(([other]) => other === proposal) === index &&
        fixed.filter(([, other]) => other === reviewer).length <=
          (reviewers.find(({ id }) => id === reviewer)?.maxLoad ?? 0),
    );
    const isKept = (pair: readonly string[]): boolean => kept.some((one) => one.join() === pair.join());
    return {
      k,
      mode,
      defaultAffinity,
      proposals: PROPOSALS.map((id) => ({ id })),
      reviewers,
      affinity: PAIRS.flatMap(([proposal, reviewer], index) => {
        const value = values[index] ?? null;
        return value === null ? [] : [[proposal, reviewer, value / 100] as const];
      }),
      conflicts: barred.filter((pair) => !isKept(pair)),
      fixed: kept,
    };
  });

const RUNS = process.env['TRUST'] === 'full' ? 20_000 : 300;

describe('assigning reviewers', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });
  const tools = { loadSolver: (): Promise<Highs> => Promise.resolve(highs) };
  const assign = (instance: AssignmentInstance, allAtOnce?: number): Promise<AssignmentResult> =>
    outcomeOf(instance, allAtOnce).then(({ result, shortage }) => {
      expect(shortage).toBeNull();
      return result;
    });
  const outcomeOf = (instance: AssignmentInstance, allAtOnce?: number): Promise<AssignmentOutcome> =>
    assignReviewers(instance, allAtOnce === undefined ? tools : { ...tools, allAtOnce });

  it('is the best of all ways, breaks no rule, and says when there is none', async () => {
    await fc.assert(
      fc.asyncProperty(instances, fc.constantFrom(undefined, 0), async (instance, allAtOnce) => {
        const best = bestByTrying(instance);
        const { result: found, shortage } = await outcomeOf({ ...instance, mode: 'sum' }, allAtOnce);
        expect(shortage === null).toBe(best !== null);
        if (best === null) {
          expect(instance.k * instance.proposals.length - found.unfilled.length).toBe(mostPlaces(instance));
          const loose = { ...instance, reviewers: instance.reviewers.map((one) => ({ ...one, minLoad: 0 })) };
          expect(brokenRules(loose, found)).toEqual([]);
          return;
        }
        expect(brokenRules(instance, found)).toEqual([]);
        expect(found.unfilled).toEqual([]);
        expect(found.total).toBeCloseTo(best.total, 9);
        expect(sumOf(instance, found.assignments)).toBeCloseTo(best.total, 9);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it('is fair within its bound, which no assignment exceeds, and breaks no rule', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        const best = bestByTrying(instance);
        if (best === null) return;
        const fair = await assign({ ...instance, mode: 'fair' });
        expect(brokenRules(instance, fair)).toEqual([]);
        expect(fair.floorBound).toBeGreaterThanOrEqual(best.floor - 1e-6);
        expect(fair.floor).toBeLessThanOrEqual(best.floor + 1e-9);
        const sum = await assign({ ...instance, mode: 'sum' });
        expect(fair.floor).toBeGreaterThanOrEqual(sum.floor - 1e-9);
      }),
      { numRuns: RUNS, seed: 2 },
    );
  });

  it.each([
    { proposals: 300, reviewers: 30, seed: 1 },
    { proposals: 300, reviewers: 30, seed: 2, load: 1, conflicts: 0.2 },
    { proposals: 200, reviewers: 40, seed: 3, listed: { perProposal: 20, perReviewer: 30 } },
  ])('equals the linear program for %j, and is fair for at most half a percent of it', async (size) => {
    const instance = exampleInstance(size);
    const sum = await assign(instance);
    expect(brokenRules(instance, sum)).toEqual([]);
    expect(sum.total).toBeCloseTo(linearOptimum(highs, instance), 6);
    expect(await assign(instance, 0)).toMatchObject({ total: sum.total });
    const fair = await assign({ ...instance, mode: 'fair' });
    expect(brokenRules(instance, fair)).toEqual([]);
    expect(fair.total).toBeGreaterThan(0.995 * sum.total);
    const numbered = numberPairs(instance);
    const places = openPlaces(numbered);
    const market = new Candidates(numbered, places).market();
    const bound = floorBound(highs, market, { fixedSums: places.fixedSums, most: fair.floorBound, seconds: 60 });
    expect(fair.floor).toBeGreaterThan(0.95 * (bound ?? Infinity));
    expect(fair.floorBound).toBeGreaterThanOrEqual((bound ?? Infinity) - 1e-6);
  });

  it('gives the same for the same, and keeps what is fixed', async () => {
    const instance = exampleInstance({ proposals: 60, reviewers: 12, seed: 4, mode: 'fair' });
    const first = await assign(instance);
    expect({ ...(await assign(instance)), solveMs: 0 }).toEqual({ ...first, solveMs: 0 });
    const fixed = first.assignments.filter((_, index) => index % 4 === 0);
    const again = await assign({ ...instance, fixed });
    expect(again.assignments).toEqual(expect.arrayContaining([...fixed]));
    expect(brokenRules({ ...instance, fixed }, again)).toEqual([]);
  });

  it('finds a bound below the best of each proposal where two must share a reviewer', async () => {
    const instance: AssignmentInstance = {
      k: 1,
      mode: 'fair',
      defaultAffinity: null,
      proposals: [{ id: 'a' }, { id: 'b' }],
      reviewers: [
        { id: 'x', minLoad: 0, maxLoad: 1 },
        { id: 'y', minLoad: 0, maxLoad: 1 },
      ],
      affinity: [
        ['a', 'x', 1],
        ['a', 'y', 0.2],
        ['b', 'x', 1],
        ['b', 'y', 0.4],
      ],
      conflicts: [],
      fixed: [],
    };
    // halves of x would give a 0.6 + 0.2 q and b 1 − 0.6 q at equality: q = 3/7 of y for b
    expect({ ...(await assign(instance)), solveMs: 0 }).toEqual({
      assignments: [
        ['a', 'x'],
        ['b', 'y'],
      ],
      total: 1.4,
      floor: 0.4,
      floorBound: expect.closeTo(0.6571428, 6) as number,
      solveMs: 0,
      unfilled: [],
    });
  });
});

/** The highest total by the linear program of the whole instance. */
function linearOptimum(highs: Highs, instance: AssignmentInstance): number {
  const barred = new Set(instance.conflicts.map((pair) => pair.join(' ')));
  const open = instance.affinity.filter(([proposal, reviewer]) => !barred.has(`${proposal} ${reviewer}`));
  const row = new Map([...instance.proposals, ...instance.reviewers].map(({ id }, index) => [id, index]));
  const counts = instance.proposals.map(() => instance.k);
  const numRows = row.size;
  const model = highs.createModel({
    numCols: open.length,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(open, ([, , affinity]) => affinity),
    colLower: new Float64Array(open.length),
    colUpper: new Float64Array(open.length).fill(1),
    rowLower: Float64Array.from([...counts, ...instance.reviewers.map(({ minLoad }) => minLoad)]),
    rowUpper: Float64Array.from([...counts, ...instance.reviewers.map(({ maxLoad }) => maxLoad)]),
    matrix: {
      format: 'csc',
      numRows,
      numCols: open.length,
      starts: Int32Array.from({ length: open.length + 1 }, (_, column) => 2 * column),
      indices: Int32Array.from(
        open.flatMap(([proposal, reviewer]) => [row.get(proposal) ?? 0, row.get(reviewer) ?? 0]),
      ),
      values: new Float64Array(2 * open.length).fill(1),
    },
  });
  try {
    model.options.set({ output_flag: false });
    model.run();
    return model.getObjectiveValue();
  } finally {
    model.dispose();
  }
}
