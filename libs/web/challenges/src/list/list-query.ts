import { type ParamMap, type Params } from '@angular/router';
import { PUBLIC_CHALLENGE_STATES, REGIONS, TAXONOMY_CODE } from '@htsm/domain';

/** The orders of the list. */
export const listSorts = ['closing', 'newest', 'relevance'] as const;
export type ListSort = (typeof listSorts)[number];

/** The filters that hold several values. */
export type FilterName = 'theme' | 'region' | 'state';

/** What the reader asked of the list; lives in the address. */
export interface ListQuery {
  readonly q: string;
  readonly theme: readonly string[];
  readonly region: readonly string[];
  /** Never empty: open ones when nothing was chosen. */
  readonly state: readonly string[];
  /** Null for the usual order. */
  readonly sort: ListSort | null;
  readonly cursor: string;
}

const openOnly = ['open'];
const MOST_THEMES = 20;

/** Reads the address; values that cannot exist are left out. */
export function readListQuery(params: ParamMap): ListQuery {
  const chosen = (name: FilterName, known: readonly string[]): string[] =>
    known.filter((code) => params.getAll(name).includes(code));
  const states = chosen('state', PUBLIC_CHALLENGE_STATES);
  return {
    q: (params.get('q') ?? '').slice(0, 200),
    theme: [...new Set(params.getAll('theme'))].filter((code) => TAXONOMY_CODE.test(code)).slice(0, MOST_THEMES),
    region: chosen('region', REGIONS),
    state: states.length === 0 ? openOnly : states,
    sort: listSorts.find((sort) => sort === params.get('sort')) ?? null,
    cursor: params.get('cursor') ?? '',
  };
}

/** Writes a query as parameters of the address; what is usual is left out, and every change starts at the first page. */
export function writeListQuery(query: ListQuery): Params {
  const isOpenOnly = query.state.length === 1 && query.state[0] === 'open';
  return {
    q: query.q.trim() || null,
    theme: query.theme.length === 0 ? null : query.theme,
    region: query.region.length === 0 ? null : query.region,
    state: isOpenOnly || query.state.length === 0 ? null : query.state,
    sort: query.sort,
    cursor: query.cursor || null,
  };
}

/** Gives the query with one filter value added or taken away. */
export function toggleFilter(query: ListQuery, name: FilterName, value: string): ListQuery {
  const now = query[name];
  const next = now.includes(value) ? now.filter((other) => other !== value) : [...now, value];
  return { ...query, [name]: name === 'state' && next.length === 0 ? openOnly : next, cursor: '' };
}

/** The order in which the list stands when the reader chose none. */
export function effectiveSort(query: ListQuery): ListSort {
  return query.sort ?? (query.q.trim() === '' ? 'closing' : 'relevance');
}

/** The filters that the reader chose, for the row of chosen ones; open alone is no choice. */
export function chosenFilters(query: ListQuery): { name: FilterName; value: string }[] {
  const isOpenOnly = query.state.length === 1 && query.state[0] === 'open';
  return [
    ...query.theme.map((value) => ({ name: 'theme' as const, value })),
    ...query.region.map((value) => ({ name: 'region' as const, value })),
    ...(isOpenOnly ? [] : query.state.map((value) => ({ name: 'state' as const, value }))),
  ];
}
