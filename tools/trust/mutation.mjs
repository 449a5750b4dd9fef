import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../start/settings.mjs';

export const name = 'mutation';
export const title = 'Stryker on the permission rules and the state tables';
export const bar = '90 % of the mutants noticed';

const REPORT = join(ROOT, 'tmp', 'mutation.json');
const LOWEST = 90;

/** Runs Stryker; its report says which mutants the tests of the domain notice. */
export async function run() {
  rmSync(REPORT, { force: true });
  const stryker = join(ROOT, 'node_modules', '.bin', 'stryker');
  const child = spawn('nice', ['-n', '10', stryker, 'run', join(ROOT, 'tools/trust/stryker.config.mjs')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => child.once('exit', resolve));
  const all = Object.values(/** @type {Report} */ (JSON.parse(readFileSync(REPORT, 'utf8'))).files)
    .flatMap(({ mutants }) => mutants)
    .filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
  const noticed = all.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const score = (100 * noticed) / all.length;
  return { figure: `${score.toFixed(1)} % (${noticed} of ${all.length})`, ok: score >= LOWEST };
}

/** @typedef {{ files: Record<string, { mutants: { status: string }[] }> }} Report */
