import { RECEIPT_FORMAT, canonicalJson, type ReceiptManifest } from './receipt-manifest';

/** Names the form of the file that an SME keeps. */
export const RECEIPT_FILE_FORMAT = 'htsm-receipt-file/1';

/** The file that an SME keeps: the manifest, and the signature over its canonical text. */
export interface ReceiptFile {
  readonly format: typeof RECEIPT_FILE_FORMAT;
  /** Which public key the signature is checked with: 32 hex digits. */
  readonly keyId: string;
  readonly manifest: ReceiptManifest;
  /** Ed25519 over `canonicalJson(manifest)` in UTF-8: 128 hex digits, lower case. */
  readonly signature: string;
}

const MEMBERS = 'format,keyId,manifest,signature';

/** Writes the file in its one form: keys sorted, two spaces, a line break at the end. */
export function writeReceiptFile(file: ReceiptFile): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(file)), null, 2)}\n`;
}

/**
 * Reads a receipt file; null for anything that `writeReceiptFile` would not have written exactly so. Every byte of
 * the file counts, also a space: one that was changed is never taken for the original.
 */
export function readReceiptFile(text: string): ReceiptFile | null {
  try {
    const file: unknown = JSON.parse(text);
    return isReceiptFile(file) && writeReceiptFile(file) === text ? file : null;
  } catch {
    // no JSON, or nested deeper than a receipt can be
    return null;
  }
}

function isReceiptFile(value: unknown): value is ReceiptFile {
  if (!isObject(value) || !isObject(value['manifest'])) return false;
  const { format, keyId, manifest, signature } = value;
  return (
    Object.keys(value).sort().join() === MEMBERS &&
    format === RECEIPT_FILE_FORMAT &&
    /^[0-9a-f]{32}$/.test(String(keyId)) &&
    /^[0-9a-f]{128}$/.test(String(signature)) &&
    (manifest as Record<string, unknown>)['format'] === RECEIPT_FORMAT // an object, checked just above
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
