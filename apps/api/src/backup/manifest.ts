import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '@htsm/api/core';

/** The form of a backup folder; another number is not ours to read. */
export const FORMAT = 1;

/** One table of a backup: its rows stand in `tables/<name>.ndjson.gz`, one JSON object per line. */
export interface TableEntry {
  readonly name: string;
  readonly rows: number;
  /** SHA-256 of the lines before they were packed. */
  readonly sha256: string;
}

/** What a backup holds; written last, so a folder without it is a backup that was cut off. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** The instant of the snapshot, by the database's clock. */
  readonly takenAt: string;
  /** Names of the migrations of the schema, in their order. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableEntry[];
  /** Next numbers of identity columns: `schema.sequence` and its last value. */
  readonly sequences: readonly { readonly name: string; readonly lastValue: string; readonly isCalled: boolean }[];
  /** Contents in `files/`, each named by its SHA-256. */
  readonly files: readonly string[];
  readonly audit: { readonly lines: number; readonly head: string };
}

/** Reads the manifest of a backup; throws ConfigurationError when the folder holds none that we know. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) throw new ConfigurationError(`There is no whole backup in ${folder}: it has no manifest.json.`);
  const manifest = JSON.parse(text) as Manifest; // written by backUp; the format is checked next
  if (manifest.format !== FORMAT) throw new ConfigurationError('This backup has a form that this version cannot read.');
  return manifest;
}

/** Gives the file with the rows of a table. */
export function tableFile(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.ndjson.gz`);
}
