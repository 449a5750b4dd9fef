import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { ConfigurationError, Tx, holdFiles, type FileStore } from '@htsm/api/core';
import { FORMAT, tableFile, type Manifest, type TableEntry } from './manifest';
import { keptTables, writeRows } from './table-rows';

/**
 * Writes everything into an empty folder while the platform goes on: all tables as of one instant, and the contents that
 * they name, each checked against its hash. `source` must see all rows: the owner's connection does.
 * Throws ConfigurationError when the folder is not empty.
 */
export async function backUp(source: DataSource, store: FileStore, folder: string): Promise<Manifest> {
  if ((await readdir(folder).catch(() => [])).length > 0) {
    throw new ConfigurationError(`${folder} is not empty: a backup belongs in a folder of its own.`);
  }
  for (const part of ['tables', 'files']) await mkdir(join(folder, part), { recursive: true, mode: 0o700 });
  const runner = source.createQueryRunner();
  await runner.connect();
  await runner.startTransaction('REPEATABLE READ');
  try {
    const manifest = await write(new Tx(runner), store, folder);
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    return manifest;
  } finally {
    await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

async function write(tx: Tx, store: FileStore, folder: string): Promise<Manifest> {
  await holdFiles(tx);
  // the first statement that reads rows takes the snapshot
  const state = await tx.row<{ now: Date; lines: number; head: string }>(
    `SELECT htsm_now() AS now, position::int AS lines, encode(hash, 'hex') AS head FROM event_chain_head`,
  );
  if (state === null) throw new Error('The audit log has no head');
  const migrations = await tx.rows<{ name: string }>('SELECT name FROM migrations ORDER BY id');
  const tables: TableEntry[] = [];
  for (const name of await keptTables(tx)) {
    tables.push({ name, ...(await writeRows(tx, name, tableFile(folder, name))) });
  }
  const files = (await tx.rows<{ sha256: string }>('SELECT sha256 FROM stored_file ORDER BY sha256')).map(
    (row) => row.sha256,
  );
  for (const sha256 of files) await copyContent(store, sha256, join(folder, 'files', sha256));
  const sequences = await tx.rows<Manifest['sequences'][number]>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename) AS name, coalesce(last_value, start_value)::text AS "lastValue",
       last_value IS NOT NULL AS "isCalled" FROM pg_sequences WHERE schemaname = 'public' AND sequencename <> 'migrations_id_seq' ORDER BY 1`,
  );
  return {
    format: FORMAT,
    takenAt: state.now.toISOString(),
    migrations: migrations.map(({ name }) => name),
    tables,
    sequences,
    files,
    audit: { lines: state.lines, head: state.head },
  };
}

/** Copies a content and throws when it is not what its name says: a backup of damaged bytes helps nobody. */
async function copyContent(store: FileStore, sha256: string, target: string): Promise<void> {
  const hash = createHash('sha256');
  const measure = new PassThrough();
  measure.on('data', (chunk: Buffer) => hash.update(chunk));
  await pipeline(await store.read(sha256), measure, createWriteStream(target, { mode: 0o600 }));
  if (hash.digest('hex') !== sha256)
    throw new Error(`The stored file ${sha256} is damaged: restore it from an earlier backup.`);
}
