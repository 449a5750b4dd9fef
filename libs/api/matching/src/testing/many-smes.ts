import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Locale } from '@htsm/domain';
import { analyseText, packText, type TextReader } from '@htsm/domain/matching';

/** What made-up SMEs are made of. */
export interface Material {
  /** Sentences of each language. */
  readonly sentences: Readonly<Record<Locale, readonly string[]>>;
  /** Words of the trade, of which each sentence gets one in the place of a word of its own. */
  readonly words: Readonly<Record<Locale, readonly string[]>>;
  readonly themes: readonly string[];
}

interface MadeText {
  readonly document_id: string;
  readonly text: string;
}

/** Gives the same numbers each time, 0 to 1. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Writes made-up SMEs with one to three texts of two to five sentences, half of them Dutch, and what is kept of their
 * texts; gives how long the analysis took. Triggers and foreign keys are off meanwhile.
 */
export async function writeSmes(
  source: DataSource,
  count: number,
  material: Material,
  how: { reader: TextReader; version: string },
): Promise<{ documents: number; analysisMs: number }> {
  const random = generator(7);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item; // no list is empty
  const told = { documents: 0, analysisMs: 0 };
  const sentence = (locale: Locale): string => {
    const words = pick(material.sentences[locale]).split(' ');
    words[Math.floor(random() * words.length)] = pick(material.words[locale]);
    return words.join(' ');
  };
  for (let done = 0; done < count; done += 500) {
    const smes = Array.from({ length: Math.min(500, count - done) }, (_, at) => {
      const locale: Locale = random() < 0.5 ? 'nl' : 'en';
      const id = randomUUID();
      const texts = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, number): MadeText => {
        const text = Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(locale)).join(' ');
        return { document_id: number === 0 ? id : randomUUID(), text: `${text} Merk${Math.floor(random() * 100_000)}` };
      });
      const themes = [...new Set([pick(material.themes), pick(material.themes), pick(material.themes)])];
      return {
        id,
        locale,
        kvk: String(20_000_000 + done + at),
        themes,
        texts,
        size: pick(['micro', 'small', 'medium']),
        region: pick(['drenthe', 'groningen', 'friesland']),
        trl: 1 + Math.floor(random() * 5),
      };
    });
    const analyses = smes.flatMap(({ id, locale, texts }) =>
      texts.map(({ document_id, text }) => {
        const whole = document_id === id ? `${text}\n` : `\n${text}`;
        const begun = performance.now();
        const terms = packText(analyseText(whole, locale, how.reader));
        told.analysisMs += performance.now() - begun;
        told.documents += 1;
        return {
          id,
          document_id,
          source: createHash('sha256').update(`${locale}\n${whole}`).digest('hex').slice(0, 32),
          terms: Buffer.from(terms).toString('hex'),
        };
      }),
    );
    await source.query(INSERT, [JSON.stringify(smes), JSON.stringify(analyses), how.version]);
  }
  await source.query('ANALYZE profile; ANALYZE match_analysis');
  return told;
}

const INSERT = `
  WITH off AS MATERIALIZED (SELECT set_config('session_replication_role', 'replica', true)),
  s AS MATERIALIZED (SELECT s.* FROM off, jsonb_to_recordset($1) AS s (id uuid, locale text, kvk text, themes jsonb, texts jsonb, size text, region text, trl int)),
  o AS (INSERT INTO organisation (id, name, kind, kvk_number, city, region)
    SELECT id, 'SME ' || kvk, 'sme', kvk, 'Assen', region FROM s),
  p AS (INSERT INTO profile (organisation_id, locale, about, themes, regions, size, trl_min, trl_max)
    SELECT id, locale, texts -> 0 ->> 'text', ARRAY(SELECT jsonb_array_elements_text(themes)), ARRAY[region], size, trl, trl + 3 FROM s),
  d AS (INSERT INTO profile_document (id, organisation_id, kind, title, text, locale)
    SELECT (t ->> 'document_id')::uuid, id, 'project', '', t ->> 'text', locale
    FROM s, jsonb_array_elements(texts) WITH ORDINALITY AS a (t, place) WHERE place > 1)
  INSERT INTO match_analysis (organisation_id, document_id, version, source, terms)
  SELECT a.id, a.document_id, $3, decode(a.source, 'hex'), decode(a.terms, 'hex')
  FROM jsonb_to_recordset($2) AS a (id uuid, document_id uuid, source text, terms text)`;
