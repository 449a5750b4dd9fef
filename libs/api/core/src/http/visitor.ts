import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Header in which the rendering of a page tells the API, in the same process, for whom it asks. */
export const VISITOR_HEADER = 'x-htsm-visitor';

/** Known to this process only: who sends the header from outside cannot sign it. */
const KEY = randomBytes(32);

/** Gives the value of the header for a page that is rendered for this network address. */
export function vouchFor(address: string): string {
  return `${address} ${signatureOf(address)}`;
}

/** Gives the network address of whoever reads, also while a page is rendered for them. */
export function visitorOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): string {
  const [address = '', signature = ''] = String(headers[VISITOR_HEADER] ?? '').split(' ');
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(address))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? address : ip;
}

function signatureOf(address: string): string {
  return createHmac('sha256', KEY).update(address).digest('base64url');
}
