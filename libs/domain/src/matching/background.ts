import counted from './background.json' with { type: 'json' };
import { termKey, type TermKey } from './term-key';

/** How common terms are in texts of the trade; with few profiles their own count says little. */
export interface Background {
  /** How many documents of the index it counts as. */
  readonly documents: number;
  /** Each with the share of texts that have it, above 0. */
  readonly terms: readonly { readonly key: TermKey; readonly share: number }[];
}

/**
 * As many documents as the background counts for. Of 50 to 400 the fewest made short lists better without changing the order
 * among 120 profiles (docs/matching.md).
 */
const DOCUMENTS = 50;

/** Only what is in the index counts. */
export const NO_BACKGROUND: Background = { documents: 0, terms: [] };

let builtIn: Background | undefined;

/** Gives how common terms are in the texts of the demo, which `node tools/background.mjs` counted. */
export function builtInBackground(): Background {
  return (builtIn ??= readCounted());
}

function readCounted(): Background {
  const terms = Object.entries(counted.byCount).flatMap(([count, list]) =>
    list.split('|').map((term) => ({ key: termKey(term), share: Number(count) / counted.texts })),
  );
  return { documents: DOCUMENTS, terms };
}
