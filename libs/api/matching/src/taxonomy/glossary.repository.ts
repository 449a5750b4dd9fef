import { Injectable } from '@nestjs/common';
import type { GlossaryRecord } from '@htsm/domain/themes';
import type { Tx } from '@htsm/api/core';

/** Pairs on a page. */
export const PAIRS_ON_A_PAGE = 50;

const COLUMNS = `id, nl, en, synonyms_nl AS "synonymsNl", synonyms_en AS "synonymsEn", broader`;
const FROM_JSON = `SELECT t.nl, t.en, ARRAY(SELECT jsonb_array_elements_text(t."synonymsNl")) AS synonyms_nl,
    ARRAY(SELECT jsonb_array_elements_text(t."synonymsEn")) AS synonyms_en, ARRAY(SELECT jsonb_array_elements_text(t.broader)) AS broader
  FROM jsonb_to_recordset($1) AS t (nl text, en text, "synonymsNl" jsonb, "synonymsEn" jsonb, broader jsonb)`;

type PairRow = GlossaryRecord & { readonly id: string };

/** The operator's pairs of terms. The history is written by the database itself. */
@Injectable()
export class GlossaryRepository {
  /** Gives all pairs by their Dutch words. */
  all(tx: Tx): Promise<PairRow[]> {
    return tx.rows<PairRow>(`SELECT ${COLUMNS} FROM glossary_term ORDER BY lower(nl), id`);
  }

  /** Gives a page and one more. @param after the Dutch word and the id of the last pair seen, or null for the first page */
  page(tx: Tx, q: string, after: readonly string[] | null): Promise<PairRow[]> {
    const [word = null, id = null] = after ?? [];
    return tx.rows<PairRow>(
      `SELECT ${COLUMNS} FROM glossary_term
       WHERE ($1 = '' OR strpos(lower(nl || ' ' || en || ' ' || array_to_string(synonyms_nl || synonyms_en, ' ')), lower($1)) > 0)
         AND ($2::text IS NULL OR (lower(nl), id) > ($2, $3::uuid))
       ORDER BY lower(nl), id LIMIT ${PAIRS_ON_A_PAGE + 1}`,
      [q, word, id],
    );
  }

  async add(tx: Tx, pairs: readonly GlossaryRecord[], version: number): Promise<void> {
    await tx.run(
      `INSERT INTO glossary_term (nl, en, synonyms_nl, synonyms_en, broader, version) SELECT t.*, $2 FROM (${FROM_JSON}) t`,
      [JSON.stringify(pairs), version],
    );
  }

  /** Changes the pairs with these words, whatever their capitals. */
  async change(tx: Tx, pairs: readonly GlossaryRecord[], version: number): Promise<void> {
    await tx.run(
      `UPDATE glossary_term g SET nl = t.nl, en = t.en, synonyms_nl = t.synonyms_nl, synonyms_en = t.synonyms_en,
         broader = t.broader, version = $2
       FROM (${FROM_JSON}) t WHERE lower(g.nl) = lower(t.nl) AND lower(g.en) = lower(t.en)`,
      [JSON.stringify(pairs), version],
    );
  }

  /** Whether there was one to take away. */
  async remove(tx: Tx, id: string): Promise<boolean> {
    return (await tx.run('DELETE FROM glossary_term WHERE id = $1', [id])) > 0;
  }
}
