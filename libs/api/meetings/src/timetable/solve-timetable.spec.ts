import fc from 'fast-check';
import loadHighs, { type Highs } from 'highs';
import {
  appraise,
  meetingKey,
  openPairs,
  pinClash,
  type MeetingParty,
  type SlottedMeeting,
  type TimetableProblem,
} from '@htsm/domain/meetings';
import { exampleProblem } from '../testing/example-problem';
import { solveTimetable } from './solve-timetable';
import { TimetableThread } from './timetable-thread';

/** Every timetable that keeps to the rules, one by one; gives the highest value. */
function bestByTrying(problem: TimetableProblem): number {
  const pairs = openPairs(problem);
  const pinned = new Set(problem.pinned.map(meetingKey));
  let best = -Infinity;
  const tryFrom = (index: number, meetings: readonly SlottedMeeting[]): void => {
    const pair = pairs[index];
    if (pair === undefined) {
      const standing = new Set(meetings.map(meetingKey));
      if ([...pinned].every((key) => standing.has(key))) best = Math.max(best, appraise(problem, meetings).value);
      return;
    }
    tryFrom(index + 1, meetings);
    for (const slot of pair.slots) {
      const more = [...meetings, { challengeId: pair.challengeId, smeId: pair.smeId, slot }];
      if (faults(problem, more).length === 0) tryFrom(index + 1, more);
    }
  };
  tryFrom(0, []);
  return best;
}

/** What a timetable does against the rules, in words; pinned meetings may be away. */
function faults(problem: TimetableProblem, meetings: readonly SlottedMeeting[]): string[] {
  const times = (values: readonly string[]): string[] =>
    values.filter((value, index) => values.indexOf(value) !== index);
  const of = ({ id }: MeetingParty): SlottedMeeting[] =>
    meetings.filter(({ challengeId, smeId }) => challengeId === id || smeId === id);
  return [
    ...times(meetings.map(({ challengeId, smeId }) => `${challengeId} meets ${smeId} twice`)),
    ...[...problem.challenges, ...problem.smes].flatMap((party) => [
      ...times(of(party).map(({ slot }) => `${party.id} is in two places at ${slot}`)),
      ...of(party).flatMap(({ slot }) => (party.busy.includes(slot) ? [`${party.id} is away at ${slot}`] : [])),
      ...(of(party).length > party.max ? [`${party.id} has too many`] : []),
    ]),
    ...Array.from({ length: problem.slots }, (_, slot) => slot).flatMap((slot) =>
      meetings.filter((meeting) => meeting.slot === slot).length > problem.tables ? [`no table at ${slot}`] : [],
    ),
    ...problem.forbidden.flatMap(({ challengeId, smeId }) =>
      meetings.some((meeting) => meeting.challengeId === challengeId && meeting.smeId === smeId) ? ['forbidden'] : [],
    ),
  ];
}

const party = (id: string): fc.Arbitrary<MeetingParty> =>
  fc
    .record({ min: fc.nat(2), more: fc.nat(2), busy: fc.subarray([0, 1, 2]) })
    .map(({ min, more, busy }) => ({ id, min, max: Math.max(1, min + more), busy }));
const PAIRS = ['a', 'b', 'c'].flatMap((challengeId) => ['x', 'y', 'z'].map((smeId) => ({ challengeId, smeId })));
const somePairs = (most: number) => fc.subarray(PAIRS, { maxLength: most });
const slotted = somePairs(4).chain((pairs) =>
  fc.tuple(...pairs.map((pair) => fc.nat(2).map((slot) => ({ ...pair, slot })))),
);
const problems: fc.Arbitrary<TimetableProblem> = fc
  .record({
    slots: fc.constant(3),
    tables: fc.integer({ min: 1, max: 3 }),
    challenges: fc.tuple(party('a'), party('b'), party('c')),
    smes: fc.tuple(party('x'), party('y'), party('z')),
    pairs: somePairs(6).chain((pairs) =>
      fc.tuple(
        ...pairs.map((pair) => fc.integer({ min: 1, max: 100 }).map((score) => ({ ...pair, score: score / 100 }))),
      ),
    ),
    forbidden: somePairs(2),
    pinned: slotted,
    present: slotted,
  })
  .map((problem) => ({
    ...problem,
    pinned: standing(problem, problem.pinned),
    present: standing(problem, problem.present),
  }));

/** The meetings that can stand together, of these. */
function standing(problem: TimetableProblem, wanted: readonly SlottedMeeting[]): SlottedMeeting[] {
  return wanted.reduce<SlottedMeeting[]>((sofar, meeting) => {
    const more = [...sofar, meeting];
    return pinClash({ ...problem, pinned: more }) === null ? more : sofar;
  }, []);
}

describe('a timetable of meetings', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  it('is as good as the best of all, and keeps to every rule', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = solveTimetable(highs, problem, { gap: 0, seconds: 20 });
        expect(faults(problem, found.meetings)).toEqual([]);
        expect(found.meetings.map(meetingKey)).toEqual(expect.arrayContaining(problem.pinned.map(meetingKey)));
        expect(appraise(problem, found.meetings).value).toBeCloseTo(bestByTrying(problem), 6);
        expect(found.gap).toBeLessThan(1e-6);
      }),
      { numRuns: process.env['TRUST'] === 'full' ? 2_000 : 60, seed: 1 },
    );
  });

  it('moves nobody when somebody drops out and everybody left has enough', () => {
    const problem = exampleProblem({ smes: 12, challenges: 5, slots: 6, seed: 4 });
    const before = solveTimetable(highs, problem, { gap: 0, seconds: 20 }).meetings;
    const smes = problem.smes.slice(1).map((sme) => ({ ...sme, min: 0 }));
    const present = before.filter(({ smeId }) => smes.some(({ id }) => id === smeId));
    const challenges = problem.challenges.map((challenge) => ({ ...challenge, min: 0 }));
    const after = solveTimetable(highs, { ...problem, challenges, smes, present }, { gap: 0, seconds: 20 });
    expect(present.length).toBeLessThan(before.length);
    expect(after.moved).toBe(0);
    expect(after.meetings.map(meetingKey)).toEqual(expect.arrayContaining(present.map(meetingKey)));
  });

  it('for 150 SMEs, 40 challenges and 20 slots is proven to be within half a percent, in a thread of its own', async () => {
    const problem = exampleProblem({ smes: 150, challenges: 40, slots: 20, seed: 1 });
    const gaps: number[] = [];
    const onProgress = (gap: number): unknown => gaps.push(gap);
    const found = await new TimetableThread().solve({ problem, gap: 0.001, seconds: 60, onProgress });
    expect(faults(problem, found.meetings)).toEqual([]);
    expect(found.gap).toBeLessThanOrEqual(0.005);
    expect(gaps.length).toBeGreaterThan(0);
  });

  it.each([
    ['forbidden', { forbidden: [{ challengeId: 'c0', smeId: 's0' }] }, [0]],
    ['not_there', {}, [9]],
    ['twice_paired', {}, [0, 1]],
    ['no_table', { tables: 0 }, [0]],
  ] as const)('refuses pinned meetings that are %s', (clash, change, slots) => {
    const problem = exampleProblem({ smes: 2, challenges: 1, slots: 2, seed: 1, isAlwaysThere: true });
    const pinned = slots.map((slot) => ({ challengeId: 'c0', smeId: 's0', slot }));
    expect(pinClash({ ...problem, ...change, pinned })?.clash).toBe(clash);
  });
});
