/** The lists of words that the platform describes challenges and organisations with. */
export const TAXONOMY_SCHEMES = [
  'theme',
  'capability',
  'certificate',
  'company_size',
  'region',
  'readiness',
  'sbi_2025',
] as const;
export type TaxonomyScheme = (typeof TAXONOMY_SCHEMES)[number];

/** The form of a code: one word, or two levels with a slash between; the second is below the first. */
export const TAXONOMY_CODE = /^[a-z0-9]+(_[a-z0-9]+)*(\/[a-z0-9]+(_[a-z0-9]+)*)?$/;

/** How much a term may hold; lengths are in characters. */
export const TAXONOMY_LIMITS = { code: 80, label: 80, synonyms: 30, notation: 20 } as const;

/** What a term means, whatever became of it. */
export interface TaxonomyWords {
  readonly scheme: TaxonomyScheme;
  readonly code: string;
  /** The code of the more general term; empty at the top. A capability is below a theme. */
  readonly broader: string;
  /** As they stand in the middle of a sentence: no capital that the word itself does not have. */
  readonly nl: string;
  readonly en: string;
  readonly synonymsNl: readonly string[];
  readonly synonymsEn: readonly string[];
  /** The code in the list that the term comes from, such as a NUTS region or an SBI division; empty when it is ours. */
  readonly notation: string;
}

/** Whether a word stands on one line, without space around it and without the sign between words of a list. */
export function isPlainWord(word: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what a word cannot hold
  return word !== '' && word.trim() === word && !/[|\u0000-\u001f\u007f]/.test(word);
}

/** Gives the upper of two levels of a code; the code itself when it is there already. */
export function topOf(code: string): string {
  return code.split('/', 1)[0] ?? code;
}

/** Whether somebody who follows `chosen` means `code`: the same, or one below it. */
export function isWithin(code: string, chosen: string): boolean {
  return code === chosen || code.startsWith(`${chosen}/`);
}
