import { rarity } from './term-weights';

/** A theme or capability that a challenge asks for, and how somebody has it. */
export interface ThemeLine {
  readonly code: string;
  /** `same`: has it; `related`: has the more general one, or another below the same. */
  readonly how: 'same' | 'related' | 'none';
  /** The share of the part that it brings, 0..1. */
  readonly share: number;
}

/** A code of two levels, `theme/capability`, belongs below its first part. */
function parentOf(code: string): string {
  return code.split('/', 1)[0] ?? code;
}

/**
 * Compares what a challenge asks for with what somebody has. Rare ones count more; a related one counts half.
 * @param rarity of a code, above 0; what is rare among those who can be found says more
 */
export function themeLines(
  asked: readonly string[],
  has: readonly string[],
  rarity: (code: string) => number,
): ThemeLine[] {
  const codes = [...new Set(asked)];
  const whole = codes.reduce((sum, code) => sum + rarity(code), 0);
  return codes.map((code) => {
    const how = howItMeets(code, has);
    const worth = how === 'same' ? 1 : how === 'related' ? 0.5 : 0;
    return { code, how, share: (worth * rarity(code)) / whole };
  });
}

function howItMeets(code: string, has: readonly string[]): ThemeLine['how'] {
  if (has.includes(code)) return 'same';
  return has.some((own) => parentOf(own) === parentOf(code)) ? 'related' : 'none';
}

/** How rare each theme is among those who can be found; above nothing also when everybody has it. */
export function themeRarity(all: readonly { readonly themes?: readonly string[] }[]): (code: string) => number {
  const counts = new Map<string, number>();
  for (const { themes = [] } of all) for (const code of new Set(themes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (code) => Math.max(0.1, rarity(all.length, counts.get(code) ?? 0));
}
