import { createHash } from 'node:crypto';
import { packText } from '@htsm/domain/matching';
import type { Tx } from '@htsm/api/core';
import type { MatchingEngine, ReadDocument } from './matching-engine';
import type { SmeText } from './matching-reads';

/** An SME's documents: as the index takes them, and with the words of those that were read for it. */
export interface AnalysedDocuments {
  readonly packed: readonly Uint8Array[];
  readonly read: readonly ReadDocument[];
}

interface AnalysisRow {
  readonly id: string;
  readonly version: string;
  readonly source: Buffer;
  readonly terms: Buffer;
}

/**
 * Gives the analyses of an SME's texts, and keeps those that are new: a text is analysed when it was written, and once more
 * when analyser or thesaurus change.
 */
export async function analyseSme(
  tx: Tx,
  engine: MatchingEngine,
  sme: { readonly id: string; readonly texts: readonly SmeText[]; readonly version: string },
): Promise<Uint8Array[]> {
  const rows = await tx.rows<AnalysisRow>(
    'SELECT document_id AS id, version, source, terms FROM match_analysis WHERE organisation_id = $1 FOR UPDATE',
    [sme.id],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  const packed: Uint8Array[] = [];
  for (const text of sme.texts) {
    const source = fingerprint(text);
    const row = known.get(text.id);
    if (row?.version === sme.version && row.source.equals(source)) packed.push(row.terms);
    else {
      const terms = packText(engine.read(text));
      packed.push(terms);
      await keep(tx, { ...text, organisationId: sme.id, version: sme.version, source, terms });
    }
  }
  const ids = sme.texts.map(({ id }) => id);
  if (rows.some(({ id }) => !ids.includes(id)))
    await tx.run('DELETE FROM match_analysis WHERE organisation_id = $1 AND document_id <> ALL ($2::uuid[])', [
      sme.id,
      ids,
    ]);
  return packed;
}

/** Gives SMEs with an analysis of another version. */
export async function outdated(tx: Tx, version: string, most: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `SELECT DISTINCT organisation_id AS id FROM (
       SELECT organisation_id FROM match_analysis WHERE version < $1 OR version > $1 LIMIT $2) AS found`,
    [version, most],
  );
  return rows.map(({ id }) => id);
}

function keep(
  tx: Tx,
  row: { organisationId: string; id: string; version: string; source: Buffer; terms: Uint8Array },
): Promise<unknown> {
  return tx.run(
    `INSERT INTO match_analysis (organisation_id, document_id, version, source, terms) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organisation_id, document_id) DO UPDATE SET version = excluded.version, source = excluded.source, terms = excluded.terms`,
    [row.organisationId, row.id, row.version, row.source, Buffer.from(row.terms)],
  );
}

function fingerprint({ text, locale }: SmeText): Buffer {
  return createHash('sha256').update(`${locale}\n${text}`).digest().subarray(0, 16);
}
