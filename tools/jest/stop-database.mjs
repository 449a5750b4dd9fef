import { query } from './start-database.mjs';

/** Drops the template and stops the server when the tests started it. */
export default async function stopDatabase() {
  await query(process.env['HTSM_TEST_SERVER_URL'], `DROP DATABASE IF EXISTS ${process.env['HTSM_TEST_TEMPLATE']} WITH (FORCE)`);
  await globalThis.__htsmPostgres?.stop();
}
