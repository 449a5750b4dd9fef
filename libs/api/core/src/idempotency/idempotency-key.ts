import { IdempotencyKeyUnreadable } from './idempotency.errors';

const KEY = /^[\x21-\x7e]{16,200}$/;

/** How the key is described in the contract. */
export const KEY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description: 'One key per action, 16 to 200 characters; kept for a day. Another body under it is refused.',
  schema: { type: 'string', minLength: 16, maxLength: 200 },
} as const;

/** Gives the key that a request came with, or undefined; throws IdempotencyKeyUnreadable for what is no key. */
export function idempotencyKeyOf(headers: Readonly<Record<string, unknown>>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) throw new IdempotencyKeyUnreadable();
  return key;
}
