import type { Locale } from '../themes/themes';
import { englishStem, englishStems } from './english';
import { isStopWord } from './stop-words';
import type { Concept, Thesaurus } from './thesaurus';
import { wordsOf, type Word } from './words';

/**
 * How much each way of meaning something counts. Chosen on the development set (docs/matching.md); neighbouring values give
 * nearly the same order, so they are round.
 */
const WEIGHTS = {
  /** The concept itself, the same in both languages. */
  concept: 1.5,
  /** The next more general concept. */
  broader: 0.4,
  /** An English word that a Dutch word may be translated with, beside the preferred one. */
  synonym: 0.5,
  /** A word of a translation of several words. */
  phraseWord: 0.8,
  /** Everything that a word of everyday business means. */
  common: 0.85,
} as const;

/** A word or phrase of a text with content, and what it means. */
export interface Reading {
  /** As it stands in the text. */
  readonly surface: string;
  /** The English stems that stand for it, in order; none for a Dutch word that needs none. */
  readonly stems: readonly string[];
  /** Weights of the terms of the English space that it adds to. Names of concepts begin with `#`. */
  readonly terms: ReadonlyMap<string, number>;
}

const LONGEST_PHRASE = 3;

/** Reads texts in Dutch and English as terms of one English space; remembers words that it has read. */
export class TextReader {
  private readonly known = { nl: new Map<string, Reading>(), en: new Map<string, Reading>() };

  /** @param thesaurus what words of both languages mean */
  constructor(private readonly thesaurus: Thesaurus) {}

  /** Gives the readings in the order of the text, phrases before their words; null is the end of a sentence. */
  *read(text: string, locale: Locale): Generator<Reading | null> {
    const words = wordsOf(text);
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? null;
      const phrase = word === null ? null : this.phraseAt(words, at, locale);
      if (word === null) yield null;
      else if (phrase !== null) {
        yield phrase.reading;
        at += phrase.length - 1;
      } else if (!isStopWord(word.folded, locale))
        yield { ...this.wordReading(word.folded, locale), surface: word.surface };
    }
  }

  private phraseAt(words: readonly (Word | null)[], at: number, locale: Locale) {
    for (let length = LONGEST_PHRASE; length > 1; length -= 1) {
      const part = words.slice(at, at + length).filter((word) => word !== null);
      if (part.length < length) continue;
      const keys = part.map(({ folded }) => this.key(folded, locale));
      const concepts =
        locale === 'nl' ? this.thesaurus.ofDutch(keys.join(' ')) : this.thesaurus.ofEnglish(keys.join(' '));
      if (concepts.length === 0) continue;
      const surface = part.map((word) => word.surface).join(' ');
      return { reading: meaning(surface, concepts, locale === 'en' ? keys : null), length };
    }
    return null;
  }

  private key(folded: string, locale: Locale): string {
    return locale === 'en' ? englishStem(folded) : (this.thesaurus.dutch.headword(folded) ?? folded);
  }

  private wordReading(folded: string, locale: Locale): Reading {
    const known = this.known[locale];
    let reading = known.get(folded);
    if (reading === undefined) {
      reading = locale === 'nl' ? this.dutchReading(folded) : this.englishReading(folded);
      if (known.size > 200_000) known.clear();
      known.set(folded, reading);
    }
    return reading;
  }

  private englishReading(folded: string): Reading {
    const stem = englishStem(folded);
    return meaning(folded, this.thesaurus.ofEnglish(stem), [stem]);
  }

  /** A Dutch word that nobody knows is taken for a name or a loan word, which English writes alike. */
  private dutchReading(folded: string): Reading {
    const headwords = this.thesaurus.dutch.parts(folded);
    if (headwords.length === 0) return meaning(folded, [], [englishStem(folded)]);
    const parts = headwords.map((headword) => meaning(folded, this.thesaurus.ofDutch(headword), null));
    const terms = new Map<string, number>();
    for (const part of parts) for (const [term, weight] of part.terms) terms.set(term, (terms.get(term) ?? 0) + weight);
    return { surface: folded, terms, stems: parts.flatMap(({ stems }) => stems.slice(0, 1)) };
  }
}

/** @param own the English stems of the text itself, or null when it is Dutch and only the concepts know the English */
function meaning(surface: string, concepts: readonly Concept[], own: readonly string[] | null): Reading {
  const isCommon = concepts.length > 0 && concepts.every((concept) => concept.isCommon);
  const factor = isCommon ? WEIGHTS.common : 1;
  const terms = new Map<string, number>();
  const raise = (term: string, weight: number) => {
    terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  };
  for (const concept of concepts) {
    const share = factor / Math.sqrt(concepts.length); // a word of several meanings is surer of none
    raise(`#${concept.name}`, WEIGHTS.concept * share);
    for (const broader of concept.broader) raise(`#${broader}`, WEIGHTS.broader * share);
    if (own === null) for (const [term, weight] of translations(concept)) raise(term, weight * share);
  }
  for (const stem of own ?? []) terms.set(stem, factor);
  return { surface, terms, stems: own ?? englishStems(concepts[0]?.name ?? '') };
}

function* translations(concept: Concept): Generator<readonly [string, number]> {
  for (const [rank, term] of concept.en.entries()) {
    const stems = englishStems(term);
    const weight = (rank === 0 ? 1 : WEIGHTS.synonym) * (stems.length > 1 ? WEIGHTS.phraseWord : 1);
    for (const stem of stems) yield [stem, weight];
  }
}
