import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres/embedded-postgres.mjs';
import { ROOT } from '../start/settings.mjs';

/** One server for all parts that need one, started when the first asks for it. */
export class TestDatabase {
  /** @type {Promise<{ url: string, stop?: () => Promise<void> }> | undefined} */
  #server;

  /** The address of the server, as superuser: TEST_DATABASE_URL when it is set, else an embedded one. */
  async url() {
    this.#server ??= this.#start();
    return (await this.#server).url;
  }

  async #start() {
    const given = process.env['TEST_DATABASE_URL'];
    if (given) return { url: given };
    return startPostgres({ dataDir: join(ROOT, 'tmp', 'test-postgres'), durable: false });
  }

  /**
   * Gives the work an empty database and removes it afterwards.
   * @template T
   * @param {(url: string) => Promise<T>} work
   */
  async withScratch(work) {
    const url = new URL(await this.url());
    const name = `scratch_${randomBytes(6).toString('hex')}`;
    await administer(url.href, `CREATE DATABASE ${name}`);
    try {
      return await work(Object.assign(new URL(url), { pathname: `/${name}` }).href);
    } finally {
      await administer(url.href, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => {});
    }
  }

  async stop() {
    const server = await this.#server?.catch(() => undefined);
    await server?.stop?.();
  }
}

/**
 * @param {string} url
 * @param {string} statement
 */
async function administer(url, statement) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => {});
  }
}
