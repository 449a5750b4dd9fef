import { createPublicKey, verify } from 'node:crypto';
import { canonicalJson, readReceiptFile, type ReceiptManifest } from '@htsm/domain';
import type { ReceiptKey } from './receipt-signer';

/** Gives what a receipt file says when one of `keys` signed exactly this, else null; never throws for what is no receipt. */
export function verifyReceipt(text: string, keys: readonly ReceiptKey[]): ReceiptManifest | null {
  const file = readReceiptFile(text);
  const key = keys.find(({ id }) => id === file?.keyId);
  if (file === null || key === undefined) return null;
  const signed = Buffer.from(canonicalJson(file.manifest));
  const isGenuine = verify(null, signed, createPublicKey(key.pem), Buffer.from(file.signature, 'hex'));
  return isGenuine ? file.manifest : null;
}
