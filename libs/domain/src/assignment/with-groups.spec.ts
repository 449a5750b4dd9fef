import fc from 'fast-check';
import loadHighs from 'highs';
import { assignWithGroups, assignReviewers, type AssignmentInstance } from './index';
import { brokenRules, mostPlaces } from './testing/check-assignment';

const PROPOSALS = ['p1', 'p2', 'p3', 'p4'];
const REVIEWERS = ['r1', 'r2', 'r3', 'r4'];
const PAIRS = PROPOSALS.flatMap((proposal) => REVIEWERS.map((reviewer) => [proposal, reviewer] as const));
const solve = (instance: AssignmentInstance) => assignReviewers(instance, { loadSolver: () => loadHighs() });

const cases = fc
  .record({
    k: fc.integer({ min: 1, max: 2 }),
    loads: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }),
    values: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 16, maxLength: 16 }),
    conflicts: fc.subarray([...PAIRS], { maxLength: 6 }),
    experts: fc.subarray(REVIEWERS, { maxLength: 2 }),
  })
  .map(({ k, loads, values, conflicts, experts }) => {
    const instance: AssignmentInstance = {
      k,
      mode: 'sum',
      defaultAffinity: 0,
      proposals: PROPOSALS.map((id) => ({ id })),
      reviewers: REVIEWERS.map((id, index) => ({ id, minLoad: 0, maxLoad: loads[index] ?? 0 })),
      affinity: PAIRS.map(([proposal, reviewer], index) => [proposal, reviewer, (values[index] ?? 0) / 100] as const),
      conflicts,
      fixed: [],
    };
    return { instance, experts: new Set(experts) };
  });

describe('an assignment with an expert for each proposal', () => {
  it('keeps every rule, and gives as many proposals an expert as trying finds', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ instance, experts }) => {
        const { outcome, lacking } = await assignWithGroups(instance, [experts], solve);
        const [lackingIds = []] = lacking;
        expect(brokenRules(instance, outcome.result)).toEqual([]);
        const served = outcome.result.assignments.filter(([, id]) => experts.has(id)).map(([proposalId]) => proposalId);
        for (const { id } of instance.proposals) if (!lackingIds.includes(id)) expect(served).toContain(id);
        const alone = { ...instance, k: 1, reviewers: instance.reviewers.filter(({ id }) => experts.has(id)) };
        expect(PROPOSALS.length - lackingIds.length).toBe(experts.size === 0 ? 0 : mostPlaces(alone));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves what has an expert already, and owns up to what has no place left', async () => {
    const instance: AssignmentInstance = {
      k: 1,
      mode: 'sum',
      defaultAffinity: 0,
      proposals: [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }],
      reviewers: [
        { id: 'r1', minLoad: 0, maxLoad: 2 },
        { id: 'r2', minLoad: 0, maxLoad: 3 },
      ],
      affinity: [['p3', 'r2', 1]],
      conflicts: [],
      fixed: [
        ['p1', 'r1'],
        ['p2', 'r2'],
      ],
    };
    const { outcome, lacking } = await assignWithGroups(instance, [new Set(['r1'])], solve);
    expect([outcome.result.assignments, lacking]).toEqual([
      [
        ['p1', 'r1'],
        ['p2', 'r2'],
        ['p3', 'r1'],
      ],
      [['p2']],
    ]);
  });

  it('serves a second group out of what the first left', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.subarray(REVIEWERS), async ({ instance, experts }, others) => {
        const second = new Set(others);
        const { outcome, lacking } = await assignWithGroups(instance, [experts, second], solve);
        const alone = await assignWithGroups(instance, [experts], solve);
        expect(brokenRules(instance, outcome.result)).toEqual([]);
        expect(lacking[0]?.length).toBe(alone.lacking[0]?.length);
        const has = outcome.result.assignments.filter(([, id]) => second.has(id)).map(([proposalId]) => proposalId);
        expect(lacking[1]).toEqual(PROPOSALS.filter((id) => !has.includes(id)));
      }),
      { numRuns: 200 },
    );
  });
});
