import fc from 'fast-check';
import { LEAST_PUBLISHED, countFacts, guardSmall, medianOf, type CountedCell } from './figures';

const cells = fc
  .array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 6 })
  .map((counts) => counts.map((count, index): CountedCell => ({ key: String(index), count })));

/** Every way to fill the hidden counts that is possible for who knows the total and the rule; small ones are below the bar. */
function waysToFill(sum: number, places: number): number[][] {
  if (places === 0) return sum === 0 ? [[]] : [];
  const ways: number[][] = [];
  for (let first = 0; first <= sum; first += 1)
    for (const rest of waysToFill(sum - first, places - 1)) ways.push([first, ...rest]);
  return ways;
}

describe('the figures of a year', () => {
  it('count by month, theme and province', () => {
    const counted = countFacts([
      { kind: 'matches', month: 2, themes: ['sensors', 'robotics', 'sensors'], region: 'drenthe' },
      { kind: 'matches', month: 2, themes: ['sensors'], region: null },
    ]);
    expect([counted.total, counted.themes, counted.regions, counted.months.filter(({ count }) => count > 0)]).toEqual([
      2,
      [
        { key: 'sensors', count: 2 },
        { key: 'robotics', count: 1 },
      ],
      [
        { key: 'drenthe', count: 1 },
        { key: 'elsewhere', count: 1 },
      ],
      [{ key: '2', count: 2 }],
    ]);
  });

  it('show no count below three, and change none that they show', () => {
    fc.assert(
      fc.property(cells, (counted) => {
        for (const [index, { count }] of guardSmall(counted).entries()) {
          if (count !== null) expect([count >= LEAST_PUBLISHED, count]).toEqual([true, counted[index]?.count]);
        }
      }),
    );
  });

  it('do not let the total give a small count away, as long as another count can be left out', () => {
    fc.assert(
      fc.property(cells, (counted) => {
        const guarded = guardSmall(counted);
        const hidden = counted.filter((_, index) => guarded[index]?.count === null);
        const sum = hidden.reduce((all, { count }) => all + count, 0);
        const isAllHidden = hidden.length === counted.length;
        const small = hidden.filter(({ count }) => count > 0 && count < LEAST_PUBLISHED);
        if (small.length === 0 || isAllHidden) return;
        // hidden by the rule alone: at most two each; otherwise one of them may be any
        const isByRule = hidden.every(({ count }) => count < LEAST_PUBLISHED);
        const ways = waysToFill(sum, hidden.length).filter(
          (way) => !isByRule || way.every((count) => count < LEAST_PUBLISHED),
        );
        expect(ways.length).toBeGreaterThan(1);
      }),
    );
  });

  it('have a median that was one of them', () => {
    expect([medianOf([]), medianOf([9]), medianOf([30, 10, 20]), medianOf([4, 1, 3, 2])]).toEqual([null, 9, 20, 2]);
  });
});
