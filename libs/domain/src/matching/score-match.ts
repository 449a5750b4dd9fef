import { millionths } from './match-score';
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
  readonly themes: readonly ThemeLine[];
  readonly requirements: readonly RequirementLine[];
  /** The hard requirements that are not met. Somebody with one is not suggested. */
  readonly missing: readonly RequirementLine[];
}

/**
 * Gives how well somebody fits a wish: named parts that add up.
 * @param likeness of the texts, 0..1, as the index gives it
 * @param rarity of a theme, above 0
 */
export function scoreMatch(wish: Wish, means: Means, likeness: number, rarity: (code: string) => number): Match {
  const themes = themeLines(wish.themes, means.themes, rarity);
  const requirements = requirementLines(wish.requirements, means.offers);
  const missing = requirements.filter(isMissing);
  const met = requirements.reduce((sum, line) => sum + (line.met ?? 0), 0) / Math.max(1, requirements.length);
  const isShutOut = missing.length > 0;
  const parts = {
    text: isShutOut ? 0 : millionths('text', textPart(likeness)),
    themes: isShutOut ? 0 : themes.reduce((sum, { share }) => sum + millionths('themes', share), 0),
    requirements: isShutOut ? 0 : millionths('requirements', met),
    evidence: isShutOut ? 0 : millionths('evidence', 1 - 0.5 ** means.successes),
  };
  const score = parts.text + parts.themes + parts.requirements + parts.evidence;
  return { score, parts, themes, requirements, missing };
}
