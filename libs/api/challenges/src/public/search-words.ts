const MAX_WORDS = 12;

/** What is left of a search text for the database: words to match, and the text itself for look-alikes. */
export interface SearchWords {
  /** Expression for to_tsquery: all words must occur, the last may be the beginning of one. */
  readonly tsquery: string;
  readonly text: string;
}

/** Reads a search text; null when there is no letter or digit in it. */
export function readSearch(q: string | undefined): SearchWords | null {
  const words =
    (q ?? '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MAX_WORDS) ?? [];
  const last = words.at(-1);
  if (last === undefined) return null;
  // the whole word beside its beginning: a stemmed beginning alone can be longer than the stem of the word
  const parts = [...words.slice(0, -1), `(${last} | ${last}:*)`];
  return { tsquery: parts.join(' & '), text: words.join(' ') };
}
