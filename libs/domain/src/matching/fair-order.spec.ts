import fc from 'fast-check';
import { FAIRNESS, exposureAt, fairOrder, giniOf, type Exposed } from './fair-order';

const list = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z]{3}$/),
    score: fc.integer({ min: 0, max: 1_000_000 }),
    exposure: fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
    isNew: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);

const row = (id: string, score: number, exposure = 1, isNew = false): Exposed => ({ id, score, exposure, isNew });

describe('a fair order', () => {
  it('gives the same list in whatever order it comes, with everybody in it once', () => {
    fc.assert(
      fc.property(list, (items) => {
        const order = fairOrder(items);
        expect(order).toEqual(fairOrder([...items].reverse()));
        expect(order.map(({ item }) => item.id).sort()).toEqual(items.map(({ id }) => id).sort());
      }),
    );
  });

  it('lets nobody but newcomers pass who scores better by more than the margin', () => {
    fc.assert(
      fc.property(list, (items) => {
        const rest = fairOrder(items).filter(({ by }) => by !== 'new');
        for (const [place, { item }] of rest.entries())
          for (const later of rest.slice(place + 1))
            expect(later.item.score - item.score).toBeLessThanOrEqual(FAIRNESS.margin);
      }),
    );
  });

  it('gives a newcomer at most one place in ten, the last of them, and only a good one', () => {
    fc.assert(
      fc.property(list, (items) => {
        const order = fairOrder(items);
        for (const [place, { item, by }] of order.entries()) {
          if (by !== 'new') continue;
          const after = order[place + 1]?.item;
          expect([item.isNew, (place + 1) % FAIRNESS.places]).toEqual([true, 0]);
          expect(item.score).toBeGreaterThanOrEqual((after?.score ?? 0) * FAIRNESS.share);
        }
      }),
    );
  });

  it('turns near equals by what they received, and says so', () => {
    const order = fairOrder([row('a', 500_000, 3), row('b', 490_000, 0), row('c', 400_000, 0)]);
    expect(order.map(({ item, by }) => [item.id, by])).toEqual([
      ['b', 'exposure'],
      ['a', 'score'],
      ['c', 'score'],
    ]);
  });

  it('lets the best newcomer in at the tenth place', () => {
    const known = Array.from({ length: 12 }, (_, index) => row(`k${index + 10}`, 900_000 - index * 40_000));
    const order = fairOrder([...known, row('new', 450_000, 0, true), row('poor', 300_000, 0, true)]);
    expect(order.slice(8, 11).map(({ item, by }) => [item.id, by])).toEqual([
      ['k18', 'score'],
      ['new', 'new'],
      ['k19', 'score'],
    ]);
  });

  it('has a measure: less for later places, 0 when all have the same', () => {
    expect([exposureAt(1), exposureAt(3), giniOf([2, 2, 2]), giniOf([0, 0, 0, 4]), giniOf([])]).toEqual([
      1, 0.5, 0, 0.75, 0,
    ]);
  });
});
