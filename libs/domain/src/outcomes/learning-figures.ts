import { LOCALES, type Locale } from '../themes/themes';

/** Below so many challenges there is no figure: one decision more or less would turn it over. */
export const FEWEST_DECIDED = 3;
/** Places that count as seen. */
const SEEN = 10;

/** An SME that was accepted for a decided challenge, or the one row of a challenge for which nobody was. */
export interface LearningCase {
  /** A number for the challenge, the same in all its rows. */
  readonly challenge: number;
  /** ISO week of the decision, in Amsterdam. */
  readonly week: number;
  /** Language of the challenge. */
  readonly asked: Locale;
  /** Language of the SME's profile; null when there is no profile, or nobody. */
  readonly offered: Locale | null;
  /** Where it stood by score when somebody first acted; null when it did not fit then, or there is nobody. */
  readonly place: number | null;
}

/** How high those stood that were the right ones. */
export interface LearningFigure {
  /** ISO week; null for the whole year. */
  readonly week: number | null;
  /** Languages of challenge and profile; both null for all of them. */
  readonly asked: Locale | null;
  readonly offered: Locale | null;
  /** Decided challenges that it counts; at least one, but for the whole year. */
  readonly challenges: number;
  /** accept@10, from 0 to 1; null with fewer than `FEWEST_DECIDED` challenges. */
  readonly acceptedInTen: number | null;
  /** MRR of the first accepted, from 0 to 1; null likewise. */
  readonly reciprocalRank: number | null;
}

const PAIRS = LOCALES.flatMap((asked) => LOCALES.map((offered) => ({ asked, offered })));

/**
 * How good the suggestions were, for the year and for each ISO week in which a challenge was decided.
 *
 * - An SME is accepted when it is interested, introduced, agreed or concluded on the board, or has a collaboration (by a match
 *   or an agreement). Its place is the one by score among all that fitted, at the first act about it: put on the board by the
 *   taskforce, or its proposal handed in. Who did not fit then has no place.
 * - accept@10 is the share of challenges decided in that week with at least one accepted SME among the first ten.
 * - MRR is the mean over those challenges of 1 / place of the accepted SME that stood highest; 0 when none has a place.
 * - For a pair of languages only challenges in the one language count, and of them those with an accepted SME whose profile is in
 *   the other; only those SMEs are looked at. So a challenge for which nobody was accepted counts in the whole only.
 *
 * The whole year comes first, each time all languages before the four pairs; then the weeks, oldest first, without pairs that
 * have no challenge.
 */
export function learningFigures(cases: readonly LearningCase[]): LearningFigure[] {
  const weeks = [...Map.groupBy(cases, ({ week }) => week)].sort(([a], [b]) => a - b);
  return [
    ...figuresOf(null, cases),
    ...weeks.flatMap(([week, own]) => figuresOf(week, own).filter(({ challenges }) => challenges > 0)),
  ];
}

function figuresOf(week: number | null, cases: readonly LearningCase[]): LearningFigure[] {
  return [
    { week, asked: null, offered: null, ...measure(cases) },
    ...PAIRS.map((pair) => ({
      week,
      ...pair,
      ...measure(cases.filter(({ asked, offered }) => asked === pair.asked && offered === pair.offered)),
    })),
  ];
}

function measure(cases: readonly LearningCase[]): Omit<LearningFigure, 'week' | 'asked' | 'offered'> {
  const best = [...Map.groupBy(cases, ({ challenge }) => challenge).values()].map((own) =>
    Math.min(...own.map(({ place }) => place ?? Infinity)),
  );
  const challenges = best.length;
  if (challenges < FEWEST_DECIDED) return { challenges, acceptedInTen: null, reciprocalRank: null };
  return {
    challenges,
    acceptedInTen: best.filter((place) => place <= SEEN).length / challenges,
    reciprocalRank: best.reduce((sum, place) => sum + 1 / place, 0) / challenges,
  };
}
