import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RECEIPT_FORMAT, canonicalJson, receiptManifest, type ReceiptFacts } from '@htsm/domain';
import { CONFIG, type Config } from '@htsm/api/core';

/** Letters and digits that cannot be read as one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SIGNS = 8;

/** A manifest as it is kept: the text that was signed, its hash and the signature. */
export interface SignedManifest {
  readonly manifest: string;
  readonly sha256: string;
  readonly signature: string;
}

/** What a genuine receipt says of itself. */
export interface GenuineReceipt {
  readonly number: string;
  readonly submittedAt: string;
}

/** Makes and recognises receipts: an HMAC-SHA-256 over the manifest, with a key derived from the application secret. */
@Injectable()
export class ReceiptSigner {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.key = createHmac('sha256', config.appSecret).update('proposal-receipt:1').digest();
  }

  /** Gives a fresh number such as `HTSM-2026-7K3M-9QXA`: random, because counting on would tell how many others submitted. */
  number(at: Date): string {
    const signs = Array.from({ length: RANDOM_SIGNS }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
    return `HTSM-${at.getUTCFullYear()}-${signs.slice(0, 4)}-${signs.slice(4)}`;
  }

  /** Writes and signs the manifest of a submission. */
  sign(facts: ReceiptFacts): SignedManifest {
    const manifest = canonicalJson(receiptManifest(facts, sha256));
    return { manifest, sha256: sha256(manifest), signature: this.signature(manifest).toString('base64url') };
  }

  /** Gives what the receipt says when we signed it, else null; spaces and order of keys in the text do not matter. */
  verify(manifest: string, signature: string): GenuineReceipt | null {
    const facts = parse(manifest);
    if (facts === null) return null;
    const expected = this.signature(facts.canonical);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
    return { number: facts.number, submittedAt: facts.submittedAt };
  }

  private signature(manifest: string): Buffer {
    return createHmac('sha256', this.key).update(manifest).digest();
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function parse(manifest: string): { canonical: string; number: string; submittedAt: string } | null {
  try {
    const value: unknown = JSON.parse(manifest);
    if (typeof value !== 'object' || value === null) return null;
    const canonical = canonicalJson(value);
    const { format, number, submittedAt } = value as Record<string, unknown>; // any object can be read by key
    if (format !== RECEIPT_FORMAT || typeof number !== 'string' || typeof submittedAt !== 'string') return null;
    return { canonical, number, submittedAt };
  } catch {
    // no JSON, or nested deeper than any manifest: not one of ours
    return null;
  }
}
