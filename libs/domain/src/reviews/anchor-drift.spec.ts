import { anchorDrift } from './anchor-drift';

describe('the drift on an anchor', () => {
  it('is the distance to the mean of the others, the widest first', () => {
    const scores = [
      { reviewerId: 'mild', score: 4 },
      { reviewerId: 'strict', score: 1 },
      { reviewerId: 'between', score: 3 },
    ];
    expect(anchorDrift(scores)).toEqual([
      { reviewerId: 'strict', score: 1, drift: -2.5 },
      { reviewerId: 'mild', score: 4, drift: 2 },
      { reviewerId: 'between', score: 3, drift: 0.5 },
    ]);
  });

  it('is not told of one reviewer, and is nothing without any', () => {
    expect(anchorDrift([{ reviewerId: 'only', score: 4 }])).toEqual([{ reviewerId: 'only', score: 4, drift: null }]);
    expect(anchorDrift([])).toEqual([]);
  });
});
