import type { AnalysedText } from './analyse-text';
import { termKey, type TermKey } from './term-key';
import { damped } from './term-weights';

/** Bytes of a term: four and two of its key, one for its count. */
const ENTRY = 7;
/** Counts are kept as one of 256 levels, 32 for each doubling: from a twentieth to eleven, at most a hundredth off. */
const PER_DOUBLING = 32;
const LEVEL_OF_ONE = 144;

/** The damped count that each level stands for. */
export const LEVELS = Float64Array.from({ length: 256 }, (_, level) => 2 ** ((level - LEVEL_OF_ONE) / PER_DOUBLING));

/** An analysed document as the database keeps it and the index reads it; the words themselves cannot be read from it. */
export type PackedText = Uint8Array;

/** Gives the terms of a text in seven bytes each, in their order. */
export function packText({ terms }: AnalysedText): PackedText {
  const packed = new DataView(new ArrayBuffer(terms.size * ENTRY));
  let at = 0;
  for (const [term, count] of terms) {
    const { low, high } = termKey(term);
    packed.setUint32(at, low, true);
    packed.setUint16(at + 4, high, true);
    packed.setUint8(at + 6, levelOf(damped(count)));
    at += ENTRY;
  }
  return new Uint8Array(packed.buffer);
}

/** Calls `take` for each term with the level of its count. */
export function readPacked(text: PackedText, take: (key: TermKey, level: number) => void): void {
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  for (let at = 0; at + ENTRY <= text.byteLength; at += ENTRY)
    take({ low: view.getUint32(at, true), high: view.getUint16(at + 4, true) }, view.getUint8(at + 6));
}

/** Gives how many terms a document has. */
export function termCount(text: PackedText): number {
  return Math.floor(text.byteLength / ENTRY);
}

function levelOf(count: number): number {
  return Math.max(0, Math.min(255, Math.round(Math.log2(count) * PER_DOUBLING) + LEVEL_OF_ONE));
}
