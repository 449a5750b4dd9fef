import { divide, millionths, type ScorePart } from './match-score';
import { isMissing, requirementLines, type Offers, type RequirementLine, type Requirements } from './requirements-part';
import { textPart } from './text-likeness';
import { themeLines, type ThemeLine } from './theme-part';

/** What is looked for. */
export interface Wish {
  /** Codes of themes and capabilities. */
  readonly themes: readonly string[];
  readonly requirements: Requirements;
}

/** What somebody has, beside texts. */
export interface Means {
  readonly themes: readonly string[];
  readonly offers: Offers;
  /** How many earlier proposals that were found good, and matches, there are. */
  readonly successes: number;
}

/** What a line adds to the score. */
export interface Worth {
  readonly millionths: number;
}

/** How well somebody fits, in millionths; the parts add up to the score. */
export interface Match {
  /** 0..1,000,000; 0 when a hard requirement is missing. */
  readonly score: number;
  readonly parts: {
    readonly text: number;
    readonly themes: number;
    readonly requirements: number;
    readonly evidence: number;
  };
  /** Together the part. */
  readonly themes: readonly (ThemeLine & Worth)[];
  /** Together the part. */
  readonly requirements: readonly (RequirementLine & Worth)[];
  /** The hard requirements that are not met. Somebody with one is not suggested. */
  readonly missing: readonly RequirementLine[];
}

/**
 * Gives how well somebody fits a wish: named parts that add up.
 * @param likeness of the texts, 0..1, as the index gives it
 * @param rarity of a theme, above 0
 */
export function scoreMatch(wish: Wish, means: Means, likeness: number, rarity: (code: string) => number): Match {
  const requirements = requirementLines(wish.requirements, means.offers);
  const missing = requirements.filter(isMissing);
  const worth = (part: ScorePart, share: number) => (missing.length > 0 ? 0 : millionths(part, share));
  const themes = themeLines(wish.themes, means.themes, rarity).map((line) => ({
    ...line,
    millionths: worth('themes', line.share),
  }));
  const met = requirements.map((line) => line.met ?? 0);
  const parts = {
    text: worth('text', textPart(likeness)),
    themes: sum(themes.map((line) => line.millionths)),
    requirements: worth('requirements', sum(met) / Math.max(1, met.length)),
    evidence: worth('evidence', evidencePart(means.successes)),
  };
  const shares = divide(parts.requirements, met);
  return {
    score: parts.text + parts.themes + parts.requirements + parts.evidence,
    parts,
    themes,
    requirements: requirements.map((line, at) => ({ ...line, millionths: shares[at] ?? 0 })),
    missing,
  };
}

/** Gives the part of earlier successes, 0..1: half for the first, a quarter for the next, and so on. */
export function evidencePart(successes: number): number {
  return 1 - 0.5 ** successes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
