/** How exposure is shared; docs/matching.md says what it brings and what it costs. */
export const FAIRNESS = {
  /** Scores this close, in millionths, are as good as equal. */
  margin: 30_000,
  /** One place in so many is for somebody who was never shown. */
  places: 10,
  /** What somebody never shown must score at least, of the score that has that place. */
  share: 0.8,
  /** Days for which having been shown counts. */
  days: 90,
} as const;

/** Somebody in a ranked list. */
export interface Exposed {
  readonly id: string;
  /** In millionths. */
  readonly score: number;
  /** What was received in the last days: the sum of `exposureAt`. */
  readonly exposure: number;
  /** Whether it was never shown to anybody. */
  readonly isNew: boolean;
}

/** Why somebody has its place: by score, as the less exposed of near equals, or as one who was never shown. */
export type PlacedBy = 'score' | 'exposure' | 'new';

/** Somebody with its place. */
export interface Placed<Item extends Exposed> {
  readonly item: Item;
  readonly by: PlacedBy;
}

/** What a place in a list is worth, from 1 on: as much as a reader looks at it (Järvelin and Kekäläinen 2002). */
export function exposureAt(place: number): number {
  return 1 / Math.log2(1 + place);
}

/**
 * Orders a list so that near equals take turns and newcomers are seen. Nobody passes another that scores better by more than
 * the margin, but for one place in ten, which goes to the best who was never shown. The same list gives the same order.
 */
export function fairOrder<Item extends Exposed>(items: readonly Item[]): Placed<Item>[] {
  const byScore = [...items].sort((a, b) => b.score - a.score || compare(a.id, b.id));
  const turned = nearEqual(byScore).flatMap((group) =>
    [...group].sort((a, b) => a.exposure - b.exposure || b.score - a.score || compare(a.id, b.id)),
  );
  const placeByScore = new Map(byScore.map((item, place) => [item, place]));
  const placed = turned.map((item, place): Placed<Item> => ({
    item,
    by: place < (placeByScore.get(item) ?? place) ? 'exposure' : 'score',
  }));
  return letNewcomersIn(placed);
}

/** Cuts a list by score into groups whose best and worst are within the margin. */
function nearEqual<Item extends Exposed>(byScore: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (const item of byScore) {
    const group = groups.at(-1);
    const best = group?.[0];
    if (group !== undefined && best !== undefined && best.score - item.score <= FAIRNESS.margin) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Gives the last of every ten places to the best newcomer behind it, when the ten have none and it is good enough. */
function letNewcomersIn<Item extends Exposed>(placed: readonly Placed<Item>[]): Placed<Item>[] {
  const order = [...placed];
  for (let last = FAIRNESS.places - 1; last < order.length; last += FAIRNESS.places) {
    const ten = order.slice(last - FAIRNESS.places + 1, last + 1);
    const holder = order[last];
    if (holder === undefined || ten.some(({ item }) => item.isNew)) continue;
    const least = holder.item.score * FAIRNESS.share;
    const found = order.findIndex(({ item }, place) => place > last && item.isNew && item.score >= least);
    const [newcomer] = found === -1 ? [] : order.splice(found, 1);
    if (newcomer !== undefined) order.splice(last, 0, { item: newcomer.item, by: 'new' });
  }
  return order;
}

/** How unevenly something is spread: 0 when all have the same, near 1 when one has all (Gini 1912). */
export function giniOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const sum = sorted.reduce((all, value) => all + value, 0);
  if (sum === 0) return 0;
  const weighted = sorted.reduce((all, value, index) => all + (2 * (index + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * sum);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
