import type { DataSource } from 'typeorm';

/** What has served its time, and when: statements that delete nothing anybody still needs. */
const EXPIRED: readonly string[] = [
  'DELETE FROM session WHERE expires_at < htsm_now()',
  `DELETE FROM account_token WHERE expires_at < htsm_now() - interval '7 days'`,
  'DELETE FROM idempotency_key WHERE expires_at < htsm_now()',
  'DELETE FROM rate_limit WHERE resets_at < htsm_now()',
  // somebody who never confirmed never agreed to be kept
  `DELETE FROM subscription WHERE state = 'pending' AND confirmed_at IS NULL AND created_at < htsm_now() - interval '30 days'`,
];

/** Deletes expired sessions, links, counters and subscriptions that were never confirmed. */
export async function clean(source: DataSource): Promise<void> {
  for (const statement of EXPIRED) await source.query(statement);
}
