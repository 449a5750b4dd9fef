import { createHash } from 'node:crypto';
import { ANALYSER, builtInConcepts, TextReader, Thesaurus } from '@htsm/domain/matching';

/** What reads texts, and what its analyses are told apart by from those of others. */
export interface VersionedReader {
  readonly reader: TextReader;
  /** Other letters whenever the same text would have other terms. */
  readonly version: string;
}

/** Gives a reader with the thesaurus of now. */
export function openVersionedReader(): VersionedReader {
  const concepts = builtInConcepts();
  const print = createHash('sha256').update(JSON.stringify(concepts)).digest('hex').slice(0, 12);
  return { reader: new TextReader(new Thesaurus(concepts)), version: `${ANALYSER}-${print}` };
}
