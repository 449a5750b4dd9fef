import { createHash, createPrivateKey, createPublicKey, hkdfSync, randomInt, sign, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, receiptManifest, type ReceiptFacts } from '@htsm/domain';
import { CONFIG, type Config } from '@htsm/api/core';

/** Letters and digits that cannot be read as one another (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_SIGNS = 8;
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, 7 and 10.3). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const KEY_ID_DIGITS = 32;

/** A manifest as it is kept: the text that was signed, its hash, the signature (hex) and the key that checks it. */
export interface SignedManifest {
  readonly manifest: string;
  readonly sha256: string;
  readonly signature: string;
  readonly keyId: string;
}

/** A public key as it is published. */
export interface ReceiptKey {
  /** The first 32 hex digits of the SHA-256 of the key in DER. */
  readonly id: string;
  /** The key in PEM (SubjectPublicKeyInfo). */
  readonly pem: string;
}

/** Signs receipts with Ed25519; the private key is derived from the application secret and never leaves the process. */
@Injectable()
export class ReceiptSigner {
  private readonly privateKey: KeyObject;
  /** The public half of the key that signs now. */
  readonly key: ReceiptKey;

  constructor(@Inject(CONFIG) config: Config) {
    const seed = Buffer.from(hkdfSync('sha256', config.appSecret, '', 'htsm-receipt-signing-key/1', 32));
    this.privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
    const publicKey = createPublicKey(this.privateKey);
    this.key = {
      id: sha256(publicKey.export({ type: 'spki', format: 'der' })).slice(0, KEY_ID_DIGITS),
      pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    };
  }

  /** Gives a fresh number such as `HTSM-2026-7K3M-9QXA`: random, because counting on would tell how many others submitted. */
  number(at: Date): string {
    const signs = Array.from({ length: RANDOM_SIGNS }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
    return `HTSM-${at.getUTCFullYear()}-${signs.slice(0, 4)}-${signs.slice(4)}`;
  }

  /** Writes and signs the manifest of a submission. */
  sign(facts: ReceiptFacts): SignedManifest {
    const manifest = canonicalJson(receiptManifest(facts, sha256));
    const signature = sign(null, Buffer.from(manifest), this.privateKey).toString('hex');
    return { manifest, sha256: sha256(manifest), signature, keyId: this.key.id };
  }
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
