import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from '../../postgres/embedded-postgres.mjs';
import { waitUntilGone } from '../../process/liveness.mjs';
import { Children } from '../../process/children.mjs';
import { BUILDS, isStale, runBuild } from '../../start/build.mjs';
import { ROOT } from '../../start/settings.mjs';

const SECRET = '0'.repeat(64);
/** How long the mails may take once nothing is killed any more. */
const PATIENCE_MS = 600_000;

/** The built worker on a Postgres of its own that may crash, with readers who wait for mail. */
export class TestPlatform {
  #folder;
  #relay;
  /** @type {Awaited<ReturnType<typeof startPostgres>>} */
  #server;
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set();

  /**
   * @param {string} folder
   * @param {import('./test-relay.mjs').TestRelay} relay
   * @param {Awaited<ReturnType<typeof startPostgres>>} server
   */
  constructor(folder, relay, server) {
    this.#folder = folder;
    this.#relay = relay;
    this.#server = server;
  }

  /** @param {import('./test-relay.mjs').TestRelay} relay */
  static async open(relay) {
    const [api] = BUILDS;
    if (api && isStale(api)) await runBuild(new Children(), api);
    const folder = mkdtempSync(join(tmpdir(), 'htsm-trust-mail-'));
    const server = await startPostgres({ dataDir: join(folder, 'postgres') });
    const platform = new TestPlatform(folder, relay, server);
    await once(platform.start('cli', ['migrate']), 'exit');
    return platform;
  }

  /**
   * Starts a process of the product; the last thing it says is kept for whoever looks for a fault.
   * @param {'worker' | 'cli'} script
   * @param {string[]} [words]
   */
  start(script, words = []) {
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: this.#server.url,
      APP_SECRET: SECRET,
      SMTP_URL: this.#relay.smtpUrl,
      MAIL_LOOKUP_URL: this.#relay.lookupUrl,
      MAIL_SETTLE_S: '3',
      MAIL_TIMEOUT_S: '3',
      HTSM_DATA_DIR: join(this.#folder, 'data'),
      LOG_LEVEL: 'silent',
      NODE_COMPILE_CACHE: join(this.#folder, 'compile-cache'),
      NODE_NO_WARNINGS: '1',
    };
    const file = join(ROOT, 'dist/apps/api', `${script}.js`);
    // the worker prints what NestJS says of a lost database; that is expected here
    const child = spawn('nice', ['-n', '5', process.execPath, file, ...words], {
      env,
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    return child;
  }

  /** The carriers of a worker: its children. @param {import('node:child_process').ChildProcess} worker */
  carriersOf(worker) {
    try {
      const text = readFileSync(`/proc/${worker.pid}/task/${worker.pid}/children`, 'utf8');
      return text.trim().split(' ').filter(Boolean).map(Number);
    } catch {
      return [];
    }
  }

  /** Stops Postgres as a power cut would, and starts it again. */
  async crashDatabase() {
    process.kill(this.#server.pid, 'SIGQUIT');
    await waitUntilGone(this.#server.pid, 20_000);
    this.#server = await startPostgres({ dataDir: join(this.#folder, 'postgres') });
  }

  /** @param {string} text @param {unknown[]} [values] */
  async query(text, values) {
    const client = new pg.Client({ connectionString: this.#server.url });
    client.on('error', () => {});
    await client.connect();
    return client
      .query(text, values)
      .then(
        ({ rows }) => rows,
        (fault) => Promise.reject(fault),
      )
      .finally(() => client.end().catch(() => {}));
  }

  /** @param {number} count */
  addReaders(count) {
    return this.query(
      `WITH readers AS (
         INSERT INTO subscription (email, locale, state, confirmed_at)
         SELECT 'reader' || n || '@example.nl', 'nl', 'active', htsm_now() FROM generate_series(1, $1::int) n RETURNING id)
       INSERT INTO interest (subscription_id, frequency, confirmed_at) SELECT id, 'at_once', htsm_now() FROM readers`,
      [count],
    );
  }

  async openChallenge() {
    const id = randomUUID();
    await this.query(
      `WITH company AS (
         INSERT INTO organisation (name, kind, kvk_number) VALUES ('Company', 'company', left($1::text, 8)) RETURNING id),
       person AS (INSERT INTO app_user (email, name) VALUES ($1 || '@example.nl', 'Owner') RETURNING id),
       made AS (INSERT INTO challenge (id, slug, organisation_id, created_by, state, title_nl, title_en, summary_nl, summary_en, opens_at, opened_at, closes_at)
       SELECT $1::uuid, $1, company.id, person.id, 'open', 'Titel', 'Title', 'Samenvatting', 'Summary', htsm_now(), htsm_now(), htsm_now() + interval '90 days'
       FROM company, person RETURNING id)
       INSERT INTO criterion (challenge_id, position, weight) SELECT id, 1, 100 FROM made`,
      [id],
    );
  }

  /**
   * Waits until every digest is written and every mail is settled, with a worker of its own when none runs.
   * @param {import('./test-relay.mjs').TestRelay} relay
   * @param {number} [atLeast] mails that the relay must have
   */
  async everythingSent(relay, atLeast = 0) {
    const helper = this.#running.size === 0 ? this.start('worker') : undefined;
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const [left] = await this.query(
        `SELECT (SELECT count(*)::int FROM mail_outbox WHERE state <> 'accepted') AS mails,
           (SELECT count(*)::int FROM subscription s WHERE NOT EXISTS (SELECT FROM digest_item d WHERE d.subscription_id = s.id)) AS readers`,
      );
      if (left.mails === 0 && left.readers === 0 && relay.accepted.length >= atLeast) break;
      if (Date.now() > deadline)
        throw new Error(`Still waiting after ten minutes: ${JSON.stringify(left)}, ${relay.accepted.length} accepted`);
      await pause(200);
    }
    helper?.kill('SIGKILL');
  }

  /** Whether every promise about the data is kept. */
  async keepsPromises() {
    const [code] = await once(this.start('cli', ['check-invariants']), 'exit');
    return code === 0;
  }

  async close() {
    for (const child of this.#running) {
      for (const pid of this.carriersOf(child)) process.kill(pid, 'SIGKILL');
      child.kill('SIGKILL');
    }
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
