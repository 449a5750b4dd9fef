import { isWithin } from '../themes/taxonomy';
import type { Region, Theme } from '../themes/themes';

/** What somebody wants to hear of: every choice made must be met; a choice that is empty asks nothing. */
export interface DigestInterest {
  /** One of these, or a theme below it. */
  readonly themes: readonly Theme[];
  /** One of these. */
  readonly regions: readonly Region[];
  /** All of these, in the text of the challenge or by their meaning. */
  readonly words: string;
  /** Only challenges of this organisation; null for those of all. */
  readonly organisationId: string | null;
  /** Whether only what fits the profile of the subscriber's SME. */
  readonly followsProfile: boolean;
}

/** What a digest looks at in a challenge. */
export interface DigestCandidate {
  readonly organisationId: string;
  readonly themes: readonly Theme[];
  /** Null when the owner named none. */
  readonly region: Region | null;
}

/** A word that was asked for, and the word of the challenge that it met; the same when it stands there. */
export interface FoundWord {
  readonly asked: string;
  readonly found: string;
}

/** Why a challenge fits the profile of an SME, the weightiest first. */
export interface ProfileReason {
  readonly themes: readonly Theme[];
  readonly words: readonly FoundWord[];
}

/** What takes work to know of an interest and a challenge; asked for only when it matters. */
export interface DigestEvidence {
  /** The words, each with what it met; null when one is missing. */
  words(): readonly FoundWord[] | null;
  /** Null when the challenge does not fit the profile, or there is none. */
  profile(): ProfileReason | null;
}

/** Why a challenge is in somebody's digest; all parts are empty for an interest in everything. */
export interface DigestReasons {
  /** The chosen themes that the challenge has itself or something below, in the order of the choice. */
  readonly themes: Theme[];
  readonly region: Region | null;
  readonly words: readonly FoundWord[];
  /** Whether it is of the organisation that was chosen. */
  readonly isOfOrganisation: boolean;
  readonly profile: ProfileReason | null;
}

/** Gives why the challenge belongs to an interest, or null when it does not. */
export function digestReasons(
  interest: DigestInterest,
  challenge: DigestCandidate,
  evidence: DigestEvidence,
): DigestReasons | null {
  if (interest.organisationId !== null && interest.organisationId !== challenge.organisationId) return null;
  const themes = interest.themes.filter((theme) => challenge.themes.some((own) => isWithin(own, theme)));
  if (interest.themes.length > 0 && themes.length === 0) return null;
  const region = interest.regions.find((chosen) => chosen === challenge.region) ?? null;
  if (interest.regions.length > 0 && region === null) return null;
  const words = interest.words === '' ? [] : evidence.words();
  if (words === null) return null;
  const profile = interest.followsProfile ? evidence.profile() : null;
  if (interest.followsProfile && profile === null) return null;
  return { themes, region, words, isOfOrganisation: interest.organisationId !== null, profile };
}
