import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';

const IV_BYTES = 16;

/**
 * Hides a row's number from whoever gets it: numbers of one sequence tell by their gaps how many rows there are that the
 * reader may not see. The same number always gives the same text, so it can be an id.
 */
export function sealNumber(appSecret: string, purpose: string, number: string): string {
  const iv = syntheticIv(appSecret, purpose, number);
  const cipher = createCipheriv('aes-256-ctr', key(appSecret, purpose), iv);
  return Buffer.concat([iv, cipher.update(number.padStart(20, '0')), cipher.final()]).toString('base64url');
}

/** Gives the number that was sealed for this purpose, or null for anything that we did not seal. */
export function openNumber(appSecret: string, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= IV_BYTES) return null;
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-ctr', key(appSecret, purpose), iv);
  const opened = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]).toString('latin1');
  if (!/^\d{20}$/.test(opened)) return null;
  const number = opened.replace(/^0+(?=\d)/, '');
  return timingSafeEqual(iv, syntheticIv(appSecret, purpose, number)) ? number : null;
}

function key(appSecret: string, purpose: string): Buffer {
  return createHmac('sha256', appSecret).update(`seal:${purpose}`).digest();
}

function syntheticIv(appSecret: string, purpose: string, number: string): Buffer {
  return createHmac('sha256', key(appSecret, purpose)).update(number).digest().subarray(0, IV_BYTES);
}
