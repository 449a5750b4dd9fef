import { UnreadableCsv, readCsv as read, type CsvRecord } from '@htsm/api/core';
import { UnreadableFile } from '../taxonomy.errors';

/** Between several words in one cell. */
const BETWEEN = '|';

/** Reads a CSV file as `readCsv` of the core does. Throws UnreadableFile. */
export function readCsv(...input: Parameters<typeof read>): CsvRecord[] {
  try {
    return read(...input);
  } catch (error) {
    if (error instanceof UnreadableCsv) throw new UnreadableFile(error.fault, error.params);
    throw error;
  }
}

/** Takes a cell with several words apart. */
export function wordsOf(cell: string): string[] {
  return cell
    .split(BETWEEN)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Puts several words into one cell. */
export function cellOf(words: readonly string[]): string {
  return words.join(BETWEEN);
}
