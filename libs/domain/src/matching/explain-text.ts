import { isPlainWord } from '../language/plain-words';
import { fold } from '../language/words';
import type { AnalysedText } from './analyse-text';
import { divide } from './match-score';
import { documentShares } from './text-likeness';

/** How a word of one text met a word of the other: the same word, another form of it, or by its meaning. */
export type Meeting = 'word' | 'form' | 'meaning';

/** A pair of words that adds to a score. */
export interface TermLine {
  /** As it stands in the text that was asked with. */
  readonly asked: string;
  /** As it stands in that text in its other language; null when it is written in one, or says it otherwise. */
  readonly askedInOther: string | null;
  /** As it stands in a document of the other. */
  readonly found: string;
  readonly how: Meeting;
  /** The name of the document that brings most of it. */
  readonly document: string;
  readonly millionths: number;
}

/** A document that adds to a score. */
export interface DocumentLine {
  readonly document: string;
  readonly millionths: number;
}

/** Why a text part is what it is. */
export interface TextExplanation {
  /** The pairs of telling words that add most, most first. */
  readonly terms: readonly TermLine[];
  /** What all pairs that are not listed add. */
  readonly otherTerms: number;
  /** Every document that adds, most first; together the whole part. */
  readonly documents: readonly DocumentLine[];
}

/** A text that is asked with. */
export interface AskedText {
  readonly text: AnalysedText;
  /** The same in another language; null when it is written in one. */
  readonly inOther: AnalysedText | null;
}

/** Pairs that are listed one by one. */
const LISTED = 8;

interface Evidence {
  readonly asked: string;
  readonly askedInOther: string | null;
  readonly found: string;
  share: number;
  /** By document. */
  readonly places: Map<string, number>;
}

/**
 * Divides the text part of a score over pairs of words and over documents; each of both adds up to it exactly.
 * @param part in millionths
 * @param weights of a text's terms, as the index gives them
 */
export function explainText(
  part: number,
  { text: asked, inOther }: AskedText,
  documents: readonly { readonly id: string; readonly text: AnalysedText }[],
  weights: (text: AnalysedText) => ReadonlyMap<string, number>,
): TextExplanation {
  const query = weights(asked);
  const vectors = documents.map(({ text }) => weights(text));
  const cosines = vectors.map((vector) => sum([...query].map(([term, weight]) => weight * (vector.get(term) ?? 0))));
  const shares = documentShares(cosines);
  const evidence = new Map<string, Evidence>();
  for (const [at, { id, text }] of documents.entries()) {
    const factor = (shares[at] ?? 0) / (cosines[at] || 1);
    for (const [term, weight] of query) {
      const share = factor * weight * (vectors[at]?.get(term) ?? 0);
      if (share > 0) {
        const askedInOther = inOther?.surfaces.get(term)?.[0] ?? null;
        const pair = pairOf(evidence, { asked: surfaceOf(asked, term), askedInOther, found: surfaceOf(text, term) });
        pair.share += share;
        pair.places.set(id, (pair.places.get(id) ?? 0) + share);
      }
    }
  }
  const pairs = [...evidence.values()].sort((a, b) => b.share - a.share || (a.asked < b.asked ? -1 : 1));
  const listed = pairs.filter(saysSomething).slice(0, LISTED);
  const rest = sum(pairs.filter((pair) => !listed.includes(pair)).map(({ share }) => share));
  const parts = divide(part, [...listed.map(({ share }) => share), rest]);
  const perDocument = divide(part, shares);
  return {
    terms: listed.map((pair, at) => ({ ...lineOf(pair), millionths: parts[at] ?? 0 })),
    otherTerms: parts[listed.length] ?? 0,
    documents: documents
      .map(({ id }, at) => ({ document: id, millionths: perDocument[at] ?? 0 }))
      .filter((line) => line.millionths > 0)
      .sort((a, b) => b.millionths - a.millionths),
  };
}

function saysSomething({ asked, found }: Evidence): boolean {
  return !isPlainWord(fold(asked)) && !isPlainWord(fold(found));
}

/** The word of the text that stands for a term; the first of several. */
function surfaceOf(text: AnalysedText, term: string): string {
  return text.surfaces.get(term)?.[0] ?? term;
}

function pairOf(evidence: Map<string, Evidence>, words: Pick<Evidence, 'asked' | 'askedInOther' | 'found'>): Evidence {
  const key = `${fold(words.asked)} ${fold(words.found)}`;
  const known = evidence.get(key);
  if (known !== undefined) return known;
  const pair = { ...words, share: 0, places: new Map<string, number>() };
  evidence.set(key, pair);
  return pair;
}

function lineOf({ asked, askedInOther, found, places }: Evidence): Omit<TermLine, 'millionths'> {
  const [document = ''] = [...places].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return { asked, askedInOther, found, how: meetingOf(asked, found), document };
}

/** Says how two words met. */
export function meetingOf(oneWord: string, otherWord: string): Meeting {
  const asked = fold(oneWord);
  const found = fold(otherWord);
  if (asked === found) return 'word';
  const start = Math.min(asked.length, found.length, 5);
  return start > 3 && asked.slice(0, start) === found.slice(0, start) ? 'form' : 'meaning';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
