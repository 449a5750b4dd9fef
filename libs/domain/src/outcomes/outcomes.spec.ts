import fc from 'fast-check';
import { SUGGESTION_OUTCOMES } from '../suggestions/suggestion-words';
import { EURO_RANGES, differencesBetween } from './outcomes';

const word = fc.record({
  kind: fc.constantFrom(...SUGGESTION_OUTCOMES),
  euros: fc.option(fc.constantFrom(...EURO_RANGES)),
});

describe('the words of two sides', () => {
  it('differ in what came of it, and in its worth when both name one', () => {
    const [pilot, order] = [
      { kind: 'pilot', euros: 'to_50k' },
      { kind: 'order', euros: 'to_250k' },
    ] as const;
    expect([
      differencesBetween(pilot, order),
      differencesBetween(pilot, { kind: 'order', euros: null }),
      differencesBetween(pilot, { kind: 'pilot', euros: 'to_10k' }),
      differencesBetween(pilot, { kind: 'pilot', euros: null }),
      differencesBetween(pilot, null),
      differencesBetween(null, null),
    ]).toEqual([['kind', 'euros'], ['kind'], ['euros'], [], [], []]);
  });

  it('never differ from themselves, and do so likewise from both ends', () => {
    fc.assert(fc.property(word, (one) => differencesBetween(one, one).length === 0));
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(differencesBetween(one, other)).toEqual(differencesBetween(other, one));
      }),
    );
  });
});
