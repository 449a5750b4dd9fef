import { type RecommendationDto } from '@htsm/contracts';
import { scoreParts } from './score-parts';

const item = {
  score: 423_456,
  parts: { text: 240_149, themes: 133_333, requirements: 49_974, evidence: 0 },
  requirements: [
    { kind: 'regions', asked: 'drenthe', metPercent: 100, millionths: 24_987 },
    { kind: 'trl', asked: '4-7', metPercent: 100, millionths: 24_987 },
  ],
} as unknown as RecommendationDto; // the other fields play no part

describe('the parts of a score', () => {
  it('add up to it in tenths of points', () => {
    expect(scoreParts(item).map(({ name, points }) => [name, points])).toEqual([
      ['themes', 13.3],
      ['text', 24.1],
      ['evidence', 0],
      ['regions', 2.5],
      ['trl', 2.5],
    ]);
  });

  it('keep their colours', () => {
    expect(scoreParts({ ...item, requirements: [] }).map(({ tone }) => tone)).toEqual([1, 3, 4]);
  });
});
