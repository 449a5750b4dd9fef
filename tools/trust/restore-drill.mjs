/** Back up under load, destroy everything, restore elsewhere: docs/operations.md. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../postgres/embedded-postgres.mjs';
import { Children } from '../process/children.mjs';
import { findFreePort } from '../process/ports.mjs';
import { BUILDS, isStale, runBuild } from '../start/build.mjs';
import { ROOT } from '../start/settings.mjs';

export const name = 'restore-drill';
export const title = 'Back up the running platform under load, destroy it, restore it on another server';
export const bar = 'every promise kept, all files equal, restored within 15 minutes';

const SECRET = '0'.repeat(64);
/** How long people write before, during and after the backup, in milliseconds. */
const LOAD_MS = 5_000;

/** @returns {Promise<{ figure: string, ok: boolean }>} */
export async function run() {
  const [api] = BUILDS;
  if (api && isStale(api)) await runBuild(new Children(), api);
  const folder = mkdtempSync(join(tmpdir(), 'htsm-drill-'));
  try {
    const made = await liveAndBackUp(folder);
    return await restoreElsewhere(folder, made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A platform with the demo, under load; its backup; its end. @param {string} folder */
async function liveAndBackUp(folder) {
  const home = join(folder, 'old');
  const server = await startPostgres({ dataDir: join(home, 'postgres') });
  const env = await environment(server.url, home);
  const children = /** @type {import('node:child_process').ChildProcess[]} */ ([]);
  try {
    await command(env, 'migrate');
    await command(env, 'seed');
    children.push(start(env, 'main'), start(env, 'worker'));
    const load = new Load(server.url, `http://127.0.0.1:${env['PORT']}`);
    await pause(LOAD_MS);
    const startedAt = Date.now();
    const output = await command(env, 'backup', join(folder, 'backup'));
    const backupMs = Date.now() - startedAt;
    await pause(LOAD_MS / 5);
    return { output, backupMs, writes: await load.stop() };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    process.kill(server.pid, 'SIGQUIT');
    await pause(500);
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {{ output: string, backupMs: number, writes: number }} made */
async function restoreElsewhere(folder, made) {
  const home = join(folder, 'new');
  const server = await startPostgres({ dataDir: join(home, 'postgres') });
  try {
    const env = await environment(server.url, home);
    const startedAt = Date.now();
    const output = await command(env, 'restore', join(folder, 'backup'));
    const restoreMs = Date.now() - startedAt;
    const promises = await command(env, 'check-invariants');
    const { equal, all } = equalFiles(join(folder, 'backup', 'files'), join(home, 'files'));
    const kept = promises.trim().split('\n').at(-1) ?? '';
    const seconds = (/** @type {number} */ ms) => (ms / 1000).toFixed(1);
    const what = /(\d+) rows in \d+ tables/.exec(output)?.[1];
    return {
      figure: `${what} rows, ${equal} of ${all} files equal, ${kept.replace(/\.$/, '')}; backup ${seconds(made.backupMs)} s beside ${made.writes} writes, restore ${seconds(restoreMs)} s`,
      ok: equal === all && all > 0 && made.writes > 0 && restoreMs < 900_000 && isSame(made.output, output),
    };
  } finally {
    await server.stop();
  }
}

/** Whether both commands name the same instant, rows, files and head of the audit log. @param {string} backup @param {string} restored */
function isSame(backup, restored) {
  return backup.replace('Backed up', '').trim() === restored.replace('Restored', '').trim();
}

/** @param {string} backup @param {string} store */
function equalFiles(backup, store) {
  const names = readdirSync(backup);
  const hashes = names.map((file) =>
    createHash('sha256')
      .update(readFileSync(join(store, file.slice(0, 2), file)))
      .digest('hex'),
  );
  return { all: names.length, equal: hashes.filter((hash, i) => hash === names[i]).length };
}

/** People who read and sign up, and writes past the API, until it is stopped. */
class Load {
  #isOver = false;
  #writes = 0;
  #running;

  /** @param {string} databaseUrl @param {string} apiUrl */
  constructor(databaseUrl, apiUrl) {
    this.#running = Promise.all([this.#write(databaseUrl), this.#write(databaseUrl), this.#read(apiUrl)]);
  }

  async stop() {
    this.#isOver = true;
    await this.#running;
    return this.#writes;
  }

  /** @param {string} url */
  async #write(url) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (!this.#isOver) {
      await client.query(
        `WITH reader AS (
           INSERT INTO subscription (email, locale, state, confirmed_at) VALUES (gen_random_uuid() || '@example.nl', 'nl', 'active', htsm_now()) RETURNING id)
         INSERT INTO event (type, subject_type, subject_id) SELECT 'subscription.confirmed', 'subscription', id FROM reader`,
      );
      this.#writes += 1;
    }
    await client.end();
  }

  /** @param {string} url */
  async #read(url) {
    while (!this.#isOver) {
      await fetch(`${url}/api/challenges`).then(
        (answer) => answer.text(),
        () => pause(50),
      );
    }
  }
}

/** @param {string} databaseUrl @param {string} home */
async function environment(databaseUrl, home) {
  return {
    ...process.env,
    NODE_ENV: 'test',
    NODE_NO_WARNINGS: '1',
    DATABASE_URL: databaseUrl,
    APP_SECRET: SECRET,
    HTSM_DATA_DIR: home,
    PORT: String(await findFreePort()),
    SMTP_URL: 'smtp://127.0.0.1:1',
    LOG_LEVEL: 'silent',
  };
}

/** @param {NodeJS.ProcessEnv} env @param {string} script @param {string[]} words */
function start(env, script, ...words) {
  const file = join(ROOT, 'dist/apps/api', `${script}.js`);
  return spawn(process.execPath, [file, ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Runs a command of the product to its end and gives what it said. @param {NodeJS.ProcessEnv} env @param {string[]} words */
async function command(env, ...words) {
  const child = start(env, 'cli', ...words);
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`cli ${words[0]} ended with ${code}: ${said}`);
  return said;
}
