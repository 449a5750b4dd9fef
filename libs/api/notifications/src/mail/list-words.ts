import type { Catalogue, Catalogues, Texts } from '@htsm/api/core';
import { builtInTaxonomy } from '@htsm/domain/themes';

/** A term of the lists that mails name: themes and regions. */
export interface ListWord {
  readonly scheme: string;
  readonly code: string;
  /** As in the middle of a sentence. */
  readonly nl: string;
  readonly en: string;
}

/** Reads the words as administrators have them now. */
export const READ_LIST_WORDS = `SELECT scheme, code, label_nl AS nl, label_en AS en FROM taxonomy_term WHERE scheme IN ('theme', 'region')`;

/** Adds the words of the lists that come with the product to the sentences of mails; the database has the last word. */
export function withListWords(texts: Catalogues): Catalogues {
  const terms = builtInTaxonomy();
  const words = (scheme: string, locale: 'nl' | 'en'): Catalogue =>
    Object.fromEntries(terms.filter((term) => term.scheme === scheme).map((term) => [term.code, term[locale]]));
  const complete = (locale: 'nl' | 'en'): Catalogue => ({
    ...texts[locale],
    mail: {
      ...(texts[locale]['mail'] as Catalogue), // a room of sentences, not a sentence
      theme: words('theme', locale),
      region: words('region', locale),
    },
  });
  return { nl: complete('nl'), en: complete('en') };
}

/** Puts the words as they are now in the place of those that came with the product. */
export function learnListWords(texts: Texts, words: readonly ListWord[]): void {
  for (const { scheme, code, nl, en } of words) texts.learn(`mail.${scheme}.${code}`, { nl, en });
}
