import type { RankedProposalDto, RankingDto } from '@htsm/contracts';
import { CONFIDENCES } from '@htsm/domain';

/** The columns that do not depend on the criteria, as they stand in the table. */
export const FIXED_COLUMNS = ['mean', 'adjusted', 'interval', 'median', 'spread', 'reviews', 'confidence'] as const;
/** The columns that show when nobody chose. */
const FIRST_COLUMNS = ['mean', 'adjusted', 'interval', 'spread', 'reviews'];
/** How a column for a criterion is called in the address; its number follows. */
const CRITERION = 'criterion-';

/** The columns that can be shown, in their order: those of the criteria after the others. */
export function columnsOf({ criteria }: Pick<RankingDto, 'criteria'>): string[] {
  return [...FIXED_COLUMNS, ...criteria.map((_, index) => `${CRITERION}${index + 1}`)];
}

/** The columns that an address asks for, in the order of the table; the usual ones when it asks for none that exist. */
export function chosenColumns(asked: string | undefined, known: readonly string[]): string[] {
  const words = new Set((asked ?? '').split(','));
  const chosen = known.filter((column) => words.has(column));
  return chosen.length > 0 ? chosen : known.filter((column) => FIRST_COLUMNS.includes(column));
}

/** What to write into the address for these columns; null when they are the usual ones. */
export function askedColumns(chosen: readonly string[], known: readonly string[]): string | null {
  const usual = chosenColumns(undefined, known);
  return chosen.length === 0 || chosen.join() === usual.join() ? null : chosen.join(',');
}

/** Gives the position of the criterion that a column is of; undefined for another column. */
export function criterionAt(column: string): number | undefined {
  return column.startsWith(CRITERION) ? Number(column.slice(CRITERION.length)) - 1 : undefined;
}

/** The order that a press on a head brings: the best first, then the other way round, then by place again. */
export function nextSort(sort: string, column: string): string {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? '' : column;
}

/** Which way a column is sorted now, as `aria-sort` says it. */
export function sortOf(sort: string, column: string): 'ascending' | 'descending' | 'none' {
  const isBestLow = column === 'interval' || column === 'number';
  if (sort === column) return isBestLow ? 'ascending' : 'descending';
  if (sort === `-${column}`) return isBestLow ? 'descending' : 'ascending';
  return 'none';
}

/** Gives the proposals with the best first, without a value last; by place when the order is empty or unknown. */
export function inOrder(items: readonly RankedProposalDto[], sort: string): RankedProposalDto[] {
  const column = sort.replace(/^-/, '');
  const sign = sort.startsWith('-') ? -1 : 1;
  const known = items.flatMap((item) => {
    const value = valueOf(item, column);
    return value === null ? [] : [{ item, value }];
  });
  if (column === '' || known.length === 0) return [...items];
  const sorted = known.toSorted((one, other) => sign * (other.value - one.value)).map(({ item }) => item);
  return [...sorted, ...items.filter((item) => valueOf(item, column) === null)];
}

/** The higher, the better. */
function valueOf(item: RankedProposalDto, column: string): number | null {
  const criterion = criterionAt(column);
  if (criterion !== undefined) return item.criteria[criterion]?.mean ?? null;
  switch (column) {
    case 'number':
      return -item.number;
    case 'mean':
    case 'adjusted':
    case 'median':
    case 'spread':
      return item[column];
    case 'interval':
      return item.interval === null ? null : -(item.interval.best + item.interval.worst);
    case 'reviews':
      return item.isHiddenFromMe ? null : item.reviewCount;
    case 'confidence':
      return meanConfidence(item);
    default:
      return null;
  }
}

/** The mean of how sure the reviewers are, as positions in the scale; null when nobody said. */
function meanConfidence({ scores }: RankedProposalDto): number | null {
  const said = scores.flatMap(({ confidence }) => (confidence === null ? [] : [CONFIDENCES.indexOf(confidence)]));
  return said.length === 0 ? null : said.reduce((sum, step) => sum + step, 0) / said.length;
}
