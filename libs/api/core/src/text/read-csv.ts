import { CsvError, parse } from 'csv-parse/sync';
import { unguarded } from './csv';

/** A record of a CSV file: the line of the file on which it ends, and its cells by the name of their column. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Why a text cannot be read as CSV: it is none, or a column is not there. */
export class UnreadableCsv extends Error {
  constructor(
    readonly fault: 'not_csv' | 'no_column',
    readonly params: Readonly<Record<string, string | number>>,
  ) {
    super(fault);
  }
}

const SEPARATORS = [',', ';', '\t'];

/**
 * Reads a CSV file with a head line, separated by commas, semicolons or tabs, whichever the head line has most.
 * @param names what each column may be called, by the name that the caller knows it by; other columns are left alone
 * @throws UnreadableCsv when it is no CSV, or a column of `needed` is not there
 */
export function readCsv(
  text: string,
  names: Readonly<Record<string, readonly string[]>>,
  needed: readonly string[],
): CsvRecord[] {
  const rows = rowsOf(text);
  const head = (rows[0]?.record ?? []).map((cell) => columnOf(cell, names));
  const missing = needed.find((name) => !head.includes(name));
  if (missing !== undefined) throw new UnreadableCsv('no_column', { column: missing, line: 1 });
  return rows.slice(1).map(({ record, info: { lines } }) => ({
    line: lines,
    cells: new Map(
      head.flatMap((name, at) => (name === undefined ? [] : [[name, unguarded((record[at] ?? '').trim())] as const])),
    ),
  }));
}

function rowsOf(text: string): { record: string[]; info: { lines: number } }[] {
  const head = text.slice(0, Math.max(0, text.indexOf('\n')) || text.length);
  const [delimiter = ','] = [...SEPARATORS].sort((one, other) => head.split(other).length - head.split(one).length);
  try {
    const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]; // with `info` the parser gives these pairs
  } catch (fault) {
    if (fault instanceof CsvError) throw new UnreadableCsv('not_csv', { line: Number(fault['lines'] ?? 1) });
    throw fault;
  }
}

function columnOf(cell: string, names: Readonly<Record<string, readonly string[]>>): string | undefined {
  const word = cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  return Object.keys(names).find((name) => names[name]?.includes(word));
}
