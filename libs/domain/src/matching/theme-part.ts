import { isWithin, topOf } from '../themes/taxonomy';
import { rarity } from './term-weights';

/** A theme or capability that a challenge asks for, and how somebody has it. */
export interface ThemeLine {
  readonly code: string;
  /** `same`: has it; `related`: has the more general one, or another below the same. */
  readonly how: 'same' | 'related' | 'none';
  /** The share of the part that it brings, 0..1. */
  readonly share: number;
}

/**
 * How rare a theme is, above 0. With `own` it is counted among all others but whoever has these: what somebody has says
 * nothing of how rare the rest of it is.
 */
export type ThemeRarity = (code: string, own?: readonly string[]) => number;

/**
 * Compares what a challenge asks for with what somebody has. What is rare among those who can be found counts more. Where
 * only the more general theme is shared, that one counts, by half.
 */
export function themeLines(asked: readonly string[], has: readonly string[], rarity: ThemeRarity): ThemeLine[] {
  const codes = [...new Set(asked)];
  const whole = codes.reduce((sum, code) => sum + rarity(code, has), 0);
  return codes.map((code) => {
    const how = howItMeets(code, has);
    return { code, how, share: how === 'none' ? 0 : worth(code, how, (one) => rarity(one, has)) / whole };
  });
}

/** How a code that somebody has meets one that is asked: all that hold. */
const MEETS = { related: 1, within: 2, same: 4 } as const;

/**
 * Gives what the lines of one wish are worth together, for any number of parties: how two codes meet is found once.
 * @param worthOf a line's share
 */
export function themeScorer(
  asked: readonly string[],
  rarity: ThemeRarity,
  worthOf: (share: number) => number,
): (has: readonly string[]) => number {
  const lines = [...new Set(asked)].map((code) => ({
    code,
    foreign: rarity(code, []),
    own: rarity(code, [code]),
    top: rarity(topOf(code), [code]),
  }));
  const known = new Map<string, Uint8Array>();
  const meetings = (own: string): Uint8Array => {
    const found = known.get(own) ?? Uint8Array.from(lines, ({ code }) => meetingOf(code, own));
    known.set(own, found);
    return found;
  };
  return (has) => {
    const met = new Uint8Array(lines.length);
    for (const own of has) for (const [at, how] of meetings(own).entries()) met[at] = (met[at] ?? 0) | how;
    const rarities = lines.map(({ own, foreign }, at) => (((met[at] ?? 0) & MEETS.within) > 0 ? own : foreign));
    const whole = rarities.reduce((sum, one) => sum + one, 0);
    return lines.reduce((sum, { top }, at) => {
      const [how, own] = [met[at] ?? 0, rarities[at] ?? 0];
      const share = (how & MEETS.same) > 0 ? own : (how & MEETS.related) > 0 ? Math.min(own, top) / 2 : 0;
      return sum + worthOf(share / whole);
    }, 0);
  };
}

function meetingOf(code: string, own: string): number {
  return (
    (topOf(own) === topOf(code) ? MEETS.related : 0) +
    (isWithin(own, code) ? MEETS.within : 0) +
    (own === code ? MEETS.same : 0)
  );
}

function howItMeets(code: string, has: readonly string[]): ThemeLine['how'] {
  if (has.includes(code)) return 'same';
  return has.some((own) => topOf(own) === topOf(code)) ? 'related' : 'none';
}

/** The more general theme is never rarer than what is below it. */
function worth(code: string, how: 'same' | 'related', rarityOf: (code: string) => number): number {
  return how === 'same' ? rarityOf(code) : Math.min(rarityOf(code), rarityOf(topOf(code))) / 2;
}

/** Counts how rare each theme is among those who can be found; who has one has what it is below too. */
export function themeRarity(all: readonly { readonly themes?: readonly string[] }[]): ThemeRarity {
  const counts = new Map<string, number>();
  for (const { themes = [] } of all) for (const code of withTops(themes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (code, own) => {
    const isOwn = own?.some((one) => isWithin(one, code)) === true;
    const others = own === undefined ? all.length : all.length - 1;
    return Math.max(LEAST, rarity(others, (counts.get(code) ?? 0) - (isOwn ? 1 : 0)));
  };
}
/** Also a theme that everybody has says something. */
const LEAST = 0.1;

function withTops(codes: readonly string[]): Set<string> {
  return new Set([...codes, ...codes.map(topOf)]);
}
