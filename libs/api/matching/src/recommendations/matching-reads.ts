import type { Locale, Region } from '@htsm/domain';
import type { Means } from '@htsm/domain/matching';
import type { Tx } from '@htsm/api/core';
import type { Asked, FindableSme } from './matching-engine';

/** A text of an SME. */
export interface SmeText {
  /** The document's id; that of the organisation for what it says about itself. */
  readonly id: string;
  readonly locale: Locale;
  readonly text: string;
}

/** An SME with its texts. */
export interface Sme {
  readonly id: string;
  readonly means: Means;
  readonly texts: readonly SmeText[];
}

interface MeansRow {
  readonly id: string;
  readonly themes: string[];
  readonly regions: string[];
  readonly certificates: string[];
  readonly size: string | null;
  readonly trlMin: number | null;
  readonly trlMax: number | null;
  readonly matches: number;
}

interface SmeRow extends MeansRow {
  readonly locale: Locale;
  readonly about: string;
  readonly capabilities: string[];
  readonly documents: { id: string; locale: Locale; title: string; text: string }[];
}

interface AskedRow {
  readonly id: string;
  readonly organisationId: string;
  readonly nl: string;
  readonly en: string;
  readonly capabilities: string[];
  readonly themes: string[];
  readonly region: Region | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
}

const MEANS = `p.organisation_id AS id, p.themes, p.regions, p.certificates, p.size, p.trl_min AS "trlMin", p.trl_max AS "trlMax",
  (SELECT count(*)::int FROM match m WHERE m.organisation_id = p.organisation_id) AS matches`;

/** Gives SMEs with their texts; the worker's own look, past all policies. */
export async function readSmes(tx: Tx, ids: readonly string[]): Promise<Sme[]> {
  const rows = await tx.rows<SmeRow>(
    `SELECT ${MEANS}, p.locale, p.about, p.capabilities,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'locale', d.locale, 'title', d.title, 'text', d.text) ORDER BY d.id)
         FROM profile_document d WHERE d.organisation_id = p.organisation_id), '[]') AS documents
     FROM profile p WHERE p.organisation_id = ANY ($1) ORDER BY p.organisation_id`,
    [ids],
  );
  return rows.map(toSme);
}

/** Gives the SMEs after an id with what is kept of their texts, by id; none after the last. */
export async function readFindable(tx: Tx, after: string, most: number): Promise<FindableSme[]> {
  const rows = await tx.rows<MeansRow>(
    `SELECT ${MEANS} FROM profile p WHERE p.organisation_id > $1 ORDER BY p.organisation_id LIMIT $2`,
    [after, most],
  );
  const analyses = await tx.rows<{ id: string; terms: Buffer }>(
    `SELECT organisation_id AS id, terms FROM match_analysis WHERE organisation_id > $1 AND organisation_id <= $2
     ORDER BY organisation_id, document_id`,
    [after, rows.at(-1)?.id ?? after],
  );
  const byId = Map.groupBy(analyses, ({ id }) => id);
  return rows.map((row) => ({
    id: row.id,
    means: toMeans(row),
    documents: (byId.get(row.id) ?? []).map(({ terms }) => terms),
  }));
}

/** Gives the public challenges that still take proposals, by id or all of them. */
export async function readAsked(tx: Tx, ids: readonly string[] | null): Promise<Asked[]> {
  const text = (language: 'nl' | 'en') =>
    ['title', 'summary', 'problem', 'context', 'success'].map((part) => `c.${part}_${language}`).join(` || E'\\n' || `);
  const rows = await tx.rows<AskedRow>(
    `SELECT c.id, c.organisation_id AS "organisationId", ${text('nl')} AS nl, ${text('en')} AS en, c.capabilities, c.themes, c.region,
       c.trl_from AS "trlFrom", c.trl_to AS "trlTo"
     FROM challenge c JOIN public_challenge l ON l.id = c.id
     WHERE l.state = 'open' AND ($1::uuid[] IS NULL OR c.id = ANY ($1)) ORDER BY c.id`,
    [ids],
  );
  return rows.map(toAsked);
}

function toSme(row: SmeRow): Sme {
  const own: SmeText[] = [{ id: row.id, locale: row.locale, text: `${row.about}\n${row.capabilities.join('\n')}` }];
  return {
    id: row.id,
    means: toMeans(row),
    texts: own.concat(row.documents.map(({ id, locale, title, text }) => ({ id, locale, text: `${title}\n${text}` }))),
  };
}

function toMeans({ themes, certificates, regions, trlMin, trlMax, size, matches }: MeansRow): Means {
  return {
    themes,
    offers: {
      ...(certificates.length > 0 ? { certificates } : {}),
      ...(regions.length > 0 ? { regions } : {}),
      ...(trlMin !== null && trlMax !== null ? { trl: { min: trlMin, max: trlMax } } : {}),
      ...(size === null ? {} : { size }),
    },
    successes: matches,
  };
}

/** The language in which more is written is the one that the owner thinks in; Dutch when both are even. */
function toAsked(row: AskedRow): Asked {
  const locale = row.en.trim().length > row.nl.trim().length ? 'en' : 'nl';
  const other = row[locale === 'nl' ? 'en' : 'nl'].trim();
  const { region, trlFrom, trlTo } = row;
  const whole = (text: string) => [text.replace(/<[^<>]*>/g, ' '), ...row.capabilities].join('\n');
  return {
    id: row.id,
    organisationId: row.organisationId,
    locale,
    text: whole(row[locale]),
    inOther: other === '' ? '' : whole(other),
    wish: {
      themes: row.themes,
      requirements: {
        ...(region === null || region === 'elsewhere' ? {} : { regions: [region] }),
        ...(trlFrom !== null && trlTo !== null ? { trl: { min: trlFrom, max: trlTo } } : {}),
      },
    },
  };
}
