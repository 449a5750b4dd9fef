import fc from 'fast-check';
import { FEWEST_DECIDED, learningFigures, type LearningCase } from './learning-figures';

const came = (challenge: number, values: Partial<LearningCase> = {}): LearningCase => ({
  challenge,
  week: 12,
  asked: 'nl',
  offered: 'nl',
  place: 1,
  ...values,
});
const none = (challenge: number, week = 12): LearningCase => came(challenge, { week, offered: null, place: null });

describe('how good suggestions were', () => {
  it('is the share of challenges with an accepted SME among ten, and the mean of one over the place of the first', () => {
    const cases = [
      came(1, { place: 4 }),
      came(1, { place: 2 }),
      came(2, { place: 11 }),
      came(3, { place: null }),
      none(4),
    ];
    const [year, pair] = learningFigures(cases);
    expect(year).toEqual({
      week: null,
      asked: null,
      offered: null,
      challenges: 4,
      acceptedInTen: 1 / 4,
      reciprocalRank: (1 / 2 + 1 / 11) / 4,
    });
    expect(pair).toEqual({
      week: null,
      asked: 'nl',
      offered: 'nl',
      challenges: 3,
      acceptedInTen: 1 / 3,
      reciprocalRank: (1 / 2 + 1 / 11) / 3,
    });
  });

  it('looks for a pair of languages at the SMEs of that language alone', () => {
    const cases = [1, 2, 3].flatMap((challenge) => [came(challenge), came(challenge, { offered: 'en', place: 20 })]);
    const figures = learningFigures(cases).filter(({ week }) => week === null);
    expect(
      figures.map(({ asked, offered, challenges, acceptedInTen }) => [asked, offered, challenges, acceptedInTen]),
    ).toEqual([
      [null, null, 3, 1],
      ['nl', 'nl', 3, 1],
      ['nl', 'en', 3, 0],
      ['en', 'nl', 0, null],
      ['en', 'en', 0, null],
    ]);
  });

  it('is not told for a week with too few decisions, and weeks without any are left out', () => {
    const cases = [came(1), none(2), came(3, { week: 3 }), none(4, 3), none(5, 3)];
    const weeks = learningFigures(cases).filter(({ week, asked }) => week !== null && asked === null);
    expect(weeks.map(({ week, challenges, acceptedInTen }) => [week, challenges, acceptedInTen])).toEqual([
      [3, 3, 1 / 3],
      [12, 2, null],
    ]);
  });

  it('never leaves 0 to 1, and the mean is at most one when somebody came of every challenge', () => {
    const cases = fc.array(
      fc.record({
        challenge: fc.nat({ max: 6 }),
        week: fc.constant(7),
        asked: fc.constantFrom('nl' as const, 'en' as const),
        offered: fc.constantFrom('nl' as const, 'en' as const, null),
        place: fc.option(fc.integer({ min: 1, max: 60 })),
      }),
    );
    fc.assert(
      fc.property(cases, (given) => {
        for (const { challenges, acceptedInTen, reciprocalRank } of learningFigures(given)) {
          expect((acceptedInTen === null) === challenges < FEWEST_DECIDED).toBe(true);
          // whoever is not among ten adds less than a tenth
          if (acceptedInTen !== null && reciprocalRank !== null) {
            expect(reciprocalRank).toBeGreaterThanOrEqual(acceptedInTen / 10);
            expect(reciprocalRank).toBeLessThanOrEqual(acceptedInTen + (1 - acceptedInTen) / 11);
          }
        }
      }),
    );
  });
});
