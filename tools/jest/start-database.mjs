import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres/embedded-postgres.mjs';

const root = resolve(import.meta.dirname, '../..');
/** Secret of the scratch databases; worth nothing anywhere else. */
export const TEST_SECRET = 'only-for-tests-only-for-tests-only-for-tests';

/**
 * Makes one migrated database, on the server of TEST_DATABASE_URL or on one started here.
 * Gives the environment for the application's processes and a function that removes everything again.
 */
export async function startDatabase(purpose) {
  const given = process.env['TEST_DATABASE_URL'];
  // a folder per run, so that two runs at once cannot wipe each other's server or bundle
  const folder = resolve(root, `tmp/${purpose}-${process.pid}`);
  const own = given
    ? null
    : await startPostgres({ dataDir: resolve(folder, 'postgres'), durable: false, say: () => {} });
  const serverUrl = given ?? own.url;
  const name = `htsm_${purpose}_${process.pid}`;
  await query(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const env = { DATABASE_URL: url.toString(), APP_SECRET: TEST_SECRET, NODE_ENV: 'test', LOG_LEVEL: 'error' };
  const bundle = resolve(folder, 'api');
  execFileSync('vite', ['build', '-c', 'apps/api/vite.config.mjs', '--outDir', bundle], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  execFileSync(process.execPath, [resolve(bundle, 'cli.js'), 'migrate'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  return {
    env,
    serverUrl,
    name,
    bundle,
    stop: async () => {
      await query(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await own?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one statement on the server's own database. */
export async function query(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
