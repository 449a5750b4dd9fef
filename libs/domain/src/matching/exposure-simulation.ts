import { randomFrom } from '../chance/seeded-random';
import { exposureAt, fairOrder, giniOf, type Exposed } from './fair-order';

/** What fair exposure brings and costs over some lists, one after another. */
export interface ExposureFigures {
  /** How unevenly exposure was spread over everybody. */
  readonly gini: number;
  /** The share that was in no list. */
  readonly neverShown: number;
  /** Mean score of those shown, in millionths. */
  readonly meanScore: number;
}

/** Shows the first places of each list, in the order of `scores`; with fairness or by score alone. */
export function simulateExposure(
  scores: readonly (readonly number[])[],
  shown: number,
  order: 'fair' | 'score',
): ExposureFigures {
  const received = (scores[0] ?? []).map(() => 0);
  let sum = 0;
  for (const list of scores) {
    const items: (Exposed & { readonly index: number })[] = list.flatMap((score, index) =>
      score === 0
        ? []
        : [{ id: nameOf(index), index, score, exposure: received[index] ?? 0, isNew: (received[index] ?? 0) === 0 }],
    );
    const ranked =
      order === 'fair'
        ? fairOrder(items).map(({ item }) => item)
        : items.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    for (const [place, { index, score }] of ranked.slice(0, shown).entries()) {
      received[index] = (received[index] ?? 0) + exposureAt(place + 1);
      sum += score;
    }
  }
  return {
    gini: giniOf(received),
    neverShown: received.filter((value) => value === 0).length / received.length,
    meanScore: sum / (scores.length * shown),
  };
}

/** Names that sort as their numbers do. */
function nameOf(index: number): string {
  return String(index).padStart(7, '0');
}

/** Makes scores of challenges and SMEs with topics of their own, the same for the same seed; some SMEs are known for much. */
export function makeScores(challenges: number, smes: number, seed: number): number[][] {
  const random = randomFrom(seed);
  const topics = 12;
  const skills = Array.from({ length: smes }, () => ({
    topic: Math.floor(random() * topics),
    second: Math.floor(random() * topics),
    breadth: random() ** 3,
  }));
  return Array.from({ length: challenges }, () => {
    const topic = Math.floor(random() * topics);
    return skills.map(({ topic: first, second, breadth }) => {
      const fit = (first === topic ? 0.45 : second === topic ? 0.3 : 0.05) + 0.2 * breadth + 0.2 * random();
      return Math.round(fit * 1_000_000);
    });
  });
}
