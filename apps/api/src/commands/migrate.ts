import { DataSource } from 'typeorm';
import { dataSourceOptions, rolePassword, type Config } from '@htsm/api/core';
import { migrations } from '../migrations';

/** A key of our own for the lock that lets one of several starting processes migrate. */
const MIGRATION_LOCK = 4_875_631;

/** Creates the database roles when they are missing and runs every migration that has not run yet. */
export async function migrate(config: Config): Promise<void> {
  const options = dataSourceOptions(config.ownerDatabaseUrl, [], 2);
  const source = await new DataSource({ ...options, migrations, migrationsTransactionMode: 'each' }).initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRole(source, 'htsm_app', config.appSecret);
    await ensureRole(source, 'htsm_worker', config.appSecret);
    await source.runMigrations();
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  } finally {
    await source.destroy();
  }
}

/** Roles belong to the server, not to the database, so another database may have made them already. */
async function ensureRole(source: DataSource, role: 'htsm_app' | 'htsm_worker', appSecret: string): Promise<void> {
  const password = rolePassword(role, appSecret);
  await source.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
        CREATE ROLE ${role} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
  await source.query(`ALTER ROLE ${role} PASSWORD '${password}'`);
}
