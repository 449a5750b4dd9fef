import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** Makes a secret in the form of the Standard Webhooks specification. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** A message as it is signed. */
export interface SignedMessage {
  readonly id: string;
  readonly sentAt: Date;
  readonly payload: string;
}

/** Gives the headers of a message (Standard Webhooks 1.0): one signature for every secret that counts now. */
export function signedHeaders(
  secrets: readonly string[],
  { id, sentAt, payload }: SignedMessage,
): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
