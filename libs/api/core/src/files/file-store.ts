import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStoreConfig } from '../config/config';
import { S3FileStore } from './s3-file-store';

/** Bytes that are kept, and since when by the clock of their keeper. */
export interface KeptFile {
  readonly sha256: string;
  readonly keptSince: Date;
}

/** Keeps bytes under the SHA-256 of their content (lower-case hex); the same content is kept once. */
export interface FileStore {
  /** Moves a finished temporary file to its place; after the promise the bytes survive a crash. */
  put(sha256: string, temporaryFile: string): Promise<void>;
  /** Opens the bytes; the stream fails when there are none. */
  read(sha256: string): Promise<Readable>;
  /** Gives everything that is kept, in no order. */
  list(): AsyncIterable<KeptFile>;
  /** Forgets bytes; nothing happens when there are none. Only the sweep may, under its lock. */
  remove(sha256: string): Promise<void>;
}

/** DI token of the file store. */
export const FILE_STORE = Symbol('FILE_STORE');

/** Opens the store that the configuration names. */
export function openFileStore(config: FileStoreConfig): FileStore {
  return config.kind === 'folder' ? new FolderFileStore(config.folder) : new S3FileStore(config);
}

/** A folder outside the web root, with the first two digits of the hash as subfolder. */
export class FolderFileStore implements FileStore {
  constructor(private readonly folder: string) {}

  async put(sha256: string, temporaryFile: string): Promise<void> {
    const place = this.place(sha256);
    if (await exists(place)) return rm(temporaryFile, { force: true });
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const file = await open(temporaryFile, 'r+');
    await file.sync().finally(() => file.close());
    await rename(temporaryFile, place);
    await syncFolder(dirname(place));
  }

  async read(sha256: string): Promise<Readable> {
    return createReadStream(this.place(sha256));
  }

  async *list(): AsyncIterable<KeptFile> {
    for (const part of (await namesIn(this.folder)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      for (const sha256 of (await namesIn(join(this.folder, part))).filter((name) => /^[0-9a-f]{64}$/.test(name))) {
        const found = await stat(this.place(sha256)).catch(() => null); // removed meanwhile
        if (found !== null) yield { sha256, keptSince: found.mtime };
      }
    }
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.place(sha256), { force: true });
  }

  private place(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the hash of a file');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** A store that has kept nothing yet has no folder. */
async function namesIn(folder: string): Promise<string[]> {
  return (await exists(folder)) ? readdir(folder) : [];
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A rename survives a crash only when the folder that names it is on disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
