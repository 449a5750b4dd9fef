import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Locale } from '@htsm/domain';
import { Database, openDataSource } from '@htsm/api/core';
import { fillEngine } from '../recommendations/fill-engine';
import { openReaderOf } from '../recommendations/versioned-reader';
import { writeSmes, type Material } from './many-smes';

/** A challenge to rank for. */
interface BenchChallenge {
  readonly locale: Locale;
  readonly text: string;
  readonly themes: readonly string[];
}

/** What the thread tells after each of its steps. */
type Told =
  | 'loaded'
  | { readonly cpuMs: number }
  | { readonly rankMs: number[]; readonly rankCpuMs: number[]; readonly found: number };

const SETTLE_MS = 20;

/** Removes what nobody needs, so that memory is measured and not waste. */
function clean(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** Fills the database; the process ends afterwards, so that what it used is in nobody's figure. */
async function prepare(url: string, count: number, material: Material): Promise<object> {
  const source = await openDataSource(url, [], 2);
  const { reader, version } = await new Database(source).asSystem((tx) => openReaderOf(tx, null));
  const told = await writeSmes(source, count, material, { reader, version });
  await source.destroy();
  return told;
}

/** The thread: fills the index as the matcher does, and ranks for every challenge three times. */
async function thread(url: string, challenges: readonly BenchChallenge[]): Promise<void> {
  const tell = (what: Told) => parentPort?.postMessage(what);
  const next = () => new Promise((done) => parentPort?.once('message', done));
  const source = await openDataSource(url, [], 2);
  const database = new Database(source);
  await database.asSystem((tx) => tx.rows('SELECT 1'));
  clean();
  tell('loaded');
  await next();
  const cpu = process.threadCpuUsage();
  const { reader } = await database.asSystem((tx) => openReaderOf(tx, null));
  const engine = await fillEngine(database, reader);
  const used = process.threadCpuUsage(cpu);
  tell({ cpuMs: (used.user + used.system) / 1_000 });
  await next();
  clean();
  const rankMs: number[] = [];
  const rankCpuMs: number[] = [];
  let found = 0;
  for (const [at, { locale, text, themes }] of [...challenges, ...challenges, ...challenges].entries()) {
    engine.putChallenge({
      id: `${at}`,
      organisationId: '',
      locale,
      text,
      inOther: '',
      wish: { themes, requirements: { regions: ['drenthe'], trl: { min: 4, max: 6 } } },
    });
    const begun = performance.now();
    const cpu = process.threadCpuUsage();
    found += engine.smesFor(`${at}`).length;
    rankMs.push(performance.now() - begun);
    const used = process.threadCpuUsage(cpu);
    rankCpuMs.push((used.user + used.system) / 1_000);
    engine.removeChallenge(`${at}`);
  }
  tell({ rankMs, rankCpuMs, found });
  await source.destroy();
  parentPort?.close();
}

/** Runs the thread and measures it from outside: time, memory of the process, and whether this loop still turns. */
async function measure(url: string, challenges: readonly BenchChallenge[]): Promise<object> {
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { url, challenges },
    resourceLimits: { maxYoungGenerationSizeMb: 8 }, // as the worker does
  });
  const heard = () => new Promise<Told>((done) => worker.once('message', done));
  await heard();
  clean();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), SETTLE_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  worker.postMessage('fill');
  const filled = await heard();
  const fillMs = performance.now() - begun;
  const peakFilling = peak;
  worker.postMessage('rank');
  const ranked = await heard();
  delay.disable();
  clearInterval(watch);
  const after = process.memoryUsage().rss;
  return {
    fillMs,
    filled,
    ranked,
    mainLoopMs: delay.percentile(99) / 1e6,
    mainLoopMaxMs: delay.max / 1e6,
    peakFilling: peakFilling - before,
    peak: peak - before,
    after: after - before,
  };
}

if (isMainThread) {
  const [step = '', file = ''] = process.argv.slice(2);
  const input = JSON.parse(readFileSync(file, 'utf8')) as {
    url: string;
    count: number;
    material: Material;
    challenges: BenchChallenge[];
  }; // the bench wrote it
  const told =
    step === 'prepare'
      ? await prepare(input.url, input.count, input.material)
      : await measure(input.url, input.challenges);
  process.stdout.write(JSON.stringify(told));
} else {
  const given = workerData as { url: string; challenges: BenchChallenge[] }; // what measure gave
  await thread(given.url, given.challenges);
}
