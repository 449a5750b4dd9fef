import { ValidationFailed } from '../errors/refusal';

/** One page of a list; `next` is the cursor of the following page, or null on the last. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}

/** Makes a cursor from the sort keys of the last row. */
export function writeCursor(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Reads a cursor of `length` keys; throws ValidationFailed for anything that we did not write. */
export function readCursor(cursor: string, length: number): (string | number | null)[] {
  const keys = parse(cursor);
  const isOurs =
    Array.isArray(keys) &&
    keys.length === length &&
    keys.every((key) => key === null || typeof key === 'number' || (typeof key === 'string' && !key.includes('\0')));
  if (!isOurs) throw new ValidationFailed([{ path: 'cursor', code: 'object' }]);
  return keys as (string | number | null)[]; // checked element by element just above
}

/** Cuts rows fetched with one extra into a page; `keys` gives the sort keys of a row. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  size: number,
  item: (row: Row) => Item,
  keys: (row: Row) => readonly (string | number | null)[],
): Page<Item> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = rows.length > size && last !== undefined ? writeCursor(keys(last)) : null;
  return { items: shown.map(item), next };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
