import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileStoreConfig } from '../config/config';
import { S3FileStore } from './s3-file-store';

/** Keeps bytes under the SHA-256 of their content (lower-case hex); the same content is kept once. */
export interface FileStore {
  /** Moves a finished temporary file to its place; after the promise the bytes survive a crash. */
  put(sha256: string, temporaryFile: string): Promise<void>;
  /** Opens the bytes; the stream fails when there are none. */
  read(sha256: string): Promise<Readable>;
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

  private place(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not the hash of a file');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
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
