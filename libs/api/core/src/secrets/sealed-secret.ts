import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a stored secret is for; what was sealed for one purpose does not open for another. */
export type SealPurpose = 'totp' | 'identity_provider' | 'webhook' | 'kept_answer';

/** Encrypts a secret for the database (AES-256-GCM, key derived from the application secret): nonce, tag, text. */
export function sealSecret(appSecret: string, purpose: SealPurpose, secret: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(appSecret, purpose), nonce);
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** Gives the secret back; throws when the bytes were changed, or sealed with another application secret or purpose. */
export function openSecret(appSecret: string, purpose: SealPurpose, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(appSecret, purpose), sealed.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}

/** Gives the stored form of a short code: without the application secret its few bits cannot be tried out. */
export function hashCode(appSecret: string, owner: string, code: string): Buffer {
  return createHmac('sha256', appSecret).update(`code:${owner}:${code}`).digest();
}

function keyFor(appSecret: string, purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', appSecret, 'htsm-sealed-secret', purpose, 32));
}
