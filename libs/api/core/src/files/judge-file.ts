import { open, type FileHandle } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { recogniseCad } from './cad-signatures';
import { FileRefused, type FileFault } from './file.errors';
import { isFileKind, type FileKindName } from './file-kinds';
import { hidesScript } from './hidden-script';
import { judgeArchive } from './judge-archive';
import { readZipDirectory } from './zip-directory';

const HEAD_BYTES = 4096;

/** What recognised contents that we do not keep are refused for; any other is an unknown kind. */
const FAULTS: Readonly<Record<string, FileFault>> = {
  exe: 'executable',
  elf: 'executable',
  macho: 'executable',
  class: 'executable',
  jar: 'executable',
  apk: 'executable',
  wasm: 'executable',
  swf: 'executable',
  deb: 'executable',
  rpm: 'executable',
  dmg: 'executable',
  lnk: 'executable',
  docm: 'macros',
  xlsm: 'macros',
  pptm: 'macros',
  dotm: 'macros',
  xltm: 'macros',
  potm: 'macros',
  ppsm: 'macros',
  cfb: 'locked_or_old_office',
  xml: 'plain_text',
  rtf: 'plain_text',
};

/** Names the kind of a file by its content alone; throws FileRefused for what we do not keep. */
export async function judgeFile(path: string, sizeBytes: number): Promise<FileKindName> {
  if (sizeBytes === 0) throw new FileRefused('empty');
  const file = await open(path, 'r');
  try {
    const head = await readHead(file, sizeBytes);
    const kind = await recognise(path, head, sizeBytes);
    await refuseHiddenContent(file, kind, head, sizeBytes);
    return kind;
  } finally {
    await file.close();
  }
}

async function recognise(path: string, head: Buffer, sizeBytes: number): Promise<FileKindName> {
  // a damaged file makes the recogniser fail; to the sender that is a file of no known kind
  const found = (await fileTypeFromFile(path).catch(() => undefined))?.ext;
  if (found !== undefined && isFileKind(found)) return found;
  const cad = found === undefined || !Object.hasOwn(FAULTS, found) ? recogniseCad(head, sizeBytes) : null;
  if (cad !== null) return cad;
  const text = head.toString('utf8').trimStart().toLowerCase();
  if (/^(<\?xml|<!--|<!doctype svg|<svg)/.test(text) && text.includes('<svg'))
    throw new FileRefused('drawing_with_script');
  if (text.startsWith('#!') || text.startsWith('@echo')) throw new FileRefused('executable');
  if (found !== undefined) throw new FileRefused(FAULTS[found] ?? 'kind_refused');
  throw new FileRefused(isPlainText(head) ? 'plain_text' : 'kind_refused');
}

/** Refuses archives with programs or that cannot be looked into, and files that are a second kind at the same time. */
async function refuseHiddenContent(
  file: FileHandle,
  kind: FileKindName,
  head: Buffer,
  sizeBytes: number,
): Promise<void> {
  const members = await readZipDirectory(file, sizeBytes);
  if (!startsAsZip(head)) {
    if (members !== null && members.length > 0) throw new FileRefused('two_kinds');
    if (kind !== 'pdf' && head.subarray(0, 1024).includes('%PDF-')) throw new FileRefused('two_kinds');
    if (hidesScript(head, kind)) throw new FileRefused('two_kinds');
    return;
  }
  if (members === null) throw new FileRefused('damaged');
  await judgeArchive(file, members, kind, sizeBytes);
}

async function readHead(file: FileHandle, sizeBytes: number): Promise<Buffer> {
  const head = Buffer.alloc(Math.min(sizeBytes, HEAD_BYTES));
  await file.read(head, 0, head.length, 0);
  return head;
}

function startsAsZip(head: Buffer): boolean {
  return head.length > 4 && head.readUInt32LE(0) === 0x04034b50;
}

function isPlainText(head: Buffer): boolean {
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}
