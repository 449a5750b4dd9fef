import type { Locale, Region, Theme } from '../themes/themes';
import { PROFILE_LIMITS, type Certificate, type CompanySize, type ProfileDocumentKind } from './profile-words';

/** What an organisation says of itself. */
export interface ProfileContent {
  /** The language of `about` and `capabilities`. */
  readonly locale: Locale;
  readonly about: string;
  readonly themes: readonly Theme[];
  /** Free words of the organisation itself. */
  readonly capabilities: readonly string[];
  /** Where it works. */
  readonly regions: readonly Region[];
  readonly certificates: readonly Certificate[];
  readonly size: CompanySize | null;
  readonly trlMin: number | null;
  readonly trlMax: number | null;
  readonly showsName: boolean;
}

/** What is known of an organisation before it wrote a profile. */
export interface KnownOrganisation {
  readonly region: Region | null;
  readonly employees: number | null;
}

/** What counts of a document for how complete a profile is. */
export interface DocumentContent {
  readonly kind: ProfileDocumentKind;
  readonly text: string;
}

/** Makes the first proposal for a profile: the region and size that the organisation told; nothing is made up. */
export function profileOf(known: KnownOrganisation, locale: Locale): ProfileContent {
  return {
    locale,
    about: '',
    themes: [],
    capabilities: [],
    regions: known.region === null ? [] : [known.region],
    certificates: [],
    size: sizeFor(known.employees),
    trlMin: null,
    trlMax: null,
    showsName: true,
  };
}

/** Gives the words without space around them, each once whatever its capitals, at most as many as a profile holds. */
export function tidyWords(words: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const word of words.map((one) => one.trim().slice(0, PROFILE_LIMITS.capability))) {
    if (word !== '' && !kept.has(word.toLowerCase())) kept.set(word.toLowerCase(), word);
  }
  return [...kept.values()].slice(0, PROFILE_LIMITS.capabilities);
}

/** Gives the size by people (recommendation 2003/361/EC; turnover is not asked), or null when that is not known. */
export function sizeFor(employees: number | null): CompanySize | null {
  if (employees === null) return null;
  if (employees < 10) return 'micro';
  if (employees < 50) return 'small';
  return employees < 250 ? 'medium' : 'large';
}
