import { exposureByQuarter, type ShownGroup } from './exposure-report';

const group = (quarter: number, isNew: boolean, impressions: number, smes: number): ShownGroup => ({
  quarter,
  isNew,
  impressions,
  smes,
});

describe('the report on exposure', () => {
  it('gives per quarter the Gini over everybody, who was never shown, and the mean of new and old', () => {
    const groups = [
      group(2, false, 4, 1),
      group(1, true, 0, 1),
      group(1, true, 3, 1),
      group(1, false, 0, 1),
      group(1, false, 9, 1),
    ];
    expect(exposureByQuarter(groups)).toEqual([
      {
        quarter: 1,
        smes: 4,
        // sorted 0, 0, 3, 9: (-3·0 - 1·0 + 1·3 + 3·9) / (4 · 12)
        gini: 30 / 48,
        neverShown: 1 / 2,
        newcomers: { smes: 2, mean: 1.5 },
        others: { smes: 2, mean: 4.5 },
      },
      { quarter: 2, smes: 1, gini: 0, neverShown: 0, newcomers: { smes: 0, mean: null }, others: { smes: 1, mean: 4 } },
    ]);
  });

  it('has no Gini for a quarter in which nobody was shown, and no quarter without SMEs', () => {
    expect(exposureByQuarter([group(3, true, 0, 5)])).toEqual([
      {
        quarter: 3,
        smes: 5,
        gini: null,
        neverShown: 1,
        newcomers: { smes: 5, mean: 0 },
        others: { smes: 0, mean: null },
      },
    ]);
    expect(exposureByQuarter([])).toEqual([]);
  });
});
