import { readFileSync } from 'node:fs';
import { PlainFailure } from '../process/plain-failure.mjs';

/**
 * Reads a file that somebody named on the command line; a plain sentence and exit code 2 when it cannot be read.
 * @param {string} file
 * @returns {unknown}
 */
export function readJsonFile(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new PlainFailure(`${file} cannot be read: name a file that is there.`, 2);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new PlainFailure(`${file} holds no JSON.`, 2);
  }
}
