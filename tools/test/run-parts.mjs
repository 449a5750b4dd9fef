import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Children, describeEnding } from '../process/children.mjs';
import { asPlainFailure, PlainFailure } from '../process/plain-failure.mjs';
import { duration } from '../process/progress.mjs';
import { onStopSignals } from '../process/stop-signals.mjs';
import { isStale, runBuild } from '../start/build.mjs';
import { ROOT } from '../start/settings.mjs';
import { TestDatabase } from './test-database.mjs';

/** @typedef {import('./parts.mjs').Part} Part */

/** A fixed secret: tests and the scratch database have nothing to keep. */
const TEST_SECRET = '0'.repeat(64);

/** One run of the parts: its processes, its database and whether somebody pressed Ctrl-C. */
class TestRun {
  children = new Children();
  database = new TestDatabase();
  isStopping = false;

  stop() {
    this.isStopping = true;
    void this.children.stopAll();
  }

  /**
   * @param {Part} part
   */
  async run(part) {
    for (const build of part.builds ?? []) await this.#build(build);
    for (const build of (part.needs ?? []).filter(isStale)) await this.#build(build);
    /** @type {Record<string, string>} */
    const env = part.database ? { TEST_DATABASE_URL: await this.database.url() } : {};
    const commands = (/** @type {Record<string, string>} */ more) => this.#runCommands(part, { ...env, ...more });
    if (!part.scratch) return commands({});
    return this.database.withScratch((url) => commands({ DATABASE_URL: url, APP_SECRET: TEST_SECRET }));
  }

  /** @param {import('../start/build.mjs').Build} build */
  async #build(build) {
    this.#refuseWhenStopping();
    console.log(`  ${build.title} …`);
    await runBuild(this.children, build);
  }

  /**
   * @param {Part} part
   * @param {Record<string, string>} more
   */
  async #runCommands(part, more) {
    const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', ...more };
    for (const words of part.commands ?? []) {
      this.#refuseWhenStopping();
      const plan = { name: part.name, command: process.execPath, words: words.map(withoutLinks), cwd: ROOT, env };
      const ending = await this.children.run(plan);
      if (ending.code !== 0) throw new PlainFailure(describeEnding(ending));
    }
  }

  #refuseWhenStopping() {
    if (this.isStopping) throw new PlainFailure('stopped');
  }
}

/**
 * Node is given the program itself, because what npm puts in `.bin` need not be JavaScript on every system.
 * @param {string} word
 */
function withoutLinks(word) {
  const path = join(ROOT, word);
  return word.startsWith('node_modules/.bin/') && existsSync(path) ? realpathSync(path) : word;
}

/**
 * Runs the parts until the first red one, and cleans up whatever happens.
 * @param {Part[]} parts
 * @returns {Promise<number>} the exit code
 */
export async function runParts(parts) {
  const startedAt = Date.now();
  const run = new TestRun();
  onStopSignals({ stop: () => run.stop(), force: () => (run.children.killAll(), process.exit(130)) });
  let passed = 0;
  let failed = 0;
  try {
    for (const part of parts) {
      if (!(await isGreen(run, part))) {
        failed += 1;
        break;
      }
      passed += 1;
    }
  } finally {
    await run.children.stopAll();
    await run.database.stop();
  }
  const left = parts.length - passed - failed;
  if (left > 0)
    console.log(
      `\nNot run: ${parts
        .slice(-left)
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  console.log(`\n${passed} passed, ${failed} failed (${duration(startedAt)})`);
  if (run.isStopping) return 130;
  return failed === 0 ? 0 : 1;
}

/**
 * @param {TestRun} run
 * @param {Part} part
 */
async function isGreen(run, part) {
  const startedAt = Date.now();
  console.log(`\n▸ ${part.name}: ${part.title}`);
  try {
    await run.run(part);
    console.log(`  ✓ ${part.name}  ${duration(startedAt)}`);
    return true;
  } catch (fault) {
    const plain = asPlainFailure(fault);
    console.log(`  ✗ ${part.name}  ${duration(startedAt)}`);
    if (!plain) console.error(fault);
    const reason = run.isStopping ? 'it was stopped' : (plain?.message ?? 'it could not run');
    console.log(`\nThe part "${part.name}" failed (${reason}). Run it alone with: npm test -- --only ${part.name}`);
    return false;
  }
}
