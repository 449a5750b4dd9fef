import { createHash } from 'node:crypto';

/** Gives the id that always goes with these words, so that a resent request finds what the first one made. */
export function namedId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join(':')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
