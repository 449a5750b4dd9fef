import { Injectable } from '@nestjs/common';
import { PUBLIC_CHALLENGE_STATES, type ChallengeState, type Locale, type Region, type Theme } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ChallengeFacetsDto, ChallengeSort, PublicChallengeRowDto } from '../dto/public-challenge.dto';
import type { SearchWords } from './search-words';

/** Rows on a page. */
export const PAGE_SIZE = 20;
/** Counts stop here. */
export const TOTAL_CAP = 1000;
/** Search results that are ranked; a common word has many more. */
const CANDIDATES = 1000;

/** How the words are matched: as text, or by look-alike titles when no text fits. */
export type MatchMode = 'text' | 'near';

/** A validated question to the public list. */
export interface ListQuestion {
  readonly locale: Locale;
  readonly search: SearchWords | null;
  readonly mode: MatchMode;
  readonly themes: readonly Theme[];
  readonly regions: readonly Region[];
  readonly states: readonly ChallengeState[];
  readonly sort: ChallengeSort;
  /** Sort key and id of the last row seen, or null for the first page. */
  readonly after: readonly [string | number, string] | null;
}

/** A row with its sort key. */
export type ListRow = PublicChallengeRowDto & { readonly sortKey: string | number };

/** Counts beside the list. */
export interface ListCounts {
  readonly total: number;
  readonly facets: ChallengeFacetsDto;
  /** The instant that decided what is open. */
  readonly now: string;
}

/** Reads the table of public fields, which has no row security and so can use its text indexes. */
@Injectable()
export class PublicListRepository {
  /** Gives one row more than a page when there are more. */
  async page(tx: Tx, question: ListQuestion): Promise<ListRow[]> {
    const sql = new Parameters();
    const conditions = [...where(question, sql, ['text', 'states', 'themes', 'regions'])];
    const order = ORDERS[question.sort];
    const key = question.sort === 'relevance' ? rank(question, sql) : order.key;
    const locale = sql.add(question.locale);
    const candidates = `SELECT p.*, ${key} AS sort_key FROM public_challenge p WHERE ${conditions.join(' AND ')}
      ${question.sort === 'relevance' ? `LIMIT ${CANDIDATES}` : ''}`;
    const after = question.after === null ? 'true' : keyset(question.after, order, sql);
    return tx.rows<ListRow>(
      `SELECT ${columns(locale)}, ${order.out} AS "sortKey" FROM (${candidates}) p
       WHERE ${after} ORDER BY sort_key ${order.direction}, id LIMIT ${PAGE_SIZE + 1}`,
      sql.values,
    );
  }

  /** Counts what fits and, per filter value, what would fit under the other filters; one statement. */
  async counts(tx: Tx, question: ListQuestion): Promise<ListCounts> {
    const sql = new Parameters();
    const under = (...filters: FilterName[]): string => where(question, sql, filters).join(' AND ');
    const states = PUBLIC_CHALLENGE_STATES.map((state) => {
      const conditions = where({ ...question, states: [state] }, sql, ['states', 'text', 'themes', 'regions']);
      return `SELECT ${sql.add(state)} AS value, (SELECT count(*)::int FROM (
        SELECT FROM public_challenge p WHERE ${conditions.join(' AND ')} LIMIT ${TOTAL_CAP}) c) AS n`;
    });
    const row = await tx.row<ListCounts>(
      `SELECT
        (SELECT count(*)::int FROM (SELECT FROM public_challenge p WHERE ${under('text', 'states', 'themes', 'regions')} LIMIT ${TOTAL_CAP + 1}) c) AS total,
        json_build_object(
          'themes', (SELECT coalesce(json_agg(json_build_object('value', value, 'count', n) ORDER BY value), '[]') FROM (
            SELECT theme AS value, count(*)::int AS n
            FROM (SELECT theme_paths FROM public_challenge p WHERE ${under('text', 'states', 'regions')} LIMIT ${FACET_ROWS}) c, unnest(c.theme_paths) AS theme
            GROUP BY theme) t),
          'regions', (SELECT coalesce(json_agg(json_build_object('value', value, 'count', n) ORDER BY value), '[]') FROM (
            SELECT region AS value, count(*)::int AS n
            FROM (SELECT region FROM public_challenge p WHERE ${under('text', 'states', 'themes')} LIMIT ${FACET_ROWS}) c
            WHERE region IS NOT NULL GROUP BY region) r),
          'states', (SELECT coalesce(json_agg(json_build_object('value', value, 'count', n) ORDER BY value), '[]')
            FROM (${states.join(' UNION ALL ')}) s WHERE n > 0)
        ) AS facets, ${instant('htsm_now()')} AS now`,
      sql.values,
    );
    if (row === null) throw new Error('A statement without FROM gave no row');
    return row;
  }
}

/** Rows that facets look at; far above a page of real use, so that a national list stays fast. */
const FACET_ROWS = 5000;

/** The filters of the list. */
export type FilterName = 'text' | 'states' | 'themes' | 'regions';

/** Collects the values of a statement; the same place in the text and in the list. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The conditions of these filters on `public_challenge p`; never empty. */
export function where(question: ListQuestion, sql: Parameters, filters: readonly FilterName[]): string[] {
  return ['true', ...filters.flatMap((filter) => condition(question, sql, filter))];
}

function condition(question: ListQuestion, sql: Parameters, filter: FilterName): string[] {
  if (filter === 'states') return [statesCondition(question.states, sql)];
  if (filter === 'themes')
    return question.themes.length === 0 ? [] : [`p.theme_paths && ${sql.add(question.themes)}::text[]`];
  if (filter === 'regions')
    return question.regions.length === 0 ? [] : [`p.region = ANY (${sql.add(question.regions)}::text[])`];
  if (question.search === null) return [];
  if (question.mode === 'near') return [`p.id IN (SELECT public_challenges_like(${sql.add(question.search.text)}))`];
  const words = sql.add(question.search.tsquery);
  return [`(p.text_nl @@ to_tsquery('dutch', ${words}) OR p.text_en @@ to_tsquery('english', ${words}))`];
}

/**
 * An open challenge past its closing instant counts as being judged, also before the worker has noticed. Written so
 * that one stored state walks the index on state and sort key.
 */
function statesCondition(states: readonly ChallengeState[], sql: Parameters): string {
  const isEvaluating = states.includes('evaluating');
  const isOpen = states.includes('open');
  if (isOpen && isEvaluating) return `p.state = ANY (${sql.add(states)}::text[])`;
  const stored = states.filter((state) => state !== 'open');
  const branches = [
    ...(stored.length === 1 ? [`p.state = ${sql.add(stored[0])}`] : []),
    ...(stored.length > 1 ? [`p.state = ANY (${sql.add(stored)}::text[])`] : []),
    ...(isOpen ? [`(p.state = 'open' AND p.closes_at > (SELECT htsm_now()))`] : []),
    ...(isEvaluating ? [`(p.state = 'open' AND p.closes_at <= (SELECT htsm_now()))`] : []),
  ];
  return `(${branches.join(' OR ')})`;
}

function rank(question: ListQuestion, sql: Parameters): string {
  if (question.search === null) return '0::float8';
  if (question.mode === 'near') {
    return `word_similarity(${sql.add(question.search.text)}, p.title_nl || ' ' || p.title_en)::float8`;
  }
  const words = sql.add(question.search.tsquery);
  return `greatest(ts_rank(p.text_nl, to_tsquery('dutch', ${words})), ts_rank(p.text_en, to_tsquery('english', ${words})))::float8`;
}

interface Order {
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
  readonly type: string;
  /** The key as it goes into a cursor, without loss. */
  readonly out: string;
}

const ORDERS: Readonly<Record<ChallengeSort, Order>> = {
  closing: { key: 'p.closes_at', direction: 'ASC', type: 'timestamptz', out: 'sort_key::text' },
  newest: { key: 'p.opened_at', direction: 'DESC', type: 'timestamptz', out: 'sort_key::text' },
  relevance: { key: '', direction: 'DESC', type: 'float8', out: 'sort_key' },
};

function keyset([key, id]: readonly [string | number, string], order: Order, sql: Parameters): string {
  const value = `${sql.add(key)}::${order.type}`;
  const beyond = order.direction === 'ASC' ? '>' : '<';
  return `(sort_key ${beyond} ${value} OR (sort_key = ${value} AND id > ${sql.add(id)}::uuid))`;
}

/** The fields of a row, in the reader's language where it is written in it. */
export function columns(locale: string): string {
  const language = `CASE WHEN (${locale}::text = 'nl' AND p.title_nl <> '') OR p.title_en = '' THEN 'nl' ELSE 'en' END`;
  return `p.id, p.slug, CASE WHEN p.state = 'open' AND p.closes_at <= (SELECT htsm_now()) THEN 'evaluating' ELSE p.state END AS state,
    p.owner_name AS "ownerName", p.programme, ${language} AS language,
    CASE ${language} WHEN 'nl' THEN p.title_nl ELSE p.title_en END AS title,
    CASE ${language} WHEN 'nl' THEN p.summary_nl ELSE p.summary_en END AS summary,
    p.themes, p.capabilities, p.region, p.budget_eur AS "budgetEur", p.no_budget_reason AS "noBudgetReason",
    p.ip_regime AS "ipRegime", p.hours_asked AS "hoursAsked", p.trl_from AS "trlFrom", p.trl_to AS "trlTo",
    ${instant('p.opened_at')} AS "openedAt", ${instant('p.closes_at')} AS "closesAt", p.is_demo AS "isDemo"`;
}

/** An instant as it goes into JSON; the connection's zone is UTC. */
export function instant(column: string): string {
  return `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
