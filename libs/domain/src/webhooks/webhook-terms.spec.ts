import { MOST_FAILING_MS, waitAfter } from './webhook-terms';

describe('the waits between attempts', () => {
  it('grow from seconds to a day, and end', () => {
    const waits = Array.from({ length: 10 }, (_, index) => waitAfter(index + 1, 0));
    expect(waits).toEqual(
      [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400]
        .map((s) => s * 1000)
        .concat([NaN])
        .map((ms) => (Number.isNaN(ms) ? null : ms)),
    );
  });

  it('are spread by a fifth, never shortened', () => {
    expect([waitAfter(2, 0), waitAfter(2, 0.5), waitAfter(2, 1)]).toEqual([300_000, 330_000, 360_000]);
  });

  it('together are longer than an address may fail before it is switched off', () => {
    const all = Array.from({ length: 9 }, (_, index) => waitAfter(index + 1, 0) ?? 0).reduce((sum, ms) => sum + ms, 0);
    expect(all).toBeGreaterThan(MOST_FAILING_MS);
  });
});
