import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GUARDS } from './planted/guards.mjs';
import { HOLES } from './planted/holes.mjs';
import { ROWS } from './planted/rows.mjs';
import { RULES } from './planted/rules.mjs';
import { withCopy } from './project-copy.mjs';

/**
 * One check broken on purpose.
 * @typedef {object} PlantedBug
 * @property {string} name what goes wrong with it
 * @property {string} file where the check is
 * @property {string} from the check, as it stands exactly once in the file
 * @property {string} to what it becomes
 * @property {string[]} seenBy specs that must turn red
 */

/** @type {readonly PlantedBug[]} */
export const PLANTED_BUGS = [...ROWS, ...GUARDS, ...RULES, ...HOLES];

export const name = 'planted-bugs';
export const title =
  'Checks broken one at a time: dropped policy, dropped guard, leaked field, wrong relation, skipped rule';
export const bar = `${PLANTED_BUGS.length} of ${PLANTED_BUGS.length} turn a test red`;

/**
 * Plants each bug in a copy of the project and runs the specs that must notice it.
 * @param {readonly PlantedBug[]} [bugs]
 */
export function run(bugs = PLANTED_BUGS) {
  return withCopy(async (copy) => {
    const specs = [...new Set(bugs.flatMap(({ seenBy }) => seenBy))];
    const red = (await runSpecs(copy, specs, ['--silent']))?.testResults.filter(({ status }) => status === 'failed');
    if (red === undefined) return { figure: 'the specs do not run', ok: false };
    if (red.length > 0)
      return { figure: `red without a bug: ${red.map(({ name: spec }) => spec).join(', ')}`, ok: false };
    const missed = [];
    for (const bug of bugs) {
      const verdict = await plant(copy, bug);
      console.error(`  ${verdict}: ${bug.name}`);
      if (verdict !== 'seen') missed.push(`${bug.name} (${verdict})`);
    }
    const seen = `${bugs.length - missed.length} of ${bugs.length} seen`;
    return { figure: missed.length === 0 ? seen : `${seen}; not: ${missed.join(', ')}`, ok: missed.length === 0 };
  });
}

/**
 * Gives the file with the bug in it; throws when the check is not there exactly once.
 * @param {string} text
 * @param {PlantedBug} bug
 */
export function withBug(text, { name: bugName, file, from, to }) {
  const times = text.split(from).length - 1;
  if (times !== 1) throw new Error(`“${bugName}”: its check stands ${times} times in ${file}, not once`);
  return text.replace(from, () => to);
}

/**
 * @param {string} copy
 * @param {PlantedBug} bug
 * @returns {Promise<'seen' | 'not seen' | 'did not run'>}
 */
async function plant(copy, bug) {
  const file = join(copy, bug.file);
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, withBug(sound, bug));
  try {
    return await verdictOf(copy, bug.seenBy);
  } finally {
    writeFileSync(file, sound);
  }
}

/**
 * A failing assertion is what counts: a copy that does not start proves nothing.
 * @param {string} copy
 * @param {string[]} specs
 */
async function verdictOf(copy, specs) {
  const result = await runSpecs(copy, specs, ['--bail=1']);
  if (result === undefined || result.numTotalTests === 0) return 'did not run';
  return result.numFailedTests > 0 ? 'seen' : 'not seen';
}

/** @typedef {{ numTotalTests: number, numFailedTests: number, testResults: { name: string, status: string }[] }} JestResult */

/**
 * Runs specs of the copy at low priority; gives jest's result, or undefined when there is none.
 * @param {string} copy
 * @param {string[]} specs
 * @param {string[]} options
 * @returns {Promise<JestResult | undefined>}
 */
async function runSpecs(copy, specs, options) {
  const outputFile = join(copy, 'planted.json');
  rmSync(outputFile, { force: true });
  const words = ['-n', '10', process.execPath, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
    .concat([join(copy, 'node_modules/jest/bin/jest.js'), '-c', join(copy, 'tools/jest/api.jest.config.mjs')])
    .concat(['-i', '--json', '--outputFile', outputFile, ...options, ...specs]);
  const child = spawn('nice', words, { cwd: copy, stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch {
    return undefined;
  }
}
