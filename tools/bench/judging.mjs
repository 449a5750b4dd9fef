import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { startDatabase } from '../jest/start-database.mjs';
import { ROOT } from '../start/settings.mjs';
import { withServer } from '../trust/attack/product.mjs';

export const name = 'judging';
export const title = 'ranking 200 proposals by 30 reviewers on six criteria, over HTTP with permissions on';
export const bar =
  'ranking, tasks and stability in 300 ms each for everybody, adjusted scores in 200 ms, export in 2 s';

const MOST_MS = { page: 300, adjust: 200, file: 2_000 };
const ROUNDS = 15;

/** Fills a database, adjusts its scores in a process of their own, then asks the built API as the taskforce does. */
export async function run() {
  const database = await startDatabase('judging');
  const folder = mkdtempSync(join(tmpdir(), 'htsm-judging-'));
  try {
    const databaseUrl = database.env.DATABASE_URL;
    const script = await bundle();
    const step = (/** @type {string[]} */ ...words) =>
      JSON.parse(execFileSync(process.execPath, [script, ...words], { encoding: 'utf8' }));
    const { challengeId, cookie, linkedCookie } = step('prepare', databaseUrl);
    const { proposals, reviews, adjustMs } = step('adjust', databaseUrl, challengeId);
    const path = `/api/taskforce/challenges/${challengeId}`;
    const pages = await withServer({ api: database.bundle, databaseUrl, folder }, async (url) => ({
      ranking: await times(`${url}${path}/ranking`, cookie),
      linkedRanking: await times(`${url}${path}/ranking`, linkedCookie),
      assigning: await times(`${url}${path}/assignments`, cookie),
      linkedAssigning: await times(`${url}${path}/assignments`, linkedCookie),
      linkedFits: await times(`${url}${path}/reviewer-fits`, linkedCookie),
      stability: await times(`${url}${path}/stability`, cookie),
      rankingFile: await times(`${url}${path}/ranking/file`, cookie),
      scoresFile: await times(`${url}${path}/scores/file`, cookie),
      workbook: await times(`${url}${path}/ranking/workbook`, cookie),
    }));
    return report({ proposals, reviews, adjustMs, ...pages });
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Promise<string>} the script */
async function bundle() {
  const outDir = join(ROOT, 'dist', 'commands', 'judging-bench');
  const entry = join(ROOT, 'libs', 'api', 'reviews', 'src', 'testing', 'judging-bench.ts');
  await build({
    root: ROOT,
    configFile: join(ROOT, 'apps', 'api', 'vite.config.mjs'),
    logLevel: 'warn',
    build: { ssr: entry, outDir, emptyOutDir: true, rolldownOptions: { input: undefined } },
  });
  return join(outDir, 'judging-bench.js');
}

/**
 * @param {string} address
 * @param {string} cookie
 * @returns {Promise<number[]>} milliseconds until the whole answer is in, the first of a cold server
 */
async function times(address, cookie) {
  const taken = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    const answer = await fetch(address, { headers: { cookie, 'x-htsm': '1' } });
    const text = await answer.text();
    taken.push(performance.now() - begun);
    if (!answer.ok) throw new Error(`${address} gave ${answer.status}: ${text.slice(0, 200)}`);
  }
  return taken;
}

/**
 * @param {{ proposals: number, reviews: number } & Record<Measured, number[]>} measured
 * @typedef {'adjustMs' | 'ranking' | 'linkedRanking' | 'assigning' | 'linkedAssigning' | 'linkedFits' | 'stability' | 'rankingFile' | 'scoresFile' | 'workbook'} Measured
 */
function report({ proposals, reviews, adjustMs, stability, rankingFile, scoresFile, ...pages }) {
  const { ranking, linkedRanking, assigning, linkedAssigning, linkedFits, workbook } = pages;
  const say = (/** @type {number[]} */ values) =>
    `${Math.round(median(values))} ms (first ${Math.round(values[0] ?? 0)}, worst ${Math.round(Math.max(...values))})`;
  return {
    figure:
      `${proposals} proposals, ${reviews} reviews: ranking ${say(ranking)}, for somebody on the panel with links ${say(linkedRanking)}, ` +
      `tasks ${say(assigning)}, with links ${say(linkedAssigning)}, fits ${say(linkedFits)}, stability ${say(stability)}, ` +
      `adjusted scores ${say(adjustMs)}, ranking as CSV ${say(rankingFile)}, all scores as CSV ${say(scoresFile)}, everything as a workbook ${say(workbook)}`,
    ok:
      Math.max(...[ranking, linkedRanking, assigning, linkedAssigning, linkedFits, stability].map(median)) <=
        MOST_MS.page &&
      Math.max(...adjustMs) <= MOST_MS.adjust &&
      Math.max(...rankingFile, ...scoresFile, ...workbook) <= MOST_MS.file,
  };
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
