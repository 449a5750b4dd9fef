import { fieldMedians } from './field-medians';

const CRITERIA = [{ id: 'fit' }, { id: 'plan' }];

function judged(mean: number | null, fit: number | null, plan: number | null): Parameters<typeof fieldMedians>[1][0] {
  return {
    mean,
    criteria: [
      { criterionId: 'fit', mean: fit, isBelowMinimum: false },
      { criterionId: 'plan', mean: plan, isBelowMinimum: false },
    ],
  };
}

describe('the medians of a field', () => {
  it('are told of five judged proposals or more, for each criterion apart', () => {
    const field = [judged(3, 2, 4), judged(1, 1, 1), judged(5, 5, null), judged(4, 4, 4), judged(2, 3, 1)];
    expect(fieldMedians(CRITERIA, field)).toEqual({
      size: 5,
      mean: 3,
      criteria: new Map([
        ['fit', 3],
        ['plan', null],
      ]),
    });
  });

  it('are not told of four, however many were not judged', () => {
    const field = [judged(3, 3, 3), judged(1, 1, 1), judged(5, 5, 5), judged(4, 4, 4), judged(null, null, null)];
    expect(fieldMedians(CRITERIA, field)).toEqual({
      size: 4,
      mean: null,
      criteria: new Map([
        ['fit', null],
        ['plan', null],
      ]),
    });
  });
});
