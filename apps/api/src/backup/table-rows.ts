import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Tx } from '@htsm/api/core';

/** Rows that are in memory at a time. */
const BATCH = 2_000;

/** Tables whose rows are not kept: the schema's own book, the test clock, and what must not live again (old sign-ins). */
const LEFT_OUT = ['migrations', 'clock_shift', 'session', 'rate_limit', 'nightly_check'];

/** Gives the tables whose rows are kept, by name. */
export async function keptTables(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname <> ALL ($1) ORDER BY relname`,
    [LEFT_OUT],
  );
  return rows.map(({ name }) => name);
}

/** Writes the rows of a table into a packed file, a JSON object per line; gives how many and the hash of the lines. */
export async function writeRows(tx: Tx, table: string, file: string): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  const lines = async function* (): AsyncGenerator<string> {
    await tx.run(`DECLARE kept NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS line FROM ${quoted(table)} t`);
    for (;;) {
      const batch = await tx.rows<{ line: string }>(`FETCH ${BATCH} FROM kept`);
      if (batch.length === 0) break;
      rows += batch.length;
      yield batch.map(({ line }) => `${line}\n`).join('');
    }
    await tx.run('CLOSE kept');
  };
  const measure = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(lines()), measure, createGzip(), createWriteStream(file, { mode: 0o600 }));
  return { rows, sha256: hash.digest('hex') };
}

/** Gives the hash of the lines in a packed file; throws when it cannot be unpacked. */
export async function hashOfRows(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), createGunzip(), hash);
  return hash.digest('hex');
}

/** Puts the rows of a packed file into their table, which must have the columns that they were taken from. */
export async function readRows(tx: Tx, table: string, file: string): Promise<number> {
  const columns = (await writableColumns(tx, table)).join(', ');
  const statement = `INSERT INTO ${quoted(table)} (${columns}) OVERRIDING SYSTEM VALUE
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1::jsonb)`;
  let rows = 0;
  let batch: string[] = [];
  const put = async (): Promise<void> => {
    if (batch.length > 0) rows += await tx.run(statement, [`[${batch.join(',')}]`]);
    batch = [];
  };
  const packed = createReadStream(file);
  for await (const line of createInterface({ input: packed.pipe(createGunzip()), crlfDelay: Infinity })) {
    batch.push(line);
    if (batch.length === BATCH) await put();
  }
  await put();
  return rows;
}

async function writableColumns(tx: Tx, table: string): Promise<string[]> {
  const rows = await tx.rows<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [quoted(table)],
  );
  return rows.map(({ name }) => name);
}

/** Names come from the catalogue or a manifest: quoted all the same. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
