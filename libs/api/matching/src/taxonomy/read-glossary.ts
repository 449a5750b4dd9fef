import type { GlossaryRow } from '@htsm/domain/matching';
import type { Tx } from '@htsm/api/core';

/** What the platform adds to the thesaurus that comes with the product. */
export interface PlatformGlossary {
  /** Changes whenever the rows may have changed: texts that were analysed under another one are to be read again. */
  readonly version: string;
  /** Of the operator's glossary, then of themes below the top and capabilities; in a fixed order. */
  readonly rows: readonly GlossaryRow[];
}

/** Gives the number of the newest version of the lists of words, by which every process sees that they changed. */
export async function taxonomyVersion(tx: Tx): Promise<number> {
  const row = await tx.row<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM taxonomy_term');
  return row?.version ?? 0;
}

/** Gives the number of the newest version of the operator's glossary; 0 before the first import. For the worker and administrators. */
export async function glossaryVersion(tx: Tx): Promise<number> {
  const row = await tx.row<{ version: number }>(
    `SELECT coalesce(max(number), 0) AS version FROM vocabulary_version WHERE list = 'glossary'`,
  );
  return row?.version ?? 0;
}

/** Gives what the operator taught the platform, for `conceptOf`; for the worker. */
export async function readGlossary(tx: Tx): Promise<PlatformGlossary> {
  const version = `${await taxonomyVersion(tx)}.${await glossaryVersion(tx)}`;
  const rows = await tx.rows<{ en: string; nl: string; broader: string }>(
    `SELECT array_to_string(en || synonyms_en, '|') AS en, array_to_string(nl || synonyms_nl, '|') AS nl,
       array_to_string(broader, '|') AS broader FROM (
         SELECT 1 AS part, en, synonyms_en, nl, synonyms_nl, broader FROM glossary_term
         UNION ALL
         SELECT 2, label_en, synonyms_en, label_nl, synonyms_nl, '{}' FROM taxonomy_term
         WHERE state = 'active' AND (scheme = 'capability' OR scheme = 'theme' AND broader <> '')) t
     ORDER BY part, lower(en), lower(nl)`,
  );
  return { version, rows: rows.map(({ en, nl, broader }) => [en, nl, broader]) };
}

/** Gives the words of themes below the top and of capabilities, for `conceptOf`; everybody may read them. */
export async function readListedConcepts(tx: Tx): Promise<GlossaryRow[]> {
  const rows = await tx.rows<{ en: string; nl: string }>(
    `SELECT array_to_string(label_en || synonyms_en, '|') AS en, array_to_string(label_nl || synonyms_nl, '|') AS nl FROM taxonomy_term
     WHERE state = 'active' AND (scheme = 'capability' OR scheme = 'theme' AND broader <> '') ORDER BY lower(label_en), lower(label_nl)`,
  );
  return rows.map(({ en, nl }) => [en, nl, '']);
}
