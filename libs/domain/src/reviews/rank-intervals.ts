import { randomFrom } from '../chance/seeded-random';
import { scoreInHundredths } from './scoring';

const { floor, max, min, sqrt } = Math;

/** The scores of one proposal that competes for a place, one for each review. */
export interface ScoreSample {
  readonly id: string;
  readonly scores: readonly number[];
}

/** The best and the worst place that are plausible. */
export interface PlaceInterval {
  readonly best: number;
  readonly worst: number;
}

/** Number of times that the reviews are drawn again. */
export const INTERVAL_DRAWS = 1_000;
/** Share of the draws whose places lie within the interval. */
export const INTERVAL_LEVEL = 0.9;
/** The same for every challenge, so that the same reviews always give the same intervals. */
const SEED = 20_260_101;
/** Scores in hundredths may leave 0 to 500 by a borrowed deviation or an adjustment; beyond these the place is the same. */
const [LOWEST, HIGHEST] = [-500, 1_000];

/** The samples in arrays: those of proposal p lie from `starts[p]` up to `starts[p + 1]`. */
interface Pool {
  readonly size: number;
  readonly starts: Int32Array;
  readonly scores: Float64Array;
  /** Deviations from the mean of every proposal with two reviews or more, made as wide as the reviews themselves differ. */
  readonly deviations: Float64Array;
}

/**
 * Gives for each proposal the places that hold 90 % of 1,000 draws, by id; nothing when no proposal has two reviews.
 *
 * Every draw takes new reviews from those of each proposal, with replacement, one fewer than there are: then their mean
 * varies as much as the mean of that many reviews does, which drawing all of them would understate (P. J. McCarthy and
 * C. B. Snowden, The bootstrap and finite population sampling, 1985; J. N. K. Rao and C. F. J. Wu, JASA 83, 1988). A
 * proposal with one review borrows the deviations of the others. Reviewers are drawn apart for each proposal, so that
 * strictness shared over proposals is not in the interval. Places are counted as in the ranking, with ties sharing one.
 */
export function placeIntervals(samples: readonly ScoreSample[]): Map<string, PlaceInterval> {
  const known = samples.filter(({ scores }) => scores.length > 0).sort((one, other) => (one.id < other.id ? -1 : 1));
  const pool = poolOf(known);
  if (pool.deviations.length === 0) return new Map();
  const counts = countPlaces(pool);
  return new Map(known.map(({ id }, index) => [id, intervalOf(counts, index, pool.size)]));
}

function poolOf(samples: readonly ScoreSample[]): Pool {
  const starts = new Int32Array(samples.length + 1);
  for (const [index, { scores }] of samples.entries()) starts[index + 1] = (starts[index] ?? 0) + scores.length;
  // sorted, so that the order in which reviews are read does not decide what is drawn
  const sorted = samples.map(({ scores }) => [...scores].sort((one, other) => one - other));
  return {
    size: samples.length,
    starts,
    scores: Float64Array.from(sorted.flat()),
    deviations: Float64Array.from(sorted.flatMap(widened)),
  };
}

function widened(scores: readonly number[]): number[] {
  if (scores.length < 2) return [];
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const factor = sqrt(scores.length / (scores.length - 1));
  return scores.map((score) => (score - mean) * factor);
}

/** Counts how often each proposal comes on each place: row p of `size` counts is of proposal p. */
function countPlaces(pool: Pool): Int32Array {
  const random = randomFrom(SEED);
  const counts = new Int32Array(pool.size * pool.size);
  const keys = new Int32Array(pool.size);
  const above = new Int32Array(HIGHEST - LOWEST + 2);
  for (let draw = 0; draw < INTERVAL_DRAWS; draw += 1) {
    drawKeys(pool, random, keys);
    const [lowest, highest] = countAbove(keys, above);
    for (let index = 0; index < pool.size; index += 1) {
      const at = index * pool.size + (above[(keys[index] ?? 0) + 1] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    above.fill(0, lowest, highest + 1);
  }
  return counts;
}

/** Makes `above[key]` the number of keys from there up, from the lowest to the highest key, which it gives. */
function countAbove(keys: Int32Array, above: Int32Array): [lowest: number, highest: number] {
  let [lowest, highest] = [above.length, 0];
  for (const key of keys) {
    above[key] = (above[key] ?? 0) + 1;
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  for (let key = highest; key >= lowest; key -= 1) above[key] = (above[key] ?? 0) + (above[key + 1] ?? 0);
  return [lowest, highest];
}

/** Draws a mean for every proposal, as printed: in hundredths, counted from the lowest. */
function drawKeys({ size, starts, scores, deviations }: Pool, random: () => number, keys: Int32Array): void {
  for (let index = 0; index < size; index += 1) {
    const start = starts[index] ?? 0;
    const reviews = (starts[index + 1] ?? 0) - start;
    const mean =
      reviews > 1
        ? drawMean(scores, start, reviews, random)
        : (scores[start] ?? 0) + (deviations[floor(random() * deviations.length)] ?? 0);
    keys[index] = min(HIGHEST, max(LOWEST, scoreInHundredths(mean))) - LOWEST;
  }
}

function drawMean(scores: Float64Array, start: number, reviews: number, random: () => number): number {
  let sum = 0;
  for (let drawn = 1; drawn < reviews; drawn += 1) sum += scores[start + floor(random() * reviews)] ?? 0;
  return sum / (reviews - 1);
}

function intervalOf(counts: Int32Array, index: number, size: number): PlaceInterval {
  const tail = floor((INTERVAL_DRAWS * (1 - INTERVAL_LEVEL)) / 2 + 1e-9);
  const row = counts.subarray(index * size, (index + 1) * size);
  return { best: 1 + firstBeyond(row, tail), worst: size - firstBeyond(row.toReversed(), tail) };
}

/** Gives the first position at which the counts so far are more than the tail. */
function firstBeyond(counts: Int32Array, tail: number): number {
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen > tail;
  });
}
