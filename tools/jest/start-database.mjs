import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres/embedded-postgres.mjs';

const root = resolve(import.meta.dirname, '../..');
/** Secret of the scratch databases; worth nothing anywhere else. */
const TEST_SECRET = 'only-for-tests-only-for-tests-only-for-tests';

/** Gives the tests a server and one migrated database that every test file copies. */
export default async function startDatabase() {
  const given = process.env['TEST_DATABASE_URL'];
  const own = given ? null : await startPostgres({ dataDir: resolve(root, 'tmp/test-postgres'), durable: false, say: () => {} });
  globalThis.__htsmPostgres = own;
  const serverUrl = given ?? own.url;
  const template = `htsm_template_${process.pid}`;
  await query(serverUrl, `CREATE DATABASE ${template}`);
  const templateUrl = new URL(serverUrl);
  templateUrl.pathname = `/${template}`;
  execFileSync('vite', ['build', '-c', 'apps/api/vite.config.mjs'], { cwd: root, stdio: 'inherit' });
  execFileSync(process.execPath, ['dist/apps/api/cli.js', 'migrate'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: templateUrl.toString(), APP_SECRET: TEST_SECRET },
  });
  Object.assign(process.env, {
    NODE_ENV: 'test',
    HTSM_TEST_SERVER_URL: serverUrl,
    HTSM_TEST_TEMPLATE: template,
    HTSM_TEST_SECRET: TEST_SECRET,
  });
}

/** Runs one statement on the server's own database. */
export async function query(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
