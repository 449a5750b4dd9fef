import { TEST_SECRET, startDatabase } from './start-database.mjs';

/** Gives the tests a server and one migrated database that every test file copies. */
export default async function globalSetup() {
  const database = await startDatabase('test');
  globalThis.__htsmDatabase = database;
  Object.assign(process.env, {
    NODE_ENV: 'test',
    HTSM_TEST_SERVER_URL: database.serverUrl,
    HTSM_TEST_TEMPLATE: database.name,
    HTSM_TEST_SECRET: TEST_SECRET,
    HTSM_TEST_BUNDLE: database.bundle,
  });
}
