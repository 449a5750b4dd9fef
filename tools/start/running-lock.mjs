import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { killGroup } from '../process/children.mjs';
import { commandLineOf, isAlive, waitUntilGone } from '../process/liveness.mjs';
import { PlainFailure } from '../process/plain-failure.mjs';

/**
 * Who works in the data folder: the command itself and what it started. The second is for the case that the
 * command is killed: the next one finds and ends the orphans, instead of complaining about a port in use.
 * @typedef {{ pid: number, port: number, children: { name: string, pid: number }[] }} Running
 */

/** @param {string} dataDir */
function lockFile(dataDir) {
  return join(dataDir, 'running.json');
}

/**
 * The command that works in this data folder now.
 * @param {string} dataDir
 * @returns {Running | undefined}
 */
export function findRunning(dataDir) {
  const running = readLock(dataDir);
  const isOurs = running && isAlive(running.pid) && /tools\/(start|dev)\.mjs/.test(commandLineOf(running.pid));
  return isOurs ? running : undefined;
}

/**
 * @param {string} dataDir
 * @returns {Running | undefined}
 */
function readLock(dataDir) {
  try {
    return JSON.parse(readFileSync(lockFile(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Ends what a killed command left running. Only processes whose command line still is one of ours.
 * @param {string} dataDir
 * @param {string} root
 * @returns {Promise<string[]>} the names of what was ended
 */
export async function endOrphans(dataDir, root) {
  const orphans = (readLock(dataDir)?.children ?? []).filter(
    ({ pid }) => isAlive(pid) && commandLineOf(pid).includes(root),
  );
  for (const { pid } of orphans) killGroup(pid, 'SIGTERM');
  for (const { pid } of orphans) {
    if (!(await waitUntilGone(pid, 5000))) killGroup(pid, 'SIGKILL');
  }
  return orphans.map(({ name }) => name);
}

/**
 * Claims the data folder for this command, and ends what a killed command left in it.
 * @param {string} dataDir
 * @param {{ port: number, root: string }} about
 */
export async function claim(dataDir, { port, root }) {
  const running = findRunning(dataDir);
  if (running && running.pid !== process.pid) {
    throw new PlainFailure(
      `The platform already runs from ${dataDir} (process ${running.pid}, port ${running.port}): stop it with Ctrl-C first, or set HTSM_DATA_DIR and PORT to run a second one.`,
      2,
    );
  }
  await endOrphans(dataDir, root);
  write(dataDir, { pid: process.pid, port, children: [] });
  return {
    /** @param {Running['children']} children */
    record: (children) => write(dataDir, { pid: process.pid, port, children }),
    release: () => rmSync(lockFile(dataDir), { force: true }),
  };
}

/**
 * @param {string} dataDir
 * @param {Running} running
 */
function write(dataDir, running) {
  const file = lockFile(dataDir);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
