import type { FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import type { ZipMember } from './zip-directory';

const HEAD_SIGNATURE = 0x04034b50;
const HEAD_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Enough to see what kind of file it is: a tar says so at 257. */
const START_BYTES = 512;

/**
 * Unpacks one member without keeping it, never further than it claims, and gives its first bytes. Gives null when the
 * archive lies about it: another name or size than its directory says, a way of packing that only few programs know.
 */
export async function startOfMember(file: FileHandle, member: ZipMember): Promise<Buffer | null> {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, member.headAt);
  if (bytesRead < HEAD_BYTES || head.readUInt32LE(0) !== HEAD_SIGNATURE) return null;
  const name = Buffer.alloc(head.readUInt16LE(26));
  await file.read(name, 0, name.length, member.headAt + HEAD_BYTES);
  if (name.toString('utf8') !== member.name || head.readUInt16LE(8) !== member.method) return null;
  const start = member.headAt + HEAD_BYTES + name.length + head.readUInt16LE(28);
  if (member.packedBytes === 0) return member.unpackedBytes === 0 ? Buffer.alloc(0) : null;
  if (member.method === STORED) return startOfStored(file, member, start);
  return member.method === DEFLATED ? startOfDeflated(file, member, start) : null;
}

async function startOfStored(file: FileHandle, member: ZipMember, at: number): Promise<Buffer | null> {
  if (member.packedBytes !== member.unpackedBytes) return null;
  const start = Buffer.alloc(Math.min(START_BYTES, member.packedBytes));
  const { bytesRead } = await file.read(start, 0, start.length, at);
  return bytesRead === start.length ? start : null;
}

async function startOfDeflated(file: FileHandle, member: ZipMember, at: number): Promise<Buffer | null> {
  const packed = file.createReadStream({ start: at, end: at + member.packedBytes - 1, autoClose: false });
  const unpacked = packed.on('error', (fault) => unpacked.destroy(fault)).pipe(createInflateRaw());
  const start: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      // zlib gives buffers unless it is told an encoding
      if (bytes < START_BYTES) start.push(chunk.subarray(0, START_BYTES - bytes));
      bytes += chunk.length;
      if (bytes > member.unpackedBytes) return null;
    }
    return bytes === member.unpackedBytes ? Buffer.concat(start) : null;
  } catch {
    // not deflated data at all
    return null;
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}
