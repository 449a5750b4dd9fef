import { type RecommendationDto } from '@htsm/contracts';
import { scoreParts } from './score-parts';

const item = {
  score: 422_600,
  parts: { text: 240_400, themes: 133_400, requirements: 48_800, evidence: 0 },
  requirements: [
    { kind: 'regions', asked: 'drenthe', metPercent: 100, millionths: 24_400 },
    { kind: 'trl', asked: '4-7', metPercent: 100, millionths: 24_400 },
  ],
} as unknown as RecommendationDto; // the other fields play no part

describe('the parts of a score', () => {
  it('add up to it in tenths of points, the largest taking what rounding lost', () => {
    expect(scoreParts(item).map(({ name, points }) => [name, points])).toEqual([
      ['themes', 13.3],
      ['text', 24.2],
      ['evidence', 0],
      ['regions', 2.4],
      ['trl', 2.4],
    ]);
  });

  it('keep their colours', () => {
    expect(scoreParts({ ...item, requirements: [] }).map(({ tone }) => tone)).toEqual([1, 3, 4]);
  });
});
