import type { Locale } from '@htsm/domain';

/** What stands in one cell; a number is written as one, null is an empty cell. */
export type Cell = string | number | null;

/** What a spreadsheet would read as a formula at the beginning of a cell (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
/** A cell that we wrote with an apostrophe before it, or that had one already. */
const GUARDED = /^'+[=+\-@\t\r]/;
/** By this mark spreadsheets know the encoding; without it they guess. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes a CSV file that a spreadsheet opens without taking any cell for a formula; lines end as RFC 4180 has it. */
export function writeCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return lines(',', [head, ...rows], guarded);
}

/**
 * Writes a CSV file for the spreadsheet of a reader of that language: Dutch ones take semicolons between cells and a comma
 * in numbers. No text is taken for a formula; numbers stay numbers, also below zero.
 */
export function writeSheet(locale: Locale, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const print = (value: number): string => (locale === 'nl' ? String(value).replace('.', ',') : String(value));
  const cellOf = (cell: Cell): string => (typeof cell === 'number' ? print(cell) : guarded(cell ?? ''));
  return BYTE_ORDER_MARK + lines(locale === 'nl' ? ';' : ',', [head, ...rows], cellOf);
}

/** Takes away the apostrophe that guarded a cell. */
export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function lines<Value>(
  separator: string,
  rows: readonly (readonly Value[])[],
  cellOf: (value: Value) => string,
): string {
  return rows.map((row) => `${row.map((value) => quoted(cellOf(value))).join(separator)}\r\n`).join('');
}

function guarded(cell: string): string {
  return FORMULA.test(cell) || GUARDED.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
