import fc from 'fast-check';
import { smallestCovers, type Filler } from './smallest-covers';

/** Everything there is, one by one: the judge of the search. */
function bruteForce(fillers: readonly Filler[], needed: number): string[] {
  const sets = Array.from({ length: 1 << fillers.length }, (_, chosen) =>
    fillers.filter((_filler, at) => (chosen & (1 << at)) !== 0),
  ).filter((set) => (needed & ~set.reduce((mask, { covers }) => mask | covers, 0)) === 0);
  const fewest = Math.min(...sets.map((set) => set.length));
  return sets
    .filter((set) => set.length === fewest)
    .map((set) => ({ score: sum(set), members: set.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)) }))
    .map(({ score, members }) => ({ score, ids: members.map(({ id }) => id).join(' ') }))
    .sort((a, b) => b.score - a.score || (a.ids < b.ids ? -1 : 1))
    .map(({ ids }) => ids);
}

const sum = (set: readonly Filler[]): number => set.reduce((total, { score }) => total + score, 0);
const named = (sets: readonly (readonly Filler[])[]): string[] => sets.map((set) => set.map(({ id }) => id).join(' '));

/** A generator that gives the same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function many(count: number, items: number, share: number, seed: number): Filler[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, at) => ({
    id: `s${String(at)}`,
    covers: Array.from({ length: items }, (_item, item) => (next() < share ? 1 << item : 0)).reduce((a, b) => a | b, 0),
    score: Math.floor(next() * 1_000_000),
  }));
}

describe('the smallest sets that cover a gap', () => {
  it('are exactly those that trying everything gives, in the same order', () => {
    const items = fc.integer({ min: 1, max: 6 });
    const instance = items.chain((count) =>
      fc.record({
        needed: fc.integer({ min: 0, max: (1 << count) - 1 }),
        fillers: fc.array(
          fc.record({ covers: fc.integer({ min: 0, max: (1 << count) - 1 }), score: fc.integer({ min: 0, max: 4 }) }),
          { maxLength: 9 },
        ),
        limit: fc.integer({ min: 1, max: 12 }),
      }),
    );
    fc.assert(
      fc.property(instance, ({ needed, fillers, limit }) => {
        const all = fillers.map((filler, at) => ({ ...filler, id: `s${String(at)}` }));
        const expected = bruteForce(all, needed);
        const { sets, isMore } = smallestCovers(all, needed, limit);
        expect(named(sets)).toEqual(expected.slice(0, limit));
        expect(isMore).toBe(expected.length > limit);
      }),
      { numRuns: 400 },
    );
  });

  it('are none when an item is covered by nobody, and one of nobody when nothing is needed', () => {
    const one = [{ id: 'a', covers: 0b01, score: 1 }];
    expect(smallestCovers(one, 0b11, 5)).toEqual({ sets: [], isMore: false });
    expect(smallestCovers(one, 0, 5)).toEqual({ sets: [[]], isMore: false });
  });

  it.each([0.05, 0.1, 0.25, 0.5])(
    'are found within a second among 500 SMEs for 20 items, each covered by a share of %d',
    (share) => {
      const fillers = many(500, 20, share, 7);
      const needed = fillers.reduce((mask, { covers }) => mask | covers, 0);
      const start = process.cpuUsage();
      const { sets } = smallestCovers(fillers, needed, 10);
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(1000);
      expect(sets.length).toBeGreaterThan(0);
      for (const set of sets) expect(needed & ~set.reduce((mask, { covers }) => mask | covers, 0)).toBe(0);
    },
  );
});
