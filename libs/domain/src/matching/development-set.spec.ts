import { LOCALES, type Locale } from '../themes/themes';
import { openReader } from './command';
import challenges from './development-set/challenges.json' with { type: 'json' };
import grades from './development-set/grades.json' with { type: 'json' };
import profiles from './development-set/profiles.json' with { type: 'json' };
import { matchFiles } from './match-files';

/** Means over all challenges of the development set. */
interface Figures {
  /** Normalised discounted gain of the first ten, gain 2^grade − 1 (Järvelin and Kekäläinen 2002). */
  readonly ndcg10: number;
  /** One over the rank of the first that is graded 2 or 3. */
  readonly mrr: number;
  /** The share of those graded 3 that are among the first five. */
  readonly recall5: number;
}

const reader = openReader();
const GRADES: Readonly<Record<string, Readonly<Record<string, number>>>> = grades;

function figures(asked: Locale, found: Locale): Figures {
  const results = matchFiles(
    challenges.map((challenge) => ({ id: challenge.id, lang: asked, texts: challenge[asked] })),
    profiles.map(({ id, documents }) => ({
      id,
      lang: found,
      documents: documents.map((document) => ({ id: document.id, ...document[found] })),
    })),
    reader,
    false,
  );
  const all = [...results].map(({ challengeId, scores }) => {
    const own = GRADES[challengeId] ?? {};
    const ranked = Object.entries(scores).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return figuresOf(
      ranked.map(([id]) => own[id] ?? 0),
      Object.values(own),
    );
  });
  const mean = (figure: keyof Figures) => all.reduce((sum, one) => sum + one[figure], 0) / all.length;
  return { ndcg10: mean('ndcg10'), mrr: mean('mrr'), recall5: mean('recall5') };
}

function figuresOf(ranked: readonly number[], graded: readonly number[]): Figures {
  const gain = (list: readonly number[]) =>
    list.slice(0, 10).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
  const first = ranked.findIndex((grade) => grade >= 2);
  const best = graded.filter((grade) => grade === 3).length;
  return {
    ndcg10: gain(ranked) / gain(graded.toSorted((a, b) => b - a)),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall5: ranked.slice(0, 5).filter((grade) => grade === 3).length / Math.min(5, best),
  };
}

describe('the order on the development set', () => {
  const pairs = LOCALES.flatMap((asked) => LOCALES.map((found) => ({ asked, found, ...figures(asked, found) })));
  const rounded = pairs.map((pair) => ({
    pair: `${pair.asked} → ${pair.found}`,
    ...Object.fromEntries(
      (['ndcg10', 'mrr', 'recall5'] as const).map((name) => [name, Math.round(pair[name] * 1000) / 1000]),
    ),
  }));

  it('is what docs/matching.md says', () => {
    expect(rounded).toMatchInlineSnapshot(`
      [
        {
          "mrr": 0.819,
          "ndcg10": 0.754,
          "pair": "nl → nl",
          "recall5": 0.842,
        },
        {
          "mrr": 0.746,
          "ndcg10": 0.697,
          "pair": "nl → en",
          "recall5": 0.825,
        },
        {
          "mrr": 0.73,
          "ndcg10": 0.67,
          "pair": "en → nl",
          "recall5": 0.8,
        },
        {
          "mrr": 0.771,
          "ndcg10": 0.702,
          "pair": "en → en",
          "recall5": 0.825,
        },
      ]
    `);
  });

  it('is nearly as good across languages as within one', () => {
    const mrr = (isAcross: boolean) => {
      const chosen = pairs.filter(({ asked, found }) => (asked !== found) === isAcross);
      return chosen.reduce((sum, pair) => sum + pair.mrr, 0) / chosen.length;
    };
    expect(mrr(false) - mrr(true)).toBeLessThan(0.1);
  });
});
