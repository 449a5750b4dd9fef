import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Children } from '../process/children.mjs';
import { BUILDS, isStale, runBuild } from '../start/build.mjs';
import { ROOT } from '../start/settings.mjs';
import { exampleProblem } from '../../libs/api/meetings/src/testing/example-problem.ts';

export const name = 'meetings';
export const title = 'a matchmaking event of 150 SMEs, 40 challenges and 20 slots, in the thread that the worker uses';
export const bar = '15 s, gap 0.5 %, in each of five events, made and made again after three drop out';

const SIZE = { smes: 150, challenges: 40, slots: 20 };
const SEEDS = [1, 2, 3, 4, 5];
const MOST_MS = 15_000;
const WIDEST_GAP = 0.005;
/** What the worker asks for too. */
const LIMITS = { gap: 0.001, seconds: 12 };

/** @typedef {import('@htsm/domain/meetings').TimetableProblem} Problem */
/** @typedef {import('@htsm/domain/meetings').Timetable} Timetable */

/** Makes five events, then takes away two SMEs and a challenge of each and makes it again. */
export async function run() {
  const [api] = BUILDS;
  if (api && isStale(api)) await runBuild(new Children(), api);
  const results = [];
  for (const seed of SEEDS) {
    const problem = exampleProblem({ ...SIZE, seed });
    const made = await solve(problem);
    results.push(made, await solve(withoutSome(problem, made.timetable)));
  }
  const slowest = Math.max(...results.map(({ ms }) => ms));
  const widest = Math.max(...results.map(({ timetable }) => timetable.gap));
  const meetings = results.map(({ timetable }) => timetable.meetings.length);
  const moved = Math.max(...results.map(({ timetable }) => timetable.moved));
  return {
    figure:
      `slowest ${(slowest / 1_000).toFixed(1)} s with the start of the thread, widest gap ${(widest * 100).toFixed(2)} %, ` +
      `${Math.min(...meetings)} to ${Math.max(...meetings)} meetings, at most ${moved} moved when made again`,
    ok: slowest <= MOST_MS && widest <= WIDEST_GAP,
  };
}

/**
 * @param {Problem} problem
 * @param {Timetable} made
 * @returns {Problem}
 */
function withoutSome(problem, made) {
  const challenges = problem.challenges.slice(1);
  const smes = problem.smes.slice(2);
  const there = new Set([...challenges, ...smes].map(({ id }) => id));
  const present = made.meetings.filter(({ challengeId, smeId }) => there.has(challengeId) && there.has(smeId));
  return { ...problem, challenges, smes, present };
}

/**
 * @param {Problem} problem
 * @returns {Promise<{ ms: number, timetable: Timetable }>}
 */
async function solve(problem) {
  const startedAt = performance.now();
  const workerData = { problem, ...LIMITS };
  const worker = new Worker(join(ROOT, 'dist', 'apps', 'api', 'timetable-thread.js'), { workerData });
  const timetable = await new Promise((done, failed) => {
    worker.on('message', (message) => message.kind === 'done' && done(message.timetable));
    worker.once('error', failed);
  });
  await worker.terminate();
  return { ms: performance.now() - startedAt, timetable };
}
