import { FILE_KINDS, type FileKindName } from './file-kinds';

const LONGEST_NAME = 120;
/** Characters that no name needs: control, zero-width and direction marks (they can make `gpj.exe` read as `exe.jpg`). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
const RESERVED_BY_SYSTEMS = /[<>:"|?*]/g;
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Gives the name under which a file is shown and downloaded: the last part of what the sender called it, without
 * what can mislead, at most 120 characters, ending as its content asks. It is data only: no path is made of it.
 */
export function cleanFileName(given: string, kind: FileKindName): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const readable = last.replace(INVISIBLE, '').replace(RESERVED_BY_SYSTEMS, '_').replace(/\s+/g, ' ');
  const trimmed = readable.replace(/^[ .]+|[ .]+$/g, '');
  const named = trimmed === '' ? 'bestand' : trimmed;
  return withExtension(DEVICE_NAME.test(named) ? `_${named}` : named, kind);
}

function withExtension(name: string, kind: FileKindName): string {
  const extensions: readonly string[] = FILE_KINDS[kind].extensions;
  const dot = name.lastIndexOf('.');
  const given = dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
  const fits = extensions.includes(given);
  const stem = fits ? name.slice(0, dot) : name;
  const extension = fits ? given : FILE_KINDS[kind].extensions[0];
  return `${[...stem].slice(0, LONGEST_NAME - extension.length - 1).join('')}.${extension}`;
}
