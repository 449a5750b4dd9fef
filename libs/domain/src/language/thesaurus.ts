import { englishStems } from './english';
import { DutchLexicon } from './dutch-lexicon';
import { fold, wordsOf } from './words';

/** One thing that has names in both languages. */
export interface Concept {
  /** The preferred English term; identifies the concept. */
  readonly name: string;
  /** The English terms, the preferred one first. */
  readonly en: readonly string[];
  /** The Dutch terms, the preferred one first. */
  readonly nl: readonly string[];
  /** Names of more general concepts. */
  readonly broader: readonly string[];
  /** A word of everyday business, which says little about what somebody can do. */
  readonly isCommon: boolean;
}

/** A concept as glossaries write it: English terms, Dutch terms, broader concepts; several are separated by `|`. */
export type GlossaryRow = readonly string[];

/** Gives the concept of a row, or null when a language has no term. */
export function conceptOf(row: GlossaryRow, isCommon: boolean): Concept | null {
  const [en = [], nl = [], broader = []] = row.map(termsOf);
  const [name] = en;
  return name === undefined || nl.length === 0 ? null : { name, en, nl, broader, isCommon };
}

/** Words in both languages, and the concepts behind them. */
export class Thesaurus {
  /** Knows every Dutch word of one word. */
  readonly dutch: DutchLexicon;
  private readonly byDutch = new Map<string, Concept[]>();
  private readonly byEnglish = new Map<string, Concept[]>();

  /** @param concepts of any number of glossaries; those with the same name become one */
  constructor(concepts: Iterable<Concept>) {
    for (const concept of merge(concepts)) {
      for (const term of concept.nl) put(this.byDutch, dutchKey(term), concept);
      for (const term of concept.en) put(this.byEnglish, englishStems(term).join(' '), concept);
    }
    this.dutch = new DutchLexicon([...this.byDutch.keys()].filter((key) => !key.includes(' ')));
  }

  /** Gives the concepts that a Dutch headword, or the headwords of a phrase with spaces between, can mean. */
  ofDutch(headwords: string): readonly Concept[] {
    return this.byDutch.get(headwords) ?? [];
  }

  /** Gives the concepts that an English stem, or the stems of a phrase with spaces between, can mean. */
  ofEnglish(stems: string): readonly Concept[] {
    return this.byEnglish.get(stems) ?? [];
  }
}

/** A concept of several glossaries has all their words, and is common only when all of them say so. */
function merge(concepts: Iterable<Concept>): Iterable<Concept> {
  const byName = new Map<string, Concept>();
  for (const concept of concepts) {
    const key = fold(concept.name);
    const other = byName.get(key);
    byName.set(key, other === undefined ? concept : join(other, concept));
  }
  return byName.values();
}

function join(one: Concept, other: Concept): Concept {
  return {
    name: one.name,
    en: [...new Set([...one.en, ...other.en])],
    nl: [...new Set([...one.nl, ...other.nl])],
    broader: [...new Set([...one.broader, ...other.broader])],
    isCommon: one.isCommon && other.isCommon,
  };
}

function dutchKey(term: string): string {
  return wordsOf(term)
    .flatMap((word) => (word === null ? [] : [word.folded]))
    .join(' ');
}

function termsOf(cell: string): string[] {
  return cell
    .split('|')
    .map((term) => term.trim())
    .filter((term) => term !== '');
}

function put(map: Map<string, Concept[]>, key: string, concept: Concept): void {
  const concepts = map.get(key);
  if (concepts === undefined) map.set(key, [concept]);
  else if (!concepts.includes(concept)) concepts.push(concept);
}
