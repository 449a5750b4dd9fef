import { Injectable } from '@nestjs/common';
import type { TaxonomyScheme } from '@htsm/domain';
import type { TaxonomyRecord } from '@htsm/domain/themes';
import type { Tx } from '@htsm/api/core';

const COLUMNS = `scheme, code, broader, label_nl AS nl, label_en AS en, synonyms_nl AS "synonymsNl", synonyms_en AS "synonymsEn",
  notation, state, coalesce(replaced_by, '') AS "replacedBy"`;

/** The terms of the lists. The history is written by the database itself. */
@Injectable()
export class TaxonomyRepository {
  /** Gives all terms, list by list, in the order in which they are shown. */
  all(tx: Tx): Promise<TaxonomyRecord[]> {
    return tx.rows<TaxonomyRecord>(`SELECT ${COLUMNS} FROM taxonomy_term ORDER BY scheme, position, code`);
  }

  one(tx: Tx, scheme: TaxonomyScheme, code: string): Promise<TaxonomyRecord | null> {
    return tx.row<TaxonomyRecord>(`SELECT ${COLUMNS} FROM taxonomy_term WHERE scheme = $1 AND code = $2`, [
      scheme,
      code,
    ]);
  }

  /** Whether something below it can still be chosen. */
  async hasParts(tx: Tx, scheme: TaxonomyScheme, code: string): Promise<boolean> {
    const row = await tx.row(
      `SELECT FROM taxonomy_term WHERE scheme = $1 AND broader = $2 AND state = 'active' LIMIT 1`,
      [scheme, code],
    );
    return row !== null;
  }

  /** Adds terms at the end of their lists. Successors are set afterwards: they may be added in the same go. */
  async add(tx: Tx, terms: readonly TaxonomyRecord[], version: number): Promise<void> {
    await tx.run(
      `INSERT INTO taxonomy_term (scheme, code, broader, position, label_nl, label_en, synonyms_nl, synonyms_en, notation, version)
       SELECT t.scheme, t.code, t.broader, t.place + (SELECT coalesce(max(position), 0) FROM taxonomy_term o WHERE o.scheme = t.scheme),
         t.nl, t.en, ARRAY(SELECT jsonb_array_elements_text(t."synonymsNl")), ARRAY(SELECT jsonb_array_elements_text(t."synonymsEn")),
         t.notation, $2
       FROM jsonb_to_recordset($1) AS t (scheme text, code text, broader text, nl text, en text, "synonymsNl" jsonb,
         "synonymsEn" jsonb, notation text, place int) ORDER BY t.place`,
      [JSON.stringify(terms.map((term, at) => ({ ...term, place: at + 1 }))), version],
    );
    const settled = terms.filter(({ state }) => state !== 'active');
    if (settled.length > 0) await this.change(tx, settled, version);
  }

  /** Changes words, what is above, notation and state. */
  async change(tx: Tx, terms: readonly TaxonomyRecord[], version: number): Promise<void> {
    await tx.run(
      `UPDATE taxonomy_term o SET broader = t.broader, label_nl = t.nl, label_en = t.en, notation = t.notation,
         synonyms_nl = ARRAY(SELECT jsonb_array_elements_text(t."synonymsNl")),
         synonyms_en = ARRAY(SELECT jsonb_array_elements_text(t."synonymsEn")),
         state = t.state, replaced_by = nullif(t."replacedBy", ''), version = $2
       FROM jsonb_to_recordset($1) AS t (scheme text, code text, broader text, nl text, en text, "synonymsNl" jsonb,
         "synonymsEn" jsonb, notation text, state text, "replacedBy" text)
       WHERE o.scheme = t.scheme AND o.code = t.code`,
      [JSON.stringify(terms), version],
    );
  }

  /** Puts the successor in the place of a merged term: in everything that was described with it, and in earlier merges. */
  async replace(tx: Tx, { scheme, code, replacedBy }: TaxonomyRecord, version: number): Promise<void> {
    await tx.run(`UPDATE taxonomy_term SET replaced_by = $3, version = $4 WHERE scheme = $1 AND replaced_by = $2`, [
      scheme,
      code,
      replacedBy,
      version,
    ]);
    await tx.run('SELECT replace_code($1, $2, $3)', [scheme, code, replacedBy]);
  }
}
