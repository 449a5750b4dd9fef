import fc from 'fast-check';
import { randomFrom } from '../chance/seeded-random';
import { placeIntervals, type ScoreSample } from './rank-intervals';

const intervals = (table: Readonly<Record<string, readonly number[]>>): Record<string, [number, number]> =>
  Object.fromEntries(
    [...placeIntervals(Object.entries(table).map(([id, scores]) => ({ id, scores })))].map(([id, { best, worst }]) => [
      id,
      [best, worst],
    ]),
  );

const anySamples = fc.array(fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 10,
});
const numbered = (list: readonly (readonly number[])[]): ScoreSample[] =>
  list.map((scores, index) => ({ id: String(index), scores }));

describe('the interval of a place', () => {
  it('is one place when reviewers agree, and shared when scores are equal', () => {
    expect(intervals({ a: [4, 4], b: [3, 3, 3], c: [3, 3], d: [1, 1] })).toEqual({
      a: [1, 1],
      b: [2, 2],
      c: [2, 2],
      d: [4, 4],
    });
  });

  it('is wide for those that may change places, and not for the others', () => {
    expect(intervals({ a: [5, 5, 5], b: [2, 4, 3], c: [4, 2, 2.9], d: [0, 0, 0] })).toEqual({
      a: [1, 1],
      b: [2, 3],
      c: [2, 3],
      d: [4, 4],
    });
  });

  it('lends the deviations of others to a proposal with one review, and is nothing when there are none', () => {
    expect(intervals({ a: [4], b: [3] })).toEqual({});
    expect(intervals({ a: [3.5], b: [3, 5, 1], c: [0, 0.1] })).toEqual({ a: [1, 2], b: [1, 2], c: [3, 3] });
  });

  it('holds places that are there, whatever the order of proposals and reviews, and the same ones each time', () => {
    fc.assert(
      fc.property(anySamples, (list) => {
        const samples = numbered(list);
        const found = placeIntervals(samples);
        for (const { best, worst } of found.values()) {
          expect(best).toBeGreaterThanOrEqual(1);
          expect(worst).toBeGreaterThanOrEqual(best);
          expect(worst).toBeLessThanOrEqual(samples.length);
        }
        const turned = samples.map(({ id, scores }) => ({ id, scores: [...scores].reverse() })).reverse();
        expect([...placeIntervals(turned)]).toEqual([...found]);
      }),
      { numRuns: 20 },
    );
  });

  it('holds the true place about as often as it says', () => {
    const random = randomFrom(7);
    const noise = (): number => random() + random() + random() - 1.5;
    let [held, all] = [0, 0];
    for (let round = 0; round < 25; round += 1) {
      const truth = Array.from({ length: 12 }, (_, index) => 1 + index / 4);
      const found = placeIntervals(
        numbered(truth.map((quality) => Array.from({ length: 4 }, () => quality + noise()))),
      );
      for (const index of truth.keys()) {
        const { best, worst } = found.get(String(index)) ?? { best: 0, worst: 0 };
        const place = truth.length - index;
        held += best <= place && place <= worst ? 1 : 0;
        all += 1;
      }
    }
    expect(held / all).toBeGreaterThan(0.8);
    expect(held / all).toBeLessThan(1);
  });
});
