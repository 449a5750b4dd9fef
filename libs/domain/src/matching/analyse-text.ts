import type { TextReader } from '../language/read-text';
import type { Locale } from '../themes/themes';

/** Goes up whenever a text would have other terms for another reason than the thesaurus: stems, weights, keys of terms. */
export const ANALYSER = '2';

/** What two neighbouring words count together, beside what each counts alone. */
const BIGRAM = 0.7;

/** A text as the matcher sees it. Made once when the text is written; depends on the thesaurus. */
export interface AnalysedText {
  /** The terms of the English space in the order in which the text brings them, each with its weighted count. */
  readonly terms: ReadonlyMap<string, number>;
  /** For each term the words of the text that stand for it, once each. */
  readonly surfaces: ReadonlyMap<string, readonly string[]>;
  /** How many words with content there are. */
  readonly words: number;
}

/** Counts the terms of a text: words, concepts, and pairs of neighbouring words within a sentence. */
export function analyseText(text: string, locale: Locale, reader: TextReader): AnalysedText {
  const terms = new Map<string, number>();
  const surfaces = new Map<string, string[]>();
  const count = (term: string, weight: number, surface: string) => {
    terms.set(term, (terms.get(term) ?? 0) + weight);
    const known = surfaces.get(term);
    if (known === undefined) surfaces.set(term, [surface]);
    else if (!known.includes(surface)) known.push(surface);
  };
  let words = 0;
  let before: { readonly surface: string; readonly stem: string } | null = null;
  for (const reading of reader.read(text, locale)) {
    if (reading === null) {
      before = null;
      continue;
    }
    words += 1;
    for (const [term, weight] of reading.terms) count(term, weight, reading.surface);
    for (const stem of reading.stems) {
      if (before !== null && before.stem !== stem) {
        const isInside = before.surface === reading.surface;
        count(`${before.stem}_${stem}`, BIGRAM, isInside ? reading.surface : `${before.surface} ${reading.surface}`);
      }
      before = { surface: reading.surface, stem };
    }
  }
  return { terms, surfaces, words };
}
