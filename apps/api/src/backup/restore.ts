import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { verifyChain } from '@htsm/api/audit';
import { ConfigurationError, Database, uploadFolder, type Config, type FileStore, type Tx } from '@htsm/api/core';
import { readManifest, tableFile, type Manifest } from './manifest';
import { hashOfRows, keptTables, quoted, readRows } from './table-rows';

/** Where a backup goes. */
export interface RestoreParts {
  /** Connection of the owner of a database that is migrated and empty. */
  readonly source: DataSource;
  readonly store: FileStore;
  readonly config: Config;
}

/**
 * Puts a backup back: checks every hash before it touches anything, then the files, then all rows in one transaction, then
 * the audit log against the head that was noted. `erasedLines` are audit lines whose words were erased after the backup.
 * Throws ConfigurationError when the database is not empty, of another version, or the backup is damaged.
 */
export async function restore(
  parts: RestoreParts,
  folder: string,
  erasedLines: readonly string[] = [],
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await checkHashes(manifest, folder);
  const database = new Database(parts.source);
  await database.asSystem((tx) => refuseUnfit(tx, manifest));
  for (const sha256 of manifest.files) await putFile(parts, join(folder, 'files', sha256), sha256);
  await database.asSystem((tx) => load(tx, manifest, folder));
  const { lines, head, broken } = await verifyChain(parts.source);
  if (broken !== null || lines !== manifest.audit.lines || head !== manifest.audit.head) {
    throw new Error(`The audit log is not the one that was backed up: ${broken?.reason ?? 'another head'}.`);
  }
  await database.asSystem((tx) => settle(tx, manifest, erasedLines));
  return manifest;
}

async function checkHashes({ tables, files }: Manifest, folder: string): Promise<void> {
  for (const { name, sha256 } of tables) {
    const found = await hashOfRows(tableFile(folder, name)).catch(() => null);
    if (found !== sha256)
      throw new ConfigurationError(`The backup is damaged: the rows of ${name} are not as they were written.`);
  }
  for (const sha256 of files) {
    const hash = createHash('sha256');
    const isRead = await pipeline(createReadStream(join(folder, 'files', sha256)), hash).then(
      () => true,
      () => false,
    );
    if (!isRead || hash.digest('hex') !== sha256)
      throw new ConfigurationError(`The backup is damaged: file ${sha256} is not as it was.`);
  }
}

async function refuseUnfit(tx: Tx, manifest: Manifest): Promise<void> {
  const migrations = (await tx.rows<{ name: string }>('SELECT name FROM migrations ORDER BY id')).map(
    ({ name }) => name,
  );
  if (JSON.stringify(migrations) !== JSON.stringify(manifest.migrations)) {
    throw new ConfigurationError(
      'The backup is of another version of the platform: restore it with that version, then migrate.',
    );
  }
  const used = await tx.row('SELECT FROM app_user UNION ALL SELECT FROM event LIMIT 1');
  if (used !== null) throw new ConfigurationError('The database holds data: restore into an empty one.');
}

async function putFile({ store, config }: RestoreParts, file: string, sha256: string): Promise<void> {
  const temporaryFolder = uploadFolder(config);
  await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
  const temporaryFile = join(temporaryFolder, randomUUID());
  await copyFile(file, temporaryFile);
  await store.put(sha256, temporaryFile);
}

/** Foreign keys are checked once all rows are there; our own triggers ran when the rows were made and must not run again. */
async function load(tx: Tx, manifest: Manifest, folder: string): Promise<void> {
  await tx.run('SET LOCAL statement_timeout = 0');
  const tables = await keptTables(tx);
  const keys = await foreignKeys(tx);
  for (const table of tables) await tx.run(`ALTER TABLE ${quoted(table)} DISABLE TRIGGER USER`);
  for (const { table, name } of keys)
    await tx.run(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} DEFERRABLE INITIALLY DEFERRED`);
  // what a new database starts with is in the backup too
  for (const table of tables) await tx.run(`DELETE FROM ${quoted(table)}`);
  for (const { name, rows } of manifest.tables) {
    const read = await readRows(tx, name, tableFile(folder, name));
    if (read !== rows) throw new Error(`${name} has ${read} rows instead of ${rows}`);
  }
  await tx.run('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { table, name, timing } of keys) await tx.run(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} ${timing}`);
  for (const table of tables) await tx.run(`ALTER TABLE ${quoted(table)} ENABLE TRIGGER USER`);
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await tx.run('SELECT setval($1::regclass, $2, $3)', [name, lastValue, isCalled]);
  }
}

function foreignKeys(tx: Tx): Promise<{ table: string; name: string; timing: string }[]> {
  return tx.rows(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name,
       CASE WHEN NOT condeferrable THEN 'NOT DEFERRABLE' WHEN condeferred THEN 'DEFERRABLE INITIALLY DEFERRED' ELSE 'DEFERRABLE INITIALLY IMMEDIATE' END AS timing
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
}

/**
 * Makes the past safe to go on from. A mail that waited then may have been sent since: the relay is asked first. Words that
 * were erased since are erased again. The log says that it was restored.
 */
async function settle(tx: Tx, manifest: Manifest, erasedLines: readonly string[]): Promise<void> {
  await tx.run(
    `UPDATE mail_outbox SET state = 'uncertain', handover_at = clock_timestamp(), not_before = clock_timestamp(), claimed_by = NULL
     WHERE state IN ('queued', 'sending', 'waiting')`,
  );
  if (erasedLines.length > 0)
    await tx.run('SELECT erase_event_words($1::bigint[], $2)', [[...erasedLines], 'erased before the restore']);
  await tx.run(
    `INSERT INTO event (type, subject_type, subject_id, reason) VALUES ('platform.restored', 'platform', gen_random_uuid(), $1)`,
    [`backup of ${manifest.takenAt}`],
  );
}
