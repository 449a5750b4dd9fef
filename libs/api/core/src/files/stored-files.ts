import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import type { Tx } from '../database/tx';
import type { FileStore } from './file-store';
import type { ReceivedUpload } from './receive-upload';

/** A stored file as the reader will get it. */
export interface FileToSend {
  /** SHA-256 of the content, lower-case hex. */
  readonly sha256: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

/** First half of the advisory lock of a content; the second is a hash of its name. */
const FILE_LOCK = 4_875_633;

/** Holds a content until the end of the transaction: those who store it beside each other, the sweep alone. */
export function lockFile(tx: Tx, sha256: string, how: 'shared' | 'alone'): Promise<number> {
  return tx.run(`SELECT pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}($1, hashtext($2))`, [
    FILE_LOCK,
    sha256,
  ]);
}

/** Keeps the sweep from removing anything until the end of the transaction: a backup copies what its rows name. */
export async function holdFiles(tx: Tx): Promise<void> {
  await tx.run('SELECT pg_advisory_xact_lock_shared($1, 0)', [FILE_LOCK]);
}

/** Whether nobody holds the files at the moment; until the end of the transaction nobody begins to. */
export async function mayRemoveFiles(tx: Tx): Promise<boolean> {
  const row = await tx.row<{ is_free: boolean }>('SELECT pg_try_advisory_xact_lock($1, 0) AS is_free', [FILE_LOCK]);
  return row?.is_free === true;
}

/**
 * Keeps a received file: the bytes are safe before the row can commit, so a row never points at nothing. A rollback
 * leaves bytes without a row, which nobody can reach and the nightly sweep removes.
 */
export async function storeFile(tx: Tx, store: FileStore, upload: ReceivedUpload): Promise<void> {
  await lockFile(tx, upload.sha256, 'shared');
  await store.put(upload.sha256, upload.temporaryFile);
  await tx.run('INSERT INTO stored_file (sha256, size_bytes, media_type) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    upload.sha256,
    upload.sizeBytes,
    upload.mediaType,
  ]);
}

/** Sends a stored file to be saved, never to be shown in our origin: no type that a browser would open, no sniffing. */
export async function sendFile(reply: FastifyReply, store: FileStore, file: FileToSend): Promise<void> {
  const content = await store.read(file.sha256);
  // a missing file must fail before the first header leaves
  await once(content, 'readable');
  await reply
    .header('content-type', 'application/octet-stream')
    .header('content-length', String(file.sizeBytes))
    .header('content-disposition', attachmentHeader(file.fileName))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(content);
}

/** Writes the header that makes browsers save under a name, also outside ASCII (RFC 6266, RFC 8187). */
export function attachmentHeader(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%;]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain === '' ? 'bestand' : plain}"; filename*=UTF-8''${encoded}`;
}
