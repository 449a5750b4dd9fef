import 'reflect-metadata';
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { loadProcessConfig, openDataSource } from '@htsm/api/core';
import { RecommendRun } from '@htsm/api/matching';
import { logFault, openLog } from './worker/log';
import { Loop } from './worker/loop';
import { untilOpen } from './worker/until-open';

/** How soon a change is followed, in milliseconds. */
const REST_MS = 500;
const REST_AFTER_FAULT_MS = 2_000;
/** One connection holds the lock, one works. */
const CONNECTIONS = 2;

/** The thread of the worker that recommends; ends when the worker says so. */
if (parentPort === null) throw new Error('The matcher is a thread of the worker.');
const config = loadProcessConfig(process.env, 'worker');
const onFault = logFault(openLog('matcher', config.logLevel));
const source = await untilOpen(
  () => openDataSource(config.databaseUrl, [], CONNECTIONS),
  (fault) => onFault('connect', fault),
);
const run = new RecommendRun(source);
const loop = new Loop({
  name: 'recommend',
  round: () => run.follow(),
  restMs: REST_MS,
  restAfterFaultMs: REST_AFTER_FAULT_MS,
  onFault,
});
await once(parentPort, 'message');
await loop.stop();
await run.stop();
await source.destroy();
parentPort.close();
