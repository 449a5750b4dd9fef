import type { FoundWord } from '../digests/digest-reasons';
import type { Reading, TextReader } from '../language/read-text';
import { fold } from '../language/words';
import type { Locale } from '../themes/themes';

/** Concepts that weigh less are what a word is near to, not what it means. */
const MEANS = 0.42;
/** English words that weigh less are one translation of several. */
const TRANSLATES = 0.7;

/** The meanings in a text, each with the first word of the text that has it. */
export type TextMeanings = ReadonlyMap<string, string>;

/** Reads texts, each in its language, for `findWords`. */
export function readMeanings(
  texts: readonly { readonly text: string; readonly locale: Locale }[],
  reader: TextReader,
): TextMeanings {
  const meanings = new Map<string, string>();
  for (const { text, locale } of texts) {
    for (const reading of reader.read(text, locale)) {
      if (reading === null) continue;
      for (const [term, weight] of reading.terms) {
        if (counts([term, weight]) && !meanings.has(term)) meanings.set(term, reading.surface);
      }
    }
  }
  return meanings;
}

/**
 * Looks for every word and phrase of a search in a text, by its meaning: Dutch words find English ones and the other way
 * round. Gives what each met, in the order of the search; null when one is missing or the search has no word with content.
 */
export function findWords(search: string, locale: Locale, text: TextMeanings, reader: TextReader): FoundWord[] | null {
  const found: FoundWord[] = [];
  for (const word of soughtWords(search, locale, reader)) {
    const met = meet(word, text);
    if (met === null) return null;
    found.push({ asked: word.surface, found: met });
  }
  return found.length === 0 ? null : found;
}

/** A word or phrase of a search, ready to be looked for in many texts. */
export interface SoughtWord {
  readonly surface: string;
  readonly concepts: readonly string[];
  /** How many of its concepts have to be there. */
  readonly conceptsNeeded: number;
  /** English words that stand for it; all of them have to be there. */
  readonly words: readonly string[];
}

/** Gives the words and phrases with content of a search, in its order. */
export function soughtWords(search: string, locale: Locale, reader: TextReader): SoughtWord[] {
  const sought: SoughtWord[] = [];
  for (const reading of reader.read(search, locale)) if (reading !== null) sought.push(toSought(reading));
  return sought;
}

function toSought({ surface, terms, stems }: Reading): SoughtWord {
  const meant = [...terms].filter(counts).sort((a, b) => b[1] - a[1]);
  const concepts = meant.filter(isConcept).map(([term]) => term);
  const words = meant.filter((term) => !isConcept(term)).map(([term]) => term);
  // a concept of a word of several senses is enough; a compound has a stem, and needs a concept, for each of its parts
  return { surface, concepts, conceptsNeeded: Math.max(1, Math.min(stems.length, concepts.length)), words };
}

/** The word of the text that means the same; the word itself when it stands there; null when there is none. */
export function meet({ surface, concepts, conceptsNeeded, words }: SoughtWord, text: TextMeanings): string | null {
  const here = concepts.filter((term) => text.has(term));
  const isMeant = here.length >= conceptsNeeded;
  const isSaid = words.length > 0 && words.every((term) => text.has(term));
  if (!isMeant && !isSaid) return null;
  const surfaces = (isMeant ? here : words).map((term) => text.get(term) ?? surface);
  const same = surfaces.find((word) => fold(word) === fold(surface));
  return same ?? (isMeant ? surfaces[0] : [...new Set(surfaces)].join(' ')) ?? surface;
}

/** Whether a term is what a word means. */
function counts([term, weight]: readonly [string, number]): boolean {
  return weight >= (isConcept([term]) ? MEANS : TRANSLATES);
}

function isConcept([term]: readonly [string, ...unknown[]]): boolean {
  return term.startsWith('#');
}
