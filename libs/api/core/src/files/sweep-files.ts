import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config';
import type { Database } from '../database/database';
import type { Tx } from '../database/tx';
import type { FileStore } from './file-store';
import { uploadFolder } from './receive-upload';
import { lockFile, mayRemoveFiles } from './stored-files';

/** How long bytes, rows and half uploads may be without an owner before they are swept, in milliseconds: a day. */
export const ORPHAN_AGE_MS = 86_400_000;

/** What the sweep needs. */
export interface SweepParts {
  readonly database: Database;
  readonly store: FileStore;
  readonly config: Config;
}

/** What a sweep removed. */
export interface Swept {
  /** Contents that nothing points at any more: their rows, their bytes, or both. */
  readonly files: number;
  /** Uploads that never ended. */
  readonly incoming: number;
}

/**
 * Removes bytes that no row names, rows that nothing points at, and what interrupted uploads left. Whoever stores a content
 * holds its lock from before the bytes to the commit, so a content that is uploaded again at this moment stays.
 */
export async function sweepFiles({ database, store, config }: SweepParts): Promise<Swept> {
  const before = await database.asSystem(orphanedBefore);
  const orphans = new Set(await database.asSystem((tx) => rowsWithoutOwner(tx, before)));
  for await (const { sha256, keptSince } of store.list()) if (keptSince < before) orphans.add(sha256);
  let files = 0;
  for (const sha256 of orphans)
    files += (await database.asSystem((tx) => sweepFile(tx, store, sha256, before))) ? 1 : 0;
  return { files, incoming: await sweepIncoming(uploadFolder(config), before) };
}

/** Gives the instant before which an orphan is old enough, by the database's own clock: file systems do not follow tests. */
async function orphanedBefore(tx: Tx): Promise<Date> {
  const row = await tx.row<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (row === null) throw new Error('The database gave no time');
  return new Date(row.now.getTime() - ORPHAN_AGE_MS);
}

/** Gives the contents whose rows nothing points at: asked of the foreign keys, so that a new kind of owner counts at once. */
export async function rowsWithoutOwner(tx: Tx, before: Date): Promise<string[]> {
  const rows = await tx.rows<{ sha256: string }>(
    `SELECT sha256 FROM stored_file WHERE created_at < $1 AND NOT (${await isOwned(tx)})`,
    [before],
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Gives the condition that something points at a row of stored_file. */
async function isOwned(tx: Tx): Promise<string> {
  const owners = await tx.rows<{ table: string; column: string }>(
    `SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
     FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = 'stored_file'::regclass`,
  );
  const tests = owners.map(
    ({ table, column }) => `EXISTS (SELECT FROM ${table} o WHERE o.${column} = stored_file.sha256)`,
  );
  return ['false', ...tests].join(' OR ');
}

/** Removes one content if it is still nobody's; gives whether it was. */
async function sweepFile(tx: Tx, store: FileStore, sha256: string, before: Date): Promise<boolean> {
  if (!(await mayRemoveFiles(tx))) return false;
  await lockFile(tx, sha256, 'alone');
  await tx.run(`DELETE FROM stored_file WHERE sha256 = $1 AND created_at < $2 AND NOT (${await isOwned(tx)})`, [
    sha256,
    before,
  ]);
  if ((await tx.row('SELECT FROM stored_file WHERE sha256 = $1', [sha256])) !== null) return false;
  await store.remove(sha256);
  return true;
}

async function sweepIncoming(folder: string, before: Date): Promise<number> {
  let swept = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found === null || found.mtime >= before) continue;
    await rm(file, { force: true });
    swept += 1;
  }
  return swept;
}
