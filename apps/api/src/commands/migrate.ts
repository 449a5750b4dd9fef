import { DataSource } from 'typeorm';
import { dataSourceOptions, type DatabaseAddresses } from '@htsm/api/core';
import { migrations } from '../migrations';

/** A key of our own for the lock that lets one of several starting processes migrate. */
const MIGRATION_LOCK = 4_875_631;

/** Creates the database roles when they are missing and runs every migration that has not run yet. */
export async function migrate(addresses: DatabaseAddresses): Promise<void> {
  const options = dataSourceOptions(addresses.ownerDatabaseUrl, [], 2);
  const source = await new DataSource({ ...options, migrations, migrationsTransactionMode: 'each' }).initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRole(source, 'htsm_app', addresses.appDatabaseUrl);
    await ensureRole(source, 'htsm_worker', addresses.workerDatabaseUrl);
    await source.runMigrations();
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  } finally {
    await source.destroy();
  }
}

/**
 * Roles belong to the server, not to the database, so another database may have made them already. A new password in the
 * role's address becomes its password; an address without one leaves it alone.
 */
async function ensureRole(source: DataSource, role: 'htsm_app' | 'htsm_worker', address: string): Promise<void> {
  await source.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
        CREATE ROLE ${role} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
  const password = decodeURIComponent(new URL(address).password);
  if (password === '') return;
  const [row] = await source.query<{ statement: string }[]>(
    `SELECT format('ALTER ROLE ${role} PASSWORD %L', $1::text) AS statement`,
    [password],
  );
  if (row !== undefined) await source.query(row.statement);
}
