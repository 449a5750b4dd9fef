import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import { FileRefused } from './file.errors';
import { FILES_TOGETHER_LIMIT_BYTES, FILE_KINDS, FILE_LIMIT_BYTES } from './file-kinds';
import { cleanFileName } from './file-name';
import { judgeFile } from './judge-file';
import { scanFile } from './virus-scanner';

/** A file that arrived whole and was judged by its content; the bytes wait in a temporary file until they are stored. */
export interface ReceivedUpload {
  /** SHA-256 of the content, lower-case hex. */
  readonly sha256: string;
  /** Cleaned name, ending as the content asks; data only. */
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly temporaryFile: string;
}

/** What the thing that the file is for already holds. */
export interface UploadRoom {
  /** Size of its present files together, in bytes. */
  readonly alreadyBytes: number;
}

/** Where uploads go, and who looks at them for viruses. */
export type UploadConfig = Pick<Config, 'fileStore' | 'dataDir' | 'scanner'>;

/** Folder for files under way: on the same disk as the store, so that a finished one can be moved into it. */
export function uploadFolder(config: UploadConfig): string {
  return join(config.fileStore.kind === 'folder' ? config.fileStore.folder : config.dataDir, 'incoming');
}

/**
 * Takes the one file of a multipart request: writes it down while hashing, judges it by its content, and has it scanned
 * when a scanner is configured.
 * Throws FileRefused with the reason; whatever fails, the temporary file is gone.
 */
export async function receiveUpload(
  request: FastifyRequest,
  config: UploadConfig,
  room: UploadRoom,
): Promise<ReceivedUpload> {
  const folder = uploadFolder(config);
  const part = await filePart(request);
  const temporaryFile = join(folder, randomUUID());
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { sha256, sizeBytes } = await write(part.file, temporaryFile, room);
    const kind = await judgeFile(temporaryFile, sizeBytes);
    if (config.scanner !== undefined) await scanFile(temporaryFile, config.scanner);
    const fileName = cleanFileName(part.filename, kind);
    return { sha256, fileName, sizeBytes, mediaType: FILE_KINDS[kind].mediaType, temporaryFile };
  } catch (fault) {
    part.file.resume();
    await discardUpload({ temporaryFile });
    throw fault;
  }
}

/** Removes the bytes of an upload that will not be stored; does nothing when they were stored already. */
export async function discardUpload(upload: Pick<ReceivedUpload, 'temporaryFile'>): Promise<void> {
  await rm(upload.temporaryFile, { force: true });
}

async function filePart(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) throw new FileRefused('missing');
  const part = await request.file({ throwFileSizeLimit: false }).catch((fault: unknown) => {
    // limits carry their status; everything else that the parser throws is a form that is not whole
    throw fault instanceof Error && 'statusCode' in fault ? fault : new FileRefused('interrupted');
  });
  if (part === undefined) throw new FileRefused('missing');
  return part;
}

async function write(
  source: Readable & { readonly truncated?: boolean },
  path: string,
  room: UploadRoom,
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      sizeBytes += chunk.length;
      hash.update(chunk);
      done(
        room.alreadyBytes + sizeBytes > FILES_TOGETHER_LIMIT_BYTES ? new FileRefused('too_large_together') : null,
        chunk,
      );
    },
  });
  await pipeline(source, measure, createWriteStream(path, { mode: 0o600, flags: 'wx' })).catch((fault: unknown) => {
    throw wasInterrupted(fault) ? new FileRefused('interrupted') : fault;
  });
  if (source.truncated === true || sizeBytes > FILE_LIMIT_BYTES) throw new FileRefused('too_large');
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** The sender went away before the end; a full disk and the like stay faults of ours. */
function wasInterrupted(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code = 'code' in fault ? fault.code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || fault.message.includes('multipart');
}
