import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../start/settings.mjs';

/**
 * Runs specs of the API as a proof, at low priority; a spec that finds TRUST=full takes its full size.
 * @param {string[]} specs
 * @param {Record<string, string>} env
 * @returns {Promise<{ figure: string, ok: boolean }>}
 */
export async function jestProof(specs, env) {
  const folder = mkdtempSync(join(tmpdir(), 'htsm-trust-'));
  const outputFile = join(folder, 'result.json');
  const words = ['-n', '10', process.execPath, '--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
    .concat([join(ROOT, 'node_modules/jest/bin/jest.js'), '-c', join(ROOT, 'tools/jest/api.jest.config.mjs'), '-i'])
    .concat(['--json', '--outputFile', outputFile, ...specs]);
  const child = spawn('nice', words, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = /** @type {string[]} */ ([]);
  child.stderr.on('data', (chunk) => said.push(String(chunk)));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) console.error(said.join(''));
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(outputFile, 'utf8'));
    return { figure: `${numPassedTests} of ${numTotalTests} tests pass`, ok: code === 0 && numTotalTests > 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
