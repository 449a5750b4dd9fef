import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Whether the process runs. A dead process that nobody has collected yet (a zombie) counts as gone,
 * because `kill(pid, 0)` still finds it and would make us wait for ever.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** @param {number} pid */
function isZombie(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false; // no /proc on macOS
  }
}

/**
 * The command line of a process, to tell our own process from a stranger that got the same id after a reboot.
 * @param {number} pid
 * @returns {string} empty when the process is gone or may not be looked at
 */
export function commandLineOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * Waits until the process is gone.
 * @param {number} pid
 * @param {number} milliseconds how long to wait at most
 * @returns {Promise<boolean>} whether it is gone
 */
export async function waitUntilGone(pid, milliseconds) {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

/**
 * Sends a signal; a process that is gone already is no fault.
 * @param {number} pid negative for a whole process group
 * @param {NodeJS.Signals} signal
 */
export function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault).code !== 'ESRCH') throw fault;
  }
}
