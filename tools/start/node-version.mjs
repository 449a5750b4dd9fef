import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainFailure } from '../process/plain-failure.mjs';

const NEEDED = 24;

/**
 * The project brings its own Node. npm scripts find it first; somebody who runs the file by hand may not, so the
 * command is then run again with the right one.
 * @param {string} root
 * @returns {Promise<number | undefined>} the exit code of the second run; undefined when this Node will do
 */
export async function rerunWithProjectNode(root) {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return undefined;
  const node = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(node) || process.env['HTSM_RERUN']) {
    throw new PlainFailure(
      `Node ${NEEDED} is needed and this is ${process.versions.node}: run npm ci, or install Node ${NEEDED}.`,
    );
  }
  const environment = {
    ...process.env,
    HTSM_RERUN: '1',
    PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH']}`,
  };
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env: environment });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {}); // the terminal sends it to the second run as well
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
