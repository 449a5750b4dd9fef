import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { ScannerConfig } from '../config/config';
import { FileRefused } from './file.errors';

const CHUNK_BYTES = 64 * 1024;
/** Longer than a scanner needs for the largest file; after it the answer is no. */
const PATIENCE_MS = 60_000;

/**
 * Asks ClamAV about a file (INSTREAM of clamd(8): a length before each piece, a zero length at the end). Throws
 * FileRefused: `infected` when it found something, `not_scanned` when it gave no clear answer. Never lets one through.
 */
export async function scanFile(path: string, scanner: ScannerConfig): Promise<void> {
  const answer = await ask(path, scanner).catch(() => '');
  if (/^stream: OK$/.test(answer)) return;
  if (/^stream: .+ FOUND$/.test(answer)) throw new FileRefused('infected');
  throw new FileRefused('not_scanned');
}

/** Sends the file and gives the line that comes back; fails when there is none in time. */
async function ask(path: string, scanner: ScannerConfig): Promise<string> {
  const socket = 'socket' in scanner ? connect(scanner.socket) : connect(scanner.port, scanner.host);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('The scanner does not answer')));
  try {
    const answer = readLine(socket);
    // an answer may come before the end of the file: what is still to be sent then fails, and does not matter
    send(path, socket).catch((fault: unknown) => socket.destroy(fault instanceof Error ? fault : undefined));
    return await answer;
  } finally {
    socket.destroy();
  }
}

async function send(path: string, socket: Socket): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    // no encoding was asked for, so the stream gives buffers
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((done, fail) => socket.write(bytes, (fault) => (fault == null ? done() : fail(fault))));
}

function readLine(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\0');
      if (end >= 0) done(text.slice(0, end).trim());
    });
    socket.once('error', fail);
    socket.once('close', () => fail(new Error('The scanner hung up')));
  });
}
