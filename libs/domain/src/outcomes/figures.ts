/** What is counted in a year. */
export const FIGURE_KINDS = ['challenges', 'proposals', 'matches', 'outcomes'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];
/** Figures about what is public itself need no guard. */
export const OPEN_FIGURES: readonly FigureKind[] = ['challenges'];
/** Counts below it are not published: they could point at one organisation. */
export const LEAST_PUBLISHED = 3;

/** Something that happened, without who. */
export interface Fact {
  readonly kind: FigureKind;
  /** From 1 to 12. */
  readonly month: number;
  /** Main themes of the challenge. */
  readonly themes: readonly string[];
  /** The province of the challenge; null when it has none. */
  readonly region: string | null;
}

/** A count under its name; null when it is not told. */
export interface Cell {
  readonly key: string;
  readonly count: number | null;
}

/** A count that is known. */
export interface CountedCell extends Cell {
  readonly count: number;
}

/** Counts of one kind, in three ways. */
export interface Counted {
  readonly total: number;
  /** January to December, all twelve. */
  readonly months: readonly CountedCell[];
  /** Most first. */
  readonly themes: readonly CountedCell[];
  /** Most first. */
  readonly regions: readonly CountedCell[];
}

/** Counts facts by month, theme and province; a fact with two themes counts for both. */
export function countFacts(facts: readonly Fact[]): Counted {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1));
  const inMonths = counts(facts.map(({ month }) => String(month)));
  return {
    total: facts.length,
    months: months.map((key) => ({ key, count: inMonths.get(key) ?? 0 })),
    themes: mostFirst(facts.flatMap(({ themes }) => [...new Set(themes)])),
    regions: mostFirst(facts.map(({ region }) => region ?? 'elsewhere')),
  };
}

/** Counts names, most first, then by name. */
export function mostFirst(keys: readonly string[]): CountedCell[] {
  return [...counts(keys)]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/**
 * Leaves out counts below `LEAST_PUBLISHED`. Where the total would give away what was left out, the smallest counts that are
 * left go too, until the hidden ones could be shared out in more than one way.
 */
export function guardSmall(cells: readonly CountedCell[]): Cell[] {
  const hidden = new Set(cells.filter(({ count }) => count < LEAST_PUBLISHED));
  const inOrder = [...cells].filter((cell) => !hidden.has(cell)).sort((a, b) => a.count - b.count);
  while (isGivenAway([...hidden])) {
    const next = inOrder.shift();
    if (next === undefined) break;
    hidden.add(next);
  }
  return cells.map((cell) => (hidden.has(cell) ? { key: cell.key, count: null } : cell));
}

/** Whether somebody who knows the sum of hidden counts knows each: one alone, or all as large as a hidden one can be. */
function isGivenAway(hidden: readonly CountedCell[]): boolean {
  const small = hidden.filter(({ count }) => count < LEAST_PUBLISHED);
  const sum = small.reduce((all, { count }) => all + count, 0);
  if (sum === 0 || hidden.length > small.length) return false;
  return small.length === 1 || sum === small.length * (LEAST_PUBLISHED - 1);
}

function counts(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

/** The middle of numbers, the lower of two; null when there are none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
