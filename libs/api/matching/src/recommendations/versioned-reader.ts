import { createHash } from 'node:crypto';
import { ANALYSER, builtInConcepts, conceptOf, TextReader, Thesaurus } from '@htsm/domain/matching';
import type { Tx } from '@htsm/api/core';
import { glossaryVersion, readGlossary, taxonomyVersion } from '../taxonomy/read-glossary';

/** What reads texts, and what its analyses are told apart by from those of others. */
export interface VersionedReader {
  readonly reader: TextReader;
  /** Other letters whenever the same text may have other terms. */
  readonly version: string;
  /** Of what the operator taught the platform. */
  readonly glossary: string;
}

/** Gives a reader that knows the thesaurus of the product and what the operator added; the known one while it still does. */
export async function openReaderOf(tx: Tx, known: VersionedReader | null): Promise<VersionedReader> {
  if (known?.glossary === `${await taxonomyVersion(tx)}.${await glossaryVersion(tx)}`) return known;
  const { version: glossary, rows } = await readGlossary(tx);
  const own = rows.flatMap((row) => conceptOf(row, false) ?? []);
  const concepts = [...builtInConcepts(), ...own];
  const print = createHash('sha256').update(JSON.stringify(concepts)).digest('hex').slice(0, 12);
  return { reader: new TextReader(new Thesaurus(concepts)), version: `${ANALYSER}-${print}`, glossary };
}
