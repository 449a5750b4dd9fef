import { openReader } from './command';
import challenges from './development-set/challenges.json' with { type: 'json' };
import grades from './development-set/grades.json' with { type: 'json' };
import profiles from './development-set/profiles.json' with { type: 'json' };
import { makeScores, simulateExposure, type ExposureFigures } from './exposure-simulation';
import { exposureAt, fairOrder } from './fair-order';
import { matchFiles } from './match-files';

/** What fair exposure brings in a simulation, and what it costs on the development set. */
export interface FairnessFigures {
  readonly byScore: ExposureFigures;
  readonly fair: ExposureFigures;
  /** nDCG@10 of the development set, Dutch with Dutch, all challenges one after another. */
  readonly ndcg: { readonly byScore: number; readonly fair: number };
}

type FileResult = ReturnType<typeof matchFiles> extends Iterable<infer Result> ? Result : never;

const SIMULATED = { challenges: 50, smes: 500, shown: 10, seed: 4 };
const GRADES: Readonly<Record<string, Readonly<Record<string, number>>>> = grades;

/** Measures both ways of ordering on the same lists; the same every time. */
export function fairnessFigures(): FairnessFigures {
  const results = rankedByScore();
  const scores = makeScores(SIMULATED.challenges, SIMULATED.smes, SIMULATED.seed);
  return {
    byScore: simulateExposure(scores, SIMULATED.shown, 'score'),
    fair: simulateExposure(scores, SIMULATED.shown, 'fair'),
    ndcg: { byScore: meanGain(results, 'score'), fair: meanGain(results, 'fair') },
  };
}

/** Scores of every profile for every challenge, Dutch with Dutch. */
function rankedByScore(): FileResult[] {
  const results = matchFiles(
    challenges.map((challenge) => ({ id: challenge.id, lang: 'nl', texts: challenge.nl })),
    profiles.map(({ id, documents }) => ({
      id,
      lang: 'nl',
      documents: documents.map((document) => ({ id: document.id, ...document.nl })),
    })),
    openReader(),
    false,
  );
  return [...results];
}

function meanGain(results: readonly FileResult[], order: 'fair' | 'score'): number {
  const received = new Map<string, number>();
  const gains = results.map(({ challengeId, scores }) => {
    const own = GRADES[challengeId] ?? {};
    const items = Object.entries(scores)
      .map(([id, score]) => ({
        id,
        score: score * 1_000_000,
        exposure: received.get(id) ?? 0,
        isNew: !received.has(id),
      }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    const ranked = order === 'fair' ? fairOrder(items).map(({ item }) => item) : items;
    for (const [place, { id }] of ranked.slice(0, 10).entries())
      received.set(id, (received.get(id) ?? 0) + exposureAt(place + 1));
    return gainOf(ranked.map(({ id }) => own[id] ?? 0)) / gainOf(Object.values(own).sort((a, b) => b - a));
  });
  return gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}

/** Discounted gain of the first ten, gain 2^grade − 1. */
function gainOf(ranked: readonly number[]): number {
  return ranked.slice(0, 10).reduce((sum, grade, place) => sum + (2 ** grade - 1) * exposureAt(place + 1), 0);
}
