/** Somebody who can fill places of a gap. */
export interface Filler {
  readonly id: string;
  /** One bit for each item of the gap that it covers. */
  readonly covers: number;
  /** Whole, not below 0; more is better. */
  readonly score: number;
}

/** The smallest sets that cover a gap together. */
export interface Covers<Of extends Filler> {
  /** The best first: most score together, then by ids. Each set in the order of score. */
  readonly sets: readonly (readonly Of[])[];
  /** Whether there are more of this size than were asked for. */
  readonly isMore: boolean;
}

/** What a bit mask can hold. */
export const MOST_GAP_ITEMS = 30;

/**
 * Gives the smallest sets of fillers that cover every item of `needed`, at most `limit`, the best first. None when something
 * is covered by nobody; one empty set when nothing is needed.
 *
 * Exact. Items that come along with another one are left out; of what is still open, the item that fewest can cover decides
 * whom to try. Sizes are tried from the smallest. How much score so many can bring at most for what is open is found once, and
 * cuts off every branch that can bring nothing better.
 */
export function smallestCovers<Of extends Filler>(fillers: readonly Of[], needed: number, limit: number): Covers<Of> {
  const ranked = fillers.filter(({ covers }) => (covers & needed) !== 0).toSorted(better);
  const decisive = decisiveItems(
    ranked.map(({ covers }) => covers & needed),
    needed,
  );
  const search = new CoverSearch(
    ranked.map((filler) => ({ filler, covers: filler.covers & decisive })),
    decisive,
    limit + 1,
  );
  const sets = search.run();
  return { sets: sets.slice(0, limit), isMore: sets.length > limit };
}

interface Placed<Of extends Filler> {
  readonly filler: Of;
  readonly covers: number;
}
interface FoundSet<Of extends Filler> {
  readonly score: number;
  readonly members: readonly Of[];
}
/** When what is open cannot be covered by so few. */
const NEVER = -1;

/** What is to be covered, and by whom. */
interface Item<Of extends Filler> {
  readonly bit: number;
  /** The best first. */
  readonly able: readonly Placed<Of>[];
  /** Those for whom nobody better can stand, who cover most first: enough to find the bounds. */
  readonly enough: readonly Placed<Of>[];
}

class CoverSearch<Of extends Filler> {
  /** The item that fewest cover first. */
  private readonly items: readonly Item<Of>[];
  private readonly mostAtOnce: number;
  /** By how many are left to choose, then by what is open. */
  private readonly bounds: Map<number, number>[] = [];
  private readonly excluded = new Set<Of>();
  private readonly members: Of[] = [];
  private found: FoundSet<Of>[] = [];

  constructor(
    placed: readonly Placed<Of>[],
    private readonly needed: number,
    private readonly limit: number,
  ) {
    const enough = undominated(placed).sort((a, b) => bitsOf(b.covers).length - bitsOf(a.covers).length);
    this.mostAtOnce = Math.max(1, bitsOf(enough[0]?.covers ?? 0).length);
    const covering = (all: readonly Placed<Of>[], bit: number) => all.filter(({ covers }) => (covers & bit) !== 0);
    this.items = bitsOf(needed)
      .map((bit) => ({ bit, able: covering(placed, bit), enough: covering(enough, bit) }))
      .sort((a, b) => a.able.length - b.able.length);
  }

  run(): (readonly Of[])[] {
    const most = countOf(this.needed);
    for (let size = 0; size <= most && this.found.length === 0; size += 1)
      if (this.bound(this.needed, size) !== NEVER) this.extend(this.needed, size, 0);
    return this.found.map(({ members }) => members);
  }

  /** Gives the most score that so many can bring who cover what is open. */
  private bound(open: number, left: number): number {
    if (open === 0) return 0;
    if (countOf(open) > left * this.mostAtOnce) return NEVER;
    const known = (this.bounds[left] ??= new Map());
    const score = known.get(open) ?? this.bestOf(open, left);
    known.set(open, score);
    return score;
  }

  private bestOf(open: number, left: number): number {
    let best = NEVER;
    for (const { filler, covers } of this.rarest(open)?.enough ?? []) {
      const rest = this.bound(open & ~covers, left - 1);
      if (rest !== NEVER) best = Math.max(best, rest + filler.score);
    }
    return best;
  }

  private extend(open: number, left: number, score: number): void {
    if (open === 0) {
      this.keep({ score, members: this.members.toSorted(better) });
      return;
    }
    const tried: Of[] = [];
    for (const { filler, covers } of this.rarest(open)?.able ?? []) {
      const rest = this.bound(open & ~covers, left - 1);
      if (rest === NEVER || this.excluded.has(filler) || score + filler.score + rest < this.worstKept()) continue;
      this.members.push(filler);
      this.extend(open & ~covers, left - 1, score + filler.score);
      this.members.pop();
      // sets with this one are all found now; without this a set would come once for each of its orders
      this.excluded.add(filler);
      tried.push(filler);
    }
    for (const filler of tried) this.excluded.delete(filler);
  }

  /** The item of those that are open which fewest can cover. */
  private rarest(open: number): Item<Of> | undefined {
    return this.items.find(({ bit }) => (open & bit) !== 0);
  }

  private worstKept(): number {
    return this.found.length < this.limit ? -1 : (this.found.at(-1)?.score ?? -1);
  }

  private keep(set: FoundSet<Of>): void {
    this.found = [...this.found, set].sort(betterSet).slice(0, this.limit);
  }
}

/** Gives the bits of a mask, each alone. */
function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(rest & -rest);
  return bits;
}

function countOf(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Leaves out every item that whoever covers another one covers too: it comes along. */
function decisiveItems(covers: readonly number[], needed: number): number {
  let decisive = needed;
  for (const bit of bitsOf(needed)) {
    const isImplied = bitsOf(decisive & ~bit).some((other) => {
      const able = covers.filter((mask) => (mask & other) !== 0);
      return able.length > 0 && able.every((mask) => (mask & bit) !== 0);
    });
    if (isImplied) decisive &= ~bit;
  }
  return decisive;
}

/** Leaves out whoever covers no more than somebody with as much score. @param placed the best first */
function undominated<Of extends Filler>(placed: readonly Placed<Of>[]): Placed<Of>[] {
  const kept: Placed<Of>[] = [];
  for (const one of placed) if (!kept.some(({ covers }) => (one.covers & ~covers) === 0)) kept.push(one);
  return kept;
}

function better(a: Filler, b: Filler): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

function betterSet(a: FoundSet<Filler>, b: FoundSet<Filler>): number {
  const ids = ({ members }: FoundSet<Filler>) => members.map(({ id }) => id).join(' ');
  return b.score - a.score || (ids(a) < ids(b) ? -1 : 1);
}
