import { parseArgs } from 'node:util';
import { PlainFailure } from '../process/plain-failure.mjs';

/**
 * Reads the words after a command; wrong ones give one sentence and exit code 2.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Options
 * @param {Options} options besides `--help`
 * @param {string} help shown for `--help`
 * @returns {any} the values, or undefined when help was shown
 */
export function readWords(options, help) {
  /** @type {Record<string, unknown>} */
  let values;
  try {
    ({ values } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: false,
    }));
  } catch (fault) {
    const [sentence = ''] = /** @type {Error} */ (fault).message.split('. ');
    throw new PlainFailure(`${sentence.replace(/\.$/, '')}; --help shows what is possible.`, 2);
  }
  if (values['help']) console.log(help.trim());
  return values['help'] ? undefined : values;
}
