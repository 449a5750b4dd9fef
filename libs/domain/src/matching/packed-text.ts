import type { AnalysedText } from './analyse-text';
import { termKey, type TermKey } from './term-key';
import { damped } from './term-weights';

/** Bytes of a term: four and two of its key, two of its count. */
const ENTRY = 8;
/** Damped counts are kept in parts of this; the largest that fits is sixteen, a term that comes three million times. */
const PARTS = 4096;

/** An analysed document as the database keeps it and the index reads it; the words themselves cannot be read from it. */
export type PackedText = Uint8Array;

/** Gives the terms of a text in eight bytes each, in their order. */
export function packText({ terms }: AnalysedText): PackedText {
  const packed = new DataView(new ArrayBuffer(terms.size * ENTRY));
  let at = 0;
  for (const [term, count] of terms) {
    const { low, high } = termKey(term);
    packed.setUint32(at, low, true);
    packed.setUint16(at + 4, high, true);
    packed.setUint16(at + 6, Math.max(1, Math.min(0xffff, Math.round(damped(count) * PARTS))), true);
    at += ENTRY;
  }
  return new Uint8Array(packed.buffer);
}

/** Calls `take` for each term with its damped count in whole parts. */
export function readPacked(text: PackedText, take: (key: TermKey, count: number) => void): void {
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  for (let at = 0; at + ENTRY <= text.byteLength; at += ENTRY)
    take({ low: view.getUint32(at, true), high: view.getUint16(at + 4, true) }, view.getUint16(at + 6, true));
}

/** Gives how many terms a document has. */
export function termCount(text: PackedText): number {
  return Math.floor(text.byteLength / ENTRY);
}
