import type { FileHandle } from 'node:fs/promises';

const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const END_SIGNATURE = 0x06054b50;
const MEMBER_SIGNATURE = 0x02014b50;
const MEMBER_BYTES = 46;
const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;

/** One member as the directory at the end of a zip file names it. */
export interface ZipMember {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** Size after unpacking as the archive claims, in bytes. */
  readonly unpackedBytes: number;
  readonly packedBytes: number;
  /** 0: stored as it is, 8: deflated; anything else is rare. */
  readonly method: number;
  /** Where the member's own head begins, in bytes from the start of the file. */
  readonly headAt: number;
}

/**
 * Reads the directory of a zip file without unpacking anything (APPNOTE 4.3.12, 4.3.16); null when the file does not
 * end in one that fits.
 */
export async function readZipDirectory(file: FileHandle, sizeBytes: number): Promise<ZipMember[] | null> {
  const end = await findEnd(file, sizeBytes);
  if (end === null) return null;
  const bytes = end.readUInt32LE(12);
  // it stands right before its end; the offset it gives itself is wrong when another file was put in front
  const offset = sizeBytes - end.length - bytes;
  if (bytes > MOST_DIRECTORY_BYTES || offset < 0) return null;
  const directory = Buffer.alloc(bytes);
  await file.read(directory, 0, bytes, offset);
  return readMembers(directory, end.readUInt16LE(10));
}

async function findEnd(file: FileHandle, sizeBytes: number): Promise<Buffer | null> {
  const length = Math.min(sizeBytes, END_BYTES + LONGEST_COMMENT);
  const tail = Buffer.alloc(length);
  await file.read(tail, 0, length, sizeBytes - length);
  for (let at = length - END_BYTES; at >= 0; at -= 1) {
    // the comment must reach exactly to the end: bytes after it belong to something else
    if (tail.readUInt32LE(at) === END_SIGNATURE && at + END_BYTES + tail.readUInt16LE(at + 20) === length) {
      return tail.subarray(at);
    }
  }
  return null;
}

function readMembers(directory: Buffer, count: number): ZipMember[] | null {
  const members: ZipMember[] = [];
  let at = 0;
  while (at + MEMBER_BYTES <= directory.length) {
    if (directory.readUInt32LE(at) !== MEMBER_SIGNATURE) return null;
    const nameEnd = at + MEMBER_BYTES + directory.readUInt16LE(at + 28);
    if (nameEnd > directory.length) return null;
    members.push({
      name: directory.toString('utf8', at + MEMBER_BYTES, nameEnd),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      unpackedBytes: directory.readUInt32LE(at + 24),
      packedBytes: directory.readUInt32LE(at + 20),
      method: directory.readUInt16LE(at + 10),
      headAt: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return members.length === count ? members : null;
}
