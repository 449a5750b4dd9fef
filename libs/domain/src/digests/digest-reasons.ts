import { isWithin } from '../themes/taxonomy';
import type { Region, Theme } from '../themes/themes';

/** What a subscriber chose; an empty list means "everything". */
export interface DigestInterests {
  readonly themes: readonly Theme[];
  readonly regions: readonly Region[];
}

/** What a digest looks at in a challenge. */
export interface DigestCandidate {
  readonly themes: readonly Theme[];
  /** Null when the owner named none. */
  readonly region: Region | null;
}

/** Why a challenge is in somebody's digest; both parts are empty for a subscriber who wants everything. */
export interface DigestReasons {
  /** The chosen themes that the challenge has itself or something below, in the order of the choice. */
  readonly themes: Theme[];
  readonly region: Region | null;
}

/** Gives why the challenge belongs in the subscriber's digest, or null when it does not: every choice made must be met. */
export function digestReasons(interests: DigestInterests, challenge: DigestCandidate): DigestReasons | null {
  const themes = interests.themes.filter((chosen) => challenge.themes.some((theme) => isWithin(theme, chosen)));
  if (interests.themes.length > 0 && themes.length === 0) return null;
  if (interests.regions.length === 0) return { themes, region: null };
  const region = interests.regions.find((chosen) => chosen === challenge.region) ?? null;
  return region === null ? null : { themes, region };
}
