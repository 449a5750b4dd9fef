import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { asPlainFailure, PlainFailure, runCommand } from '../process/plain-failure.mjs';
import { findFreePort } from '../process/ports.mjs';
import { locateBinaries } from './binaries.mjs';
import { clusterFolder, ensureCluster, refuseOtherMajor } from './cluster.mjs';
import { chooseRunAs, commandFor, giveTo, takeOver } from './run-as.mjs';
import {
  ensureDatabase,
  findRunningServer,
  isHealthy,
  stopServer,
  urlOf,
  waitUntilHealthy,
} from './running-server.mjs';

/**
 * @typedef {object} StartOptions
 * @property {string} dataDir folder of its own, made when missing (0700)
 * @property {(sentence: string) => void} [say] told what takes time, in plain words
 * @property {boolean} [durable] false for tests: much faster, and a power cut may destroy the data
 * @property {string} [logFile] where the server writes; default `<dataDir>/postgres.log`
 */

/** What is remembered between starts (0600): the port, so that addresses survive, and the random password. */
/** @typedef {{ port?: number, password: string, homeDir?: string }} Memory */

/**
 * Starts the Postgres that npm brought, or attaches to the one that a killed command left behind.
 * Listens on 127.0.0.1 only; the user of the url owns the cluster.
 * @param {StartOptions} options
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startPostgres({ dataDir, say = () => {}, durable = true, logFile }) {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { nativeDir, major } = locateBinaries();
  const runAs = chooseRunAs({ nativeDir, dataDir: folder });
  const earlier = recall(folder);
  refuseMoved(earlier.homeDir, runAs.homeDir);
  const memory = { password: randomBytes(24).toString('hex'), ...earlier, homeDir: runAs.homeDir };
  remember(folder, memory);
  if (!existsSync(join(clusterFolder(runAs.homeDir), 'PG_VERSION'))) say('Creating the database');
  const clusterDir = ensureCluster(runAs, { password: memory.password, durable });
  refuseOtherMajor(clusterDir, major);
  const server =
    (await attach(clusterDir, memory.password)) ??
    (await launch(runAs, clusterDir, { memory, durable, logFile: logFile ?? join(folder, 'postgres.log') }));
  remember(folder, { ...memory, port: server.port });
  const connection = { port: server.port, password: memory.password };
  await ensureDatabase(connection);
  return { url: urlOf(connection), pid: server.pid, stop: () => stopServer(server.pid) };
}

/**
 * Stops the server that runs on this data folder, if any.
 * @param {string} dataDir
 * @returns {Promise<boolean>} whether there was one
 */
export async function stopLeftOver(dataDir) {
  const folder = resolve(dataDir);
  const server = findRunningServer(clusterFolder(recall(folder).homeDir ?? folder));
  if (server) await stopServer(server.pid);
  return server !== undefined;
}

/**
 * The folder outside the data folder in which the cluster had to be made, if any; for those who delete the data.
 * @param {string} dataDir
 * @returns {string | undefined}
 */
export function clusterElsewhere(dataDir) {
  const folder = resolve(dataDir);
  const { homeDir } = recall(folder);
  return homeDir && homeDir !== folder ? homeDir : undefined;
}

/**
 * @param {string} clusterDir
 * @param {string} password
 */
async function attach(clusterDir, password) {
  const server = findRunningServer(clusterDir);
  if (!server) return undefined;
  // It may be in the middle of starting or stopping: give it a moment before taking it down.
  for (const deadline = Date.now() + 5000; Date.now() < deadline;) {
    if (server.port && (await isHealthy({ port: server.port, password }))) return server;
    await sleep(200);
    if (!findRunningServer(clusterDir)) return undefined;
  }
  await stopServer(server.pid);
  return undefined;
}

/**
 * A machine may stop or start allowing user namespaces, which moves the place of new clusters; an empty
 * database in place of the old one would look like lost data.
 * @param {string | undefined} earlier
 * @param {string} current
 */
function refuseMoved(earlier, current) {
  if (!earlier || earlier === current || !existsSync(clusterFolder(earlier))) return;
  throw new PlainFailure(
    `The database lives in ${earlier} and cannot be started from there any more: make that folder reachable, or start over with npm run reset.`,
  );
}

/**
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {string} clusterDir
 * @param {{ memory: Memory, durable: boolean, logFile: string }} options
 */
async function launch(runAs, clusterDir, { memory, durable, logFile }) {
  // Right after a kill -9 the dead server's helpers still hold its shared memory for a moment: try again.
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    findRunningServer(clusterDir); // removes a stale pid file
    takeOver(runAs, clusterDir);
    const port = await findFreePort(memory.port);
    const server = spawnServer(runAs, clusterDir, { port, durable, logFile });
    if (await waitUntilHealthy({ port, password: memory.password }, server.hasEnded)) return { pid: server.pid, port };
    if (!server.hasEnded()) await stopServer(server.pid);
    await sleep(300 * attempt);
  }
  const lastLines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-3);
  throw (
    asPlainFailure(lastLines.join('\n')) ??
    new PlainFailure(`The database did not start; its last words were: ${lastLines.at(-1)}`)
  );
}

/**
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {string} clusterDir
 * @param {{ port: number, durable: boolean, logFile: string }} options
 */
function spawnServer(runAs, clusterDir, { port, durable, logFile }) {
  const settings = { ...SETTINGS, ...(durable ? {} : FORGETFUL), port };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, rest] = commandFor(runAs, 'postgres', ['-D', clusterDir, ...words]);
  const log = openLog(logFile);
  giveTo(runAs, logFile);
  // A group of its own: Ctrl-C in the terminal must reach us, who stop the application first.
  const child = spawn(command, rest, {
    ...runAs.identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  let hasEnded = false;
  child.once('error', () => (hasEnded = true));
  child.once('exit', () => (hasEnded = true));
  child.unref();
  return { pid: child.pid ?? 0, hasEnded: () => hasEnded };
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: 200,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  random_page_cost: 1.1,
  max_wal_size: '512MB',
};

const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** @param {string} logFile */
function openLog(logFile) {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const isLarge = existsSync(logFile) && statSync(logFile).size > 5_000_000;
  if (isLarge) renameSync(logFile, `${logFile}.old`);
  return openSync(logFile, 'a', 0o600);
}

/**
 * @param {string} folder
 * @returns {Partial<Memory>}
 */
function recall(folder) {
  const file = join(folder, 'connection.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * Written beside and renamed: half a file after a crash would lock us out of our own data.
 * @param {string} folder
 * @param {Memory} memory
 */
function remember(folder, memory) {
  const file = join(folder, 'connection.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(memory, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const HELP = `Runs the embedded Postgres in the foreground until Ctrl-C and prints its address.

  node tools/postgres/embedded-postgres.mjs --data-dir <folder> [--not-durable]
`;

async function main() {
  const { values } = parseWords();
  if (values.help) return void console.log(HELP);
  if (!values['data-dir']) throw new PlainFailure('Say where the data belongs: --data-dir <folder>.', 2);
  const server = await startPostgres({
    dataDir: values['data-dir'],
    durable: !values['not-durable'],
    say: console.error,
  });
  console.log(server.url);
  await new Promise((stop) => {
    const timer = setInterval(() => {}, 60_000); // the server is not ours to wait for, so something must keep us here
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop(clearInterval(timer)));
  });
  await server.stop();
}

function parseWords() {
  try {
    const options = /** @type {const} */ ({
      'data-dir': { type: 'string' },
      'not-durable': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    });
    return parseArgs({ options });
  } catch (fault) {
    throw new PlainFailure(`${/** @type {Error} */ (fault).message.split('. ')[0]}; --help shows what is possible.`, 2);
  }
}

if (import.meta.main) await runCommand(main);
