import { randomFrom } from '../../chance/seeded-random';
import type { AssignmentInstance } from '../assignment-instance';

/** How large an example is; `topics` are shared unevenly, as fields of work are. */
export interface ExampleSize {
  readonly proposals: number;
  readonly reviewers: number;
  readonly seed: number;
  /** Pairs that are listed: the best of each proposal and of each reviewer; all when left out. */
  readonly listed?: { readonly perProposal: number; readonly perReviewer: number };
  readonly mode?: AssignmentInstance['mode'];
  /** The most that a reviewer judges, in mean loads; 1.1 when left out. */
  readonly load?: number;
  /** The part of the pairs that have a conflict; 0.05 when left out. */
  readonly conflicts?: number;
}

const TOPICS = 20;
const K = 3;

/** Makes an instance with three reviewers for each proposal. */
export function exampleInstance({
  mode = 'sum',
  load = 1.1,
  conflicts: part = 0.05,
  ...size
}: ExampleSize): AssignmentInstance {
  const random = randomFrom(size.seed);
  const proposals = Array.from({ length: size.proposals }, (_, index) => ({ id: `p${index + 1}` }));
  const maxLoad = Math.ceil((load * K * size.proposals) / size.reviewers);
  const reviewers = Array.from({ length: size.reviewers }, (_, index) => ({
    id: `r${index + 1}`,
    minLoad: 0,
    maxLoad,
  }));
  const scores = affinities(size, random);
  const conflicts = proposals.flatMap(({ id }) =>
    reviewers.filter(() => random() < part).map((reviewer) => [id, reviewer.id] as const),
  );
  const affinity = listed(scores, size).map(
    ([proposal, reviewer]) =>
      [`p${proposal + 1}`, `r${reviewer + 1}`, scores[proposal * size.reviewers + reviewer] ?? 0] as const,
  );
  return { k: K, mode, defaultAffinity: null, proposals, reviewers, affinity, conflicts, fixed: [] };
}

function affinities({ proposals, reviewers }: ExampleSize, random: () => number): Float64Array {
  const interests = (count: number, topics: number, skew: number): Float64Array[] =>
    Array.from({ length: count }, () => {
      const vector = new Float64Array(TOPICS);
      for (let index = 0; index < topics; index += 1)
        vector[Math.floor(TOPICS * random() ** skew)] = 0.3 + 0.7 * random();
      return vector;
    });
  const asked = interests(proposals, 2, 1.5);
  const known = interests(reviewers, 3, 2.5);
  const scores = new Float64Array(proposals * reviewers);
  for (const [proposal, one] of asked.entries())
    for (const [reviewer, other] of known.entries()) {
      const shared = one.reduce((sum, weight, topic) => sum + weight * (other[topic] ?? 0), 0);
      const norm = Math.hypot(...one) * Math.hypot(...other);
      const score = 0.9 * (shared / norm) + 0.1 * random();
      scores[proposal * reviewers + reviewer] = Math.round(score * 1e6) / 1e6;
    }
  return scores;
}

function listed(scores: Float64Array, { proposals, reviewers, listed: most }: ExampleSize): [number, number][] {
  const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  const best = (count: number, score: (index: number) => number, keep: number): number[] =>
    all(count)
      .sort((a, b) => score(b) - score(a))
      .slice(0, keep);
  const chosen = new Set<number>();
  const perProposal = most?.perProposal ?? reviewers;
  for (const proposal of all(proposals))
    for (const reviewer of best(reviewers, (index) => scores[proposal * reviewers + index] ?? 0, perProposal))
      chosen.add(proposal * reviewers + reviewer);
  for (const reviewer of all(most === undefined ? 0 : reviewers))
    for (const proposal of best(
      proposals,
      (index) => scores[index * reviewers + reviewer] ?? 0,
      most?.perReviewer ?? 0,
    ))
      chosen.add(proposal * reviewers + reviewer);
  return [...chosen].sort((a, b) => a - b).map((pair) => [Math.floor(pair / reviewers), pair % reviewers]);
}
