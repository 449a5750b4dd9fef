import { sampleOf, welchT } from './welch';

describe('Welch’s t', () => {
  it('is as in a worked example of unequal variances', () => {
    const left = sampleOf([27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4]);
    const right = sampleOf([27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 31.3]);
    expect(welchT(left, right)).toBeCloseTo(-2.96, 1);
  });

  it('is nought for equal samples and has the sign of the difference', () => {
    const some = sampleOf([1, 2, 3]);
    expect(welchT(some, some)).toBe(0);
    expect(welchT(sampleOf([2, 3, 4]), some)).toBeGreaterThan(0);
  });
});
