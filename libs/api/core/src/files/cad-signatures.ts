import type { FileKindName } from './file-kinds';

const STL_HEADER_BYTES = 84;
const STL_TRIANGLE_BYTES = 50;

/** Recognises drawings and models by the first bytes and the size, as their formats are laid down; null for anything else. */
export function recogniseCad(head: Buffer, sizeBytes: number): FileKindName | null {
  const text = head.toString('latin1');
  // ISO 10303-21, 5.1: the exchange structure begins with this token
  if (/^\s*ISO-10303-21\s*;/.test(text)) return 'step';
  if (/^AC10\d\d/.test(text) || text.startsWith('AC1.')) return 'dwg';
  if (isDxf(text)) return 'dxf';
  if (isIges(text)) return 'iges';
  if (isStl(head, text, sizeBytes)) return 'stl';
  return null;
}

/** Text DXF: comments (group 999), then group 0 with SECTION; binary DXF: a fixed sentinel. */
function isDxf(text: string): boolean {
  if (text.startsWith('AutoCAD Binary DXF\r\n\x1a\0')) return true;
  return /^(\s*999\r?\n[^\n]*\n)*\s*0\r?\n\s*SECTION\r?\n/.test(text);
}

/** IGES 5.3, 2.2.1: lines of 80 characters; column 73 of the first says S (start) and the number 1 follows. */
function isIges(text: string): boolean {
  return /^[^\n]{72}S[ 0]{6}1\r?\n/.test(text);
}

/** Text STL: solid, facets; binary STL: 80 bytes, the number of triangles, 50 bytes for each. */
function isStl(head: Buffer, text: string, sizeBytes: number): boolean {
  if (/^\s*solid\b[^\n]*\n\s*(facet\s+normal|endsolid)\b/.test(text)) return true;
  if (head.length < STL_HEADER_BYTES) return false;
  const triangles = head.readUInt32LE(STL_HEADER_BYTES - 4);
  return triangles > 0 && sizeBytes === STL_HEADER_BYTES + triangles * STL_TRIANGLE_BYTES;
}
