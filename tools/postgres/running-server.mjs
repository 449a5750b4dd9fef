import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { commandLineOf, isAlive, sendSignal, waitUntilGone } from '../process/liveness.mjs';
import { DATABASE, OWNER } from './cluster.mjs';

/**
 * A server that is alive according to its own pid file.
 * @typedef {{ pid: number, port: number }} RunningServer
 */

/**
 * The server that runs on this cluster, left by a command that was killed or started by another one.
 * A pid file of a dead server, or whose pid belongs to a stranger by now, is removed: in a user namespace
 * Postgres cannot tell the stranger apart and would refuse to start.
 * @param {string} clusterDir
 * @returns {RunningServer | undefined}
 */
export function findRunningServer(clusterDir) {
  const pidFile = join(clusterDir, 'postmaster.pid');
  const [pid, , , port] = linesOf(pidFile).map(Number);
  if (!pid) return undefined;
  if (isAlive(pid) && isServerOf(pid, clusterDir)) return { pid, port: port || 0 };
  rmSync(pidFile, { force: true });
  return undefined;
}

/** @param {string} file */
function linesOf(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * @param {number} pid
 * @param {string} clusterDir
 */
function isServerOf(pid, clusterDir) {
  const commandLine = commandLineOf(pid);
  return commandLine.includes('postgres') && commandLine.includes(clusterDir);
}

/**
 * Stops the server: politely (open transactions are rolled back), then hard (it recovers at the next start).
 * @param {number} pid
 */
export async function stopServer(pid) {
  const stages = /** @type {[NodeJS.Signals, number][]} */ ([
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]);
  for (const [signal, patience] of stages) {
    sendSignal(pid, signal);
    if (await waitUntilGone(pid, patience)) return;
  }
}

/**
 * @param {{ port: number, password: string, database?: string }} connection
 */
export function urlOf({ port, password, database = DATABASE }) {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Whether the server answers a query with our password.
 * @param {{ port: number, password: string }} connection
 */
export async function isHealthy(connection) {
  try {
    await query({ ...connection, database: 'postgres' }, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits until the server answers; gives up when `hasEnded` says that it is gone.
 * @param {{ port: number, password: string }} connection
 * @param {() => boolean} hasEnded
 * @returns {Promise<boolean>} whether it answers
 */
export async function waitUntilHealthy(connection, hasEnded) {
  // Recovery after a crash replays at most a few checkpoints: a minute is ample.
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && !hasEnded()) {
    if (await isHealthy(connection)) return true;
    await sleep(40);
  }
  return false;
}

/**
 * Creates the application's database in a new cluster.
 * @param {{ port: number, password: string }} connection
 */
export async function ensureDatabase(connection) {
  const administration = { ...connection, database: 'postgres' };
  const { rowCount } = await query(administration, 'SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await query(administration, `CREATE DATABASE ${DATABASE}`);
}

/**
 * @param {{ port: number, password: string, database: string }} connection
 * @param {string} text
 * @param {unknown[]} [values]
 */
async function query(connection, text, values) {
  const client = new pg.Client({
    connectionString: urlOf(connection),
    connectionTimeoutMillis: 3000,
    query_timeout: 30_000,
  });
  client.on('error', () => {}); // the failing call reports it; without a listener Node would end
  try {
    await client.connect();
    return await client.query(text, values);
  } finally {
    await client.end().catch(() => {});
  }
}
