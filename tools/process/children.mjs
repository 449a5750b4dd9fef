import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { sendSignal, waitUntilGone } from './liveness.mjs';

/**
 * @typedef {object} ChildPlan
 * @property {string} name for messages: "The worker", "The build"
 * @property {string} command
 * @property {string[]} words
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [logFile] where its output goes; the screen without it
 * @property {boolean} [freshLog] begins a new log; the one before is kept as `.old`
 */

/** @typedef {{ name: string, pid: number, logFile?: string, ended: Promise<Ending>, isExpectedToEnd: boolean }} Child */
/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, fault?: Error }} Ending */

/**
 * The processes that a command started. Each is the head of a process group of its own, so that stopping it
 * also stops what it started, and Ctrl-C in the terminal reaches nobody but us.
 */
export class Children {
  /** @type {Child[]} in the order of their start */
  #running = [];
  /** @type {(children: { name: string, pid: number }[]) => void} */
  #onChange;

  /** @param {(children: { name: string, pid: number }[]) => void} [onChange] told who runs, after every change */
  constructor(onChange = () => {}) {
    this.#onChange = onChange;
  }

  /**
   * Starts a process and returns at once.
   * @param {ChildPlan} plan
   * @returns {Child}
   */
  start({ name, command, words, cwd, env, logFile, freshLog = false }) {
    const output = logFile ? openLog(logFile, freshLog) : undefined;
    const child = spawn(command, words, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', output ?? 'inherit', output ?? 'inherit'],
    });
    if (output !== undefined) closeSync(output);
    const ended = /** @type {Promise<Ending>} */ (
      new Promise((resolve) => {
        child.once('error', (fault) => resolve({ code: null, signal: null, fault }));
        child.once('exit', (code, signal) => resolve({ code, signal }));
      })
    );
    const entry = { name, pid: child.pid ?? 0, ended, isExpectedToEnd: false, ...(logFile ? { logFile } : {}) };
    this.#running.push(entry);
    this.#tell();
    void ended.then(() => this.#forget(entry));
    return entry;
  }

  /**
   * Runs a process to its end.
   * @param {ChildPlan} plan
   */
  async run(plan) {
    const child = this.start(plan);
    const ending = await child.ended;
    killGroup(child.pid, 'SIGKILL'); // what it may have left in its group
    return ending;
  }

  /**
   * Stops one process: politely, and after ten seconds hard.
   * @param {Child} child
   */
  async stop(child) {
    child.isExpectedToEnd = true;
    killGroup(child.pid, 'SIGTERM');
    if (!(await waitUntilGone(child.pid, 10_000))) killGroup(child.pid, 'SIGKILL');
    await child.ended;
    killGroup(child.pid, 'SIGKILL');
  }

  /** Stops everything, the last one started first. */
  async stopAll() {
    for (const child of this.#running) child.isExpectedToEnd = true;
    for (const child of [...this.#running].reverse()) await this.stop(child);
  }

  /** Ends everything at once, without waiting. */
  killAll() {
    for (const { pid } of this.#running) killGroup(pid, 'SIGKILL');
  }

  /** @param {Child} child */
  #forget(child) {
    this.#running = this.#running.filter((other) => other !== child);
    this.#tell();
  }

  #tell() {
    this.#onChange(this.#running.map(({ name, pid }) => ({ name, pid })));
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
export function killGroup(pid, signal) {
  if (pid > 0) sendSignal(-pid, signal);
}

/**
 * @param {string} logFile
 * @param {boolean} isFresh
 */
function openLog(logFile, isFresh) {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const isLarge = existsSync(logFile) && statSync(logFile).size > 10_000_000;
  if (existsSync(logFile) && (isFresh || isLarge)) renameSync(logFile, `${logFile}.old`);
  return openSync(logFile, 'a', 0o600);
}

/**
 * The last lines of a log, for a message about a process that failed.
 * @param {string | undefined} logFile
 * @param {number} [count]
 */
export function lastLines(logFile, count = 12) {
  if (!logFile || !existsSync(logFile)) return '';
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

/**
 * How a process ended, in words.
 * @param {Ending} ending
 */
export function describeEnding({ code, signal, fault }) {
  if (fault) return `it could not be started: ${fault.message}`;
  return signal ? `it was ended by ${signal}` : `exit code ${code}`;
}
