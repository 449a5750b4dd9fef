import fc from 'fast-check';
import { BIDS, affinityOf } from './bids';

const FIT = fc.double({ min: 0, max: 1, noNaN: true });

describe('how good it is that somebody judges a proposal', () => {
  it('is written by hand for a few', () => {
    expect([affinityOf(0, null), affinityOf(1, 'rather_not'), affinityOf(0, 'rather_not')]).toEqual([0.1, 1, 0.1 ** 2]);
    expect(affinityOf(0, 'willing')).toBeCloseTo(0.1 ** (2 / 3), 12);
    expect(affinityOf(0.5, 'eager')).toBeCloseTo(0.55 ** (1 / 3), 12);
  });

  it('grows with what they know and with how gladly they would, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(FIT, FIT, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        for (const bid of [...BIDS, null]) expect(affinityOf(less, bid)).toBeLessThanOrEqual(affinityOf(more, bid));
        const gladly = ['eager', 'willing', null, 'rather_not'] as const;
        const values = gladly.map((bid) => affinityOf(more, bid));
        expect(values).toEqual(values.toSorted((a, b) => b - a));
        expect(values.every((value) => value > 0 && value <= 1)).toBe(true);
      }),
    );
  });

  it('ranks as the fit alone where all bid the same', () => {
    fc.assert(
      fc.property(FIT, FIT, fc.constantFrom(...BIDS), (one, other, bid) => {
        if (affinityOf(one, bid) < affinityOf(other, bid)) expect(one).toBeLessThan(other);
      }),
    );
  });
});
