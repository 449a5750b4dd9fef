import type { FileHandle } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { FileRefused } from './file.errors';
import type { FileKindName } from './file-kinds';
import { startOfMember } from './unpacked-member';
import type { ZipMember } from './zip-directory';

/** What an archive may grow to: twenty times the largest file. */
const MOST_UNPACKED_BYTES = 500 * 1024 * 1024;
const MOST_MEMBERS = 2_000;
const PROGRAM_NAME =
  /\.(exe|com|scr|bat|cmd|ps1|vbs|vbe|jse?|wsf|hta|msi|msix|jar|apk|dll|cpl|lnk|reg|app|dmg|sh|iso)$/i;
const ARCHIVE_NAME = /\.(zip|7z|rar|gz|tgz|bz2|tbz2?|xz|txz|tar|cab|arj|lzh|ace|zst|lz4?|z)$/i;
/** Where Office and OpenDocument keep programs: VBA, Excel 4 macro sheets, ActiveX, Basic and scripts. */
const MACRO_NAME = /(^|\/)(vbaProject\.bin$|macrosheets\/|activeX\/)|^(Basic|Scripts)\//i;
const PROGRAMS = new Set(['exe', 'elf', 'macho', 'class', 'jar', 'apk', 'wasm', 'swf', 'deb', 'rpm', 'dmg', 'lnk']);
const ARCHIVES = new Set(['zip', '7z', 'rar', 'gz', 'bz2', 'xz', 'tar', 'cab', 'lz', 'lz4', 'zst', 'Z', 'arj', 'ace']);

/**
 * Judges a zip by its directory first: names, number, claimed sizes. Only then it looks inside, member by member, never
 * further than each claims to be, for claims that lie and for what hides under another name. Throws FileRefused.
 */
export async function judgeArchive(
  file: FileHandle,
  members: readonly ZipMember[],
  kind: FileKindName,
  sizeBytes: number,
): Promise<void> {
  judgeDirectory(members, kind);
  // members that share their bytes make a small file grow without end
  if (members.reduce((sum, member) => sum + member.packedBytes, 0) > sizeBytes) throw new FileRefused('damaged');
  for (const member of members) await judgeMember(file, member, kind);
}

function judgeDirectory(members: readonly ZipMember[], kind: FileKindName): void {
  if (members.length > MOST_MEMBERS) throw new FileRefused('too_many_members', { max: MOST_MEMBERS });
  const has = (test: (member: ZipMember) => boolean): boolean => members.some(test);
  if (has((member) => member.isEncrypted)) throw new FileRefused('locked_archive');
  if (kind !== 'zip' && has((member) => MACRO_NAME.test(member.name))) throw new FileRefused('macros');
  if (has((member) => /(^|\/)vbaProject\.bin$/i.test(member.name))) throw new FileRefused('macros');
  if (kind === 'zip' && has((member) => PROGRAM_NAME.test(member.name.trim()))) {
    throw new FileRefused('executable_inside');
  }
  if (kind === 'zip' && has((member) => ARCHIVE_NAME.test(member.name.trim()))) throw new FileRefused('archive_inside');
  if (has((member) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(member.name))) throw new FileRefused('damaged');
  const unpacked = members.reduce((sum, member) => sum + member.unpackedBytes, 0);
  if (unpacked > MOST_UNPACKED_BYTES) throw new FileRefused('unpacks_too_large');
}

async function judgeMember(file: FileHandle, member: ZipMember, kind: FileKindName): Promise<void> {
  const start = await startOfMember(file, member);
  if (start === null) throw new FileRefused('damaged');
  const found = (await fileTypeFromBuffer(start).catch(() => undefined))?.ext ?? '';
  if (PROGRAMS.has(found)) throw new FileRefused('executable_inside');
  // Office documents hold other ones as parts; those are packed the same way
  if (kind === 'zip' && ARCHIVES.has(found) && !isOfficeName(member.name)) throw new FileRefused('archive_inside');
}

function isOfficeName(name: string): boolean {
  return /\.(docx|xlsx|pptx|odt|ods|odp)$/i.test(name);
}
