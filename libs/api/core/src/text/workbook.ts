import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Cell } from './csv';

/** One sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, without \\ / ? * [ ] and :. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a cell of a workbook can hold; more is cut off. */
const LONGEST_TEXT = 32_767;
/** Widths in characters: as wide as the head, within bounds that keep a sheet readable. */
const [NARROWEST, WIDEST] = [9, 40];
/** Control characters other than tab and line ends, and the two that are none: XML cannot hold them. */
const UNWRITABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
/** In the archive instead of the clock, so that the same sheets give the same bytes. */
const NO_TIME = '1980-01-01T00:00:00';

/**
 * Writes a workbook (Office Open XML) with a bold head that stays in sight. Texts are texts, whatever they begin with: no cell
 * is a formula. The same sheets give the same bytes.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const file = await writeExcelFile(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((text) => ({ width: Math.min(WIDEST, Math.max(NARROWEST, text.length + 2)) })),
      data: [
        head.map((text) => ({ ...textCell(text), fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
  return Buffer.from(zipSync(unzipSync(file), { mtime: NO_TIME }));
}

function cellOf(cell: Cell): ReturnType<typeof textCell> | { type: typeof Number; value: number } | null {
  if (cell === null) return null;
  return typeof cell === 'number' ? { type: Number, value: cell } : textCell(cell);
}

function textCell(text: string): { type: typeof String; value: string } {
  return { type: String, value: text.replace(UNWRITABLE, '').slice(0, LONGEST_TEXT) };
}
