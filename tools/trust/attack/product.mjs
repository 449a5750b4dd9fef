import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { TEST_SECRET } from '../../jest/start-database.mjs';
import { ROOT } from '../../start/settings.mjs';
import { TestDatabase } from '../../test/test-database.mjs';

const PATIENCE_MS = 60_000;

/**
 * Runs the built product, demo included, on a scratch database while `work` goes on; attempts are not counted, so that
 * the limits do not answer instead of the rooms.
 * @template T
 * @param {string} api folder of the built API
 * @param {(product: { url: string, cookieOf: (role: string) => Promise<string> }) => Promise<T>} work
 */
export async function withProduct(api, work) {
  const databases = new TestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'htsm-attack-'));
  try {
    return await databases.withScratch(async (databaseUrl) => {
      const env = { ...process.env, ...environment({ databaseUrl, folder }) };
      execFileSync(process.execPath, [join(api, 'cli.js'), 'migrate'], { env, stdio: 'ignore' });
      const seeded = String(
        execFileSync(process.execPath, [join(api, 'cli.js'), 'seed'], { env, maxBuffer: 10_000_000 }),
      );
      await forgetAttempts(databaseUrl);
      return await withServer({ api, databaseUrl, folder }, (url) =>
        work({ url, cookieOf: (role) => signIn(url, signInOf(seeded, role)) }),
      );
    });
  } finally {
    await databases.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs the built API on a migrated database while `work` goes on.
 * @template T
 * @param {{ api: string, databaseUrl: string, folder: string }} place
 * @param {(url: string) => Promise<T>} work
 */
export async function withServer({ api, databaseUrl, folder }, work) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...environment({ databaseUrl, folder }),
    PORT: String(port),
    // as behind a proxy that speaks TLS, so that every header of production is there
    PUBLIC_URL: url.replace('http:', 'https:'),
  };
  const child = spawn(process.execPath, [join(api, 'main.js')], { env, stdio: 'ignore' });
  try {
    await untilReady(url);
    return await work(url);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

/** The operations of the contract. */
export function contract() {
  return JSON.parse(readFileSync(join(ROOT, 'apps/api/openapi.json'), 'utf8'));
}

/** @param {{ databaseUrl: string, folder: string }} place */
function environment({ databaseUrl, folder }) {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    APP_SECRET: TEST_SECRET,
    HTSM_DATA_DIR: folder,
    WEB_DIST: join(ROOT, 'dist/apps/web'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'silent',
  };
}

/** @param {string} databaseUrl */
async function forgetAttempts(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`CREATE FUNCTION forget_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.hits := 0; RETURN NEW; END $$;
    CREATE TRIGGER forget_attempts BEFORE INSERT OR UPDATE ON rate_limit FOR EACH ROW EXECUTE FUNCTION forget_attempt()`);
  await client.end();
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
}

/** @param {string} url */
async function untilReady(url) {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error('The product did not become ready within a minute');
}

/**
 * @param {string} seeded what the seed printed; its last line is JSON
 * @param {string} role
 * @returns {{ email: string, password: string }}
 */
function signInOf(seeded, role) {
  const { signIns } = JSON.parse(seeded.trim().split('\n').at(-1) ?? '{}');
  return signIns.find((/** @type {{ role: string }} */ account) => account.role === role);
}

/**
 * @param {string} url
 * @param {{ email: string, password: string }} account
 */
async function signIn(url, { email, password }) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-htsm': '1' },
    body: JSON.stringify({ email, password }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-htsm='));
  if (!answer.ok || cookie === undefined) throw new Error(`Signing in as ${email} gave ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}
