/** A word of a text: as it stands there, and folded for comparison. */
export interface Word {
  readonly surface: string;
  readonly folded: string;
}

/** Lower case without diacritics: `Één` becomes `een`, `geïsoleerd` becomes `geisoleerd`. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Parts of words joined by a hyphen or an apostrophe are words of their own; numbers alone are none. */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Gives the words of a text in order; null marks the end of a sentence, which no phrase crosses. */
export function wordsOf(text: string): (Word | null)[] {
  const words: (Word | null)[] = [];
  for (const sentence of text.split(/[.!?;:]\s|\n+/u)) {
    for (const [surface] of sentence.matchAll(WORD)) {
      const folded = fold(surface);
      if (/\p{L}/u.test(folded) && folded.length > 1) words.push({ surface, folded });
    }
    words.push(null);
  }
  return words;
}
