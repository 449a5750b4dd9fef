import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jestProof } from './jest-proof.mjs';

/**
 * Runs specs at full size, like `jestProof`, and gives the figure that they left in the file `TRUST_FIGURE`.
 * @param {string[]} specs
 * @returns {Promise<{ figure: string, ok: boolean }>}
 */
export async function figureProof(specs) {
  const folder = mkdtempSync(join(tmpdir(), 'htsm-figure-'));
  const file = join(folder, 'figure.txt');
  try {
    const { figure, ok } = await jestProof(specs, { TRUST: 'full', TRUST_FIGURE: file });
    return { figure: ok ? readFileSync(file, 'utf8') : figure, ok };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
