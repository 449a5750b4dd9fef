/** What a program elsewhere can be told of; `challenge.closed` also when it was cancelled. */
export const WEBHOOK_KINDS = [
  'challenge.opened',
  'challenge.changed',
  'challenge.closed',
  'challenge.matched',
] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** The kind of a message that only shows that the address works. */
export const WEBHOOK_TEST_KIND = 'webhook.test';

/** How far a message is: waiting for its (next) attempt, taken by the other side, or given up. */
export const DELIVERY_STATES = ['queued', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
/** The waits that the Standard Webhooks specification advises; together a little over three days. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;
/** How much longer a wait may be than listed, as a share, so that messages do not all come back at once. */
const JITTER = 0.2;

/** An address that failed for so long, without one success, is switched off. */
export const MOST_FAILING_MS = 3 * 24 * HOUR_MS;

/** How long a secret that was replaced still signs along. */
export const OLD_SECRET_HOURS = 24;

/** Gives how long to wait after so many failed attempts, in milliseconds; null when it was the last. `random` is in 0..1. */
export function waitAfter(attempts: number, random: number): number | null {
  const wait = WAITS_MS[attempts - 1];
  return wait === undefined ? null : Math.round(wait * (1 + JITTER * random));
}
