import { Injectable } from '@nestjs/common';
import { builtInConcepts, conceptOf, TextReader, Thesaurus } from '@htsm/domain/matching';
import type { Tx } from '@htsm/api/core';
import { readListedConcepts, taxonomyVersion } from '../taxonomy/read-glossary';

/** Reads words in both languages by the thesaurus of the product and the lists of the platform; one for all requests. */
@Injectable()
export class TeamReader {
  private known: { readonly version: number; readonly reader: TextReader } | null = null;

  /** Gives the reader; another one once administrators changed the lists. */
  async open(tx: Tx): Promise<TextReader> {
    const version = await taxonomyVersion(tx);
    if (this.known?.version === version) return this.known.reader;
    const own = (await readListedConcepts(tx)).flatMap((row) => conceptOf(row, false) ?? []);
    const reader = new TextReader(new Thesaurus([...builtInConcepts(), ...own]));
    this.known = { version, reader };
    return reader;
  }
}
