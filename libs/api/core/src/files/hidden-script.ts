import type { FileKindName } from './file-kinds';

/** What a browser that guesses kinds takes for a page; it looks at the first kilobyte and a half. */
const MARKUP = /<(!doctype\s+html|html|head|body|script|iframe|svg|object|embed|meta|style|a\s+href|\?php)[\s>/]/i;
const LOOKED_AT_BYTES = 2048;
/** `/*`: opens a comment that swallows the picture, so that the rest runs as a script. */
const COMMENT = 0x2f2a;

/** Whether the beginning of a file that is something else can be read as a page or as a script too. */
export function hidesScript(head: Buffer, kind: FileKindName): boolean {
  if (MARKUP.test(head.toString('latin1', 0, LOOKED_AT_BYTES))) return true;
  // GIF: the width stands right after the name; two printable characters there are over 8,000 pixels, or a script
  if (kind === 'gif' && head.length > 8) return isPrintable(head[6]) && isPrintable(head[7]);
  return kind === 'jpg' && head.length > 6 && head.readUInt16BE(4) === COMMENT;
}

function isPrintable(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x20 && byte < 0x7f;
}
