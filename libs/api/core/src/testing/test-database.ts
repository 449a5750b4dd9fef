import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { rolePassword } from '../config/database-addresses';

/** A scratch database of one test file, and the addresses by which each role reaches it. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appSecret: string;
  /** Runs one statement as the owner of the schema, past all row policies. */
  asOwner<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Sets the database's clock ahead of real time; the shift replaces an earlier one. */
  shiftClock(shiftMs: number): Promise<void>;
  /** Closes and deletes the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template that the global setup made. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = setting('HTSM_TEST_SERVER_URL');
  const name = `htsm_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${setting('HTSM_TEST_TEMPLATE')}`);
  const ownerUrl = new URL(serverUrl);
  ownerUrl.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: ownerUrl.toString(), max: 2 });
  pool.on('error', () => undefined);
  const asOwner = async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, [...parameters])).rows as Row[]; // the shape is the statement's
  return {
    ownerUrl: ownerUrl.toString(),
    appSecret: setting('HTSM_TEST_SECRET'),
    asOwner,
    shiftClock: async (shiftMs) => void (await asOwner('UPDATE clock_shift SET shift_ms = $1', [shiftMs])),
    drop: async () => {
      await pool.end();
      await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Gives the address of a database for one of the two working roles. */
export function roleUrl(database: TestDatabase, role: 'htsm_app' | 'htsm_worker'): string {
  const url = new URL(database.ownerUrl);
  url.username = role;
  url.password = rolePassword(role, database.appSecret);
  return url.toString();
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: run the tests through jest's global setup`);
  return value;
}
