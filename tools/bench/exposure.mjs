import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../start/settings.mjs';

export const name = 'exposure';
export const title = 'fair exposure: 50 challenges over 500 SMEs, and the development set';
export const bar = 'fewer SMEs never shown, exposure spread more evenly, at most 0.03 of nDCG@10 lost';

/** Compares the fair order with the order by score. */
export async function run() {
  const outDir = join(ROOT, 'dist', 'commands', 'exposure-bench');
  const entry = join(ROOT, 'libs', 'domain', 'src', 'matching', 'exposure-figures.ts');
  await build({
    root: ROOT,
    logLevel: 'warn',
    configFile: join(ROOT, 'apps', 'api', 'vite.config.mjs'),
    build: { ssr: entry, outDir, emptyOutDir: true, rolldownOptions: { input: undefined } },
  });
  const { fairnessFigures } = await import(pathToFileURL(join(outDir, 'exposure-figures.js')).href);
  const { byScore, fair, ndcg } = fairnessFigures();
  const both = (/** @type {string} */ what, /** @type {number} */ before, /** @type {number} */ after) =>
    `${what} ${before.toFixed(3)} → ${after.toFixed(3)}`;
  return {
    figure: [
      both('Gini', byScore.gini, fair.gini),
      both('never shown', byScore.neverShown, fair.neverShown),
      both('mean score shown', byScore.meanScore / 1e6, fair.meanScore / 1e6),
      both('nDCG@10 of the development set', ndcg.byScore, ndcg.fair),
    ].join(', '),
    ok: fair.gini < byScore.gini && fair.neverShown < byScore.neverShown && ndcg.byScore - ndcg.fair <= 0.03,
  };
}
