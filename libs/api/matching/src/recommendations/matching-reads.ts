import type { Locale, Region } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { Asked, Sme, SmeText } from './matching-engine';

interface SmeRow {
  readonly id: string;
  readonly locale: Locale;
  readonly about: string;
  readonly themes: string[];
  readonly capabilities: string[];
  readonly regions: string[];
  readonly certificates: string[];
  readonly size: string | null;
  readonly trlMin: number | null;
  readonly trlMax: number | null;
  readonly matches: number;
  readonly documents: { id: string; locale: Locale; title: string; text: string }[];
}

interface AskedRow {
  readonly id: string;
  readonly organisationId: string;
  readonly nl: string;
  readonly en: string;
  readonly themes: string[];
  readonly region: Region | null;
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
}

/** Gives SMEs by id, or all of them; the worker's own look, past all policies. */
export async function readSmes(tx: Tx, ids: readonly string[] | null): Promise<Sme[]> {
  const rows = await tx.rows<SmeRow>(
    `SELECT p.organisation_id AS id, p.locale, p.about, p.themes, p.capabilities, p.regions, p.certificates, p.size,
       p.trl_min AS "trlMin", p.trl_max AS "trlMax",
       (SELECT count(*)::int FROM match m WHERE m.organisation_id = p.organisation_id) AS matches,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'locale', d.locale, 'title', d.title, 'text', d.text) ORDER BY d.id)
         FROM profile_document d WHERE d.organisation_id = p.organisation_id), '[]') AS documents
     FROM profile p WHERE $1::uuid[] IS NULL OR p.organisation_id = ANY ($1) ORDER BY p.organisation_id`,
    [ids],
  );
  return rows.map(toSme);
}

/** Gives the public challenges that still take proposals, by id or all of them. */
export async function readAsked(tx: Tx, ids: readonly string[] | null): Promise<Asked[]> {
  const text = (language: 'nl' | 'en') =>
    ['title', 'summary', 'problem', 'context', 'success'].map((part) => `c.${part}_${language}`).join(` || E'\\n' || `);
  const rows = await tx.rows<AskedRow>(
    `SELECT c.id, c.organisation_id AS "organisationId", ${text('nl')} AS nl, ${text('en')} || E'\\n' AS en, c.themes, c.region,
       c.trl_from AS "trlFrom", c.trl_to AS "trlTo"
     FROM challenge c JOIN public_challenge l ON l.id = c.id
     WHERE l.state = 'open' AND ($1::uuid[] IS NULL OR c.id = ANY ($1)) ORDER BY c.id`,
    [ids],
  );
  return rows.map(toAsked);
}

function toSme(row: SmeRow): Sme {
  const { trlMin, trlMax, size } = row;
  const own: SmeText[] = [{ id: row.id, locale: row.locale, text: `${row.about}\n${row.capabilities.join('\n')}` }];
  return {
    id: row.id,
    means: {
      themes: row.themes,
      offers: {
        ...(row.certificates.length > 0 ? { certificates: row.certificates } : {}),
        ...(row.regions.length > 0 ? { regions: row.regions } : {}),
        ...(trlMin !== null && trlMax !== null ? { trl: { min: trlMin, max: trlMax } } : {}),
        ...(size === null ? {} : { size }),
      },
      successes: row.matches,
    },
    texts: own.concat(row.documents.map(({ id, locale, title, text }) => ({ id, locale, text: `${title}\n${text}` }))),
  };
}

/** The language in which more is written is the one that the owner thinks in; Dutch when both are even. */
function toAsked(row: AskedRow): Asked {
  const locale = row.en.trim().length > row.nl.trim().length ? 'en' : 'nl';
  const { region, trlFrom, trlTo } = row;
  return {
    id: row.id,
    organisationId: row.organisationId,
    locale,
    text: row[locale].replace(/<[^>]*>/g, ' '),
    wish: {
      themes: row.themes,
      requirements: {
        ...(region === null || region === 'elsewhere' ? {} : { regions: [region] }),
        ...(trlFrom !== null && trlTo !== null ? { trl: { min: trlFrom, max: trlTo } } : {}),
      },
    },
  };
}
