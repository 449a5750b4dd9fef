import { Children, describeEnding, lastLines } from '../process/children.mjs';
import { isAlive, sendSignal } from '../process/liveness.mjs';
import { PlainFailure } from '../process/plain-failure.mjs';
import { onStopSignals } from '../process/stop-signals.mjs';
import { claim } from './running-lock.mjs';
import { ensureDataDir } from './secret.mjs';
import { ROOT } from './settings.mjs';

/** Everything that one command started, and how it ends: all together, whoever goes first. */
export class Platform {
  isStopping = false;
  /** @type {{ url: string, pid: number, stop: () => Promise<void> } | undefined} */
  database;
  /** @type {Promise<void> | undefined} what brings the platform up */
  work;
  /** @type {NodeJS.Timeout | undefined} */
  #databaseWatch;
  /** @type {(() => void) | undefined} */
  #release;
  /** @type {Promise<void> | undefined} */
  #stopped;
  /** @type {(value: undefined) => void} */
  #end = () => {};
  /** @type {(fault: Error) => void} */
  #fail = () => {};

  /** @param {import('./settings.mjs').Settings} settings */
  constructor(settings) {
    this.settings = settings;
    this.children = new Children((running) => this.#record?.(running));
    /** Ends when the platform was asked to stop; fails when a part of it stopped by itself. */
    this.over = /** @type {Promise<void>} */ (
      new Promise((resolve, reject) => {
        this.#end = resolve;
        this.#fail = reject;
      })
    );
    this.over.catch(() => {}); // looked at only once all is up
  }

  /** @type {((running: { name: string, pid: number }[]) => void) | undefined} */
  #record;

  /** Takes the data folder; refuses when another command works in it. */
  async claim() {
    ensureDataDir(this.settings.dataDir);
    const lock = await claim(this.settings.dataDir, { port: this.settings.port, root: ROOT });
    this.#record = lock.record;
    this.#release = lock.release;
  }

  /**
   * Starts a process that has to stay.
   * @param {import('../process/children.mjs').ChildPlan} plan
   * @param {{ mayFall?: boolean }} [how] whether its fall is only told, and the rest goes on
   */
  keep(plan, { mayFall = false } = {}) {
    this.refuseWhenStopping();
    const child = this.children.start(plan);
    void child.ended.then((ending) => {
      if (child.isExpectedToEnd) return;
      const words = lastLines(child.logFile);
      const where = child.logFile ? `; its whole log is in ${child.logFile}` : '';
      const sentence =
        `${words}\n\n${child.name} stopped unexpectedly (${describeEnding(ending)})${where}.`.trimStart();
      if (mayFall) console.error(sentence);
      else this.#fail(new PlainFailure(sentence));
    });
    return child;
  }

  /**
   * The database is not a child when it was attached to, so it is looked at now and then.
   * @param {{ url: string, pid: number, stop: () => Promise<void> }} database
   */
  keepDatabase(database) {
    this.database = database;
    this.#databaseWatch = setInterval(() => {
      if (isAlive(database.pid) || this.isStopping) return;
      this.#fail(
        new PlainFailure(
          'The database stopped unexpectedly; its log is in the data folder, start again with npm start.',
        ),
      );
    }, 1000);
    this.refuseWhenStopping();
  }

  /** Ends a step that was overtaken by Ctrl-C. */
  refuseWhenStopping() {
    if (this.isStopping) throw new PlainFailure('Stopped.', 0);
  }

  /** Asks the platform to stop; `run` does it. */
  askToStop() {
    this.isStopping = true;
    this.#end(undefined);
    void this.children.stopAll();
  }

  /** Stops all that runs, the database last. */
  stop() {
    this.isStopping = true;
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  async #stopAll() {
    await this.children.stopAll();
    await this.work?.catch(() => {}); // a step that is under way may still start the database
    await this.children.stopAll();
    clearInterval(this.#databaseWatch);
    await this.database?.stop();
    this.#record = undefined;
    this.#release?.();
  }

  /** Ends everything now; the database recovers by itself at the next start. */
  force() {
    this.children.killAll();
    if (this.database) sendSignal(this.database.pid, 'SIGQUIT');
    this.#release?.();
    process.exit(130);
  }
}

/**
 * Brings the platform up, keeps it up until somebody stops it or a part of it falls, and takes it down.
 * @param {import('./settings.mjs').Settings} settings
 * @param {(platform: Platform) => Promise<void>} bringUp
 */
export async function runPlatform(settings, bringUp) {
  const platform = new Platform(settings);
  onStopSignals({
    stop: () => {
      console.log('\nStopping… (Ctrl-C once more to force)');
      platform.askToStop();
    },
    force: () => platform.force(),
  });
  try {
    await platform.claim();
    platform.work = bringUp(platform);
    await Promise.race([platform.work, platform.over.then(() => platform.refuseWhenStopping())]);
    await platform.over;
  } catch (fault) {
    if (!platform.isStopping) {
      await platform.stop();
      throw fault;
    }
  }
  await platform.stop();
  console.log('Stopped.');
}
