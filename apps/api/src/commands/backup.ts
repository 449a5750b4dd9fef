import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { ConfigurationError, dataSourceOptions, openFileStore, type CommandConfig } from '@htsm/api/core';
import { backUp } from '../backup/back-up';
import type { Manifest } from '../backup/manifest';
import { restore } from '../backup/restore';
import { migrate } from './migrate';

/** Writes a backup of database and files into an empty folder and says what it holds. */
export async function printBackup(config: CommandConfig, folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new ConfigurationError('Usage: node cli.js backup <empty folder>');
  await withOwner(config, async (source) => {
    const manifest = await backUp(source, openFileStore(config.fileStore), resolve(folder));
    process.stdout.write(`Backed up as of ${manifest.takenAt}: ${describe(manifest)}\n`);
  });
}

/**
 * Restores a backup into an empty database, which it migrates first. The optional file names audit lines, one id per line,
 * whose words were erased since the backup.
 */
export async function printRestore(
  config: CommandConfig,
  folder: string | undefined,
  erasures: string | undefined,
): Promise<void> {
  if (folder === undefined)
    throw new ConfigurationError('Usage: node cli.js restore <folder> [file of erased audit lines]');
  const erased = erasures === undefined ? [] : await readErasures(erasures);
  await migrate(config);
  await withOwner(config, async (source) => {
    const manifest = await restore({ source, store: openFileStore(config.fileStore), config }, resolve(folder), erased);
    process.stdout.write(`Restored as of ${manifest.takenAt}: ${describe(manifest)}\n`);
  });
}

async function readErasures(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => null);
  const ids = (text ?? '?').split(/\s+/).filter(Boolean);
  if (ids.some((id) => !/^\d+$/.test(id)))
    throw new ConfigurationError(`${file} must hold ids of audit lines, one per line.`);
  return ids;
}

function describe({ tables, files, audit }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows in ${tables.length} tables, ${files.length} files, audit log of ${audit.lines} lines with head ${audit.head}`;
}

async function withOwner(config: CommandConfig, work: (source: DataSource) => Promise<void>): Promise<void> {
  const options = dataSourceOptions(config.ownerDatabaseUrl, [], 2);
  const source = await new DataSource({ ...options, extra: { options: '-c TimeZone=UTC' } }).initialize();
  try {
    await work(source);
  } finally {
    await source.destroy();
  }
}
