import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../start/settings.mjs';

export const name = 'mutation';
export const title = 'Stryker on the permission rules, the policies of the rooms and the state tables';
export const bar = '90 % of the mutants noticed';

const REPORT = join(ROOT, 'tmp', 'mutation.json');
const LOWEST = 90;

/** Runs Stryker over the rules, then over the policies; its reports say which mutants the tests notice. */
export async function run() {
  const rules = await mutants('stryker.config.mjs');
  const policies = await mutants('stryker-policies.config.mjs');
  const scores = [score(rules), score(policies)];
  const words = `rules ${inWords(rules)}, policies ${inWords(policies)}`;
  return { figure: words, ok: scores.every((one) => one >= LOWEST) };
}

/** @param {string} config in the folder of this file */
async function mutants(config) {
  rmSync(REPORT, { force: true });
  const stryker = join(ROOT, 'node_modules', '.bin', 'stryker');
  const child = spawn('nice', ['-n', '10', stryker, 'run', join(ROOT, 'tools', 'trust', config)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.once('exit', resolve));
  return Object.values(/** @type {Report} */ (JSON.parse(readFileSync(REPORT, 'utf8'))).files)
    .flatMap((file) => file.mutants)
    .filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
}

/** @typedef {{ status: string }} Mutant */

/** @param {Mutant[]} all */
function noticed(all) {
  return all.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
}

/** @param {Mutant[]} all */
function score(all) {
  return (100 * noticed(all)) / all.length;
}

/** @param {Mutant[]} all */
function inWords(all) {
  return `${score(all).toFixed(1)} % (${noticed(all)} of ${all.length})`;
}

/** @typedef {{ files: Record<string, { mutants: Mutant[] }> }} Report */
