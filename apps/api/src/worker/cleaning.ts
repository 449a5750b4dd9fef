import type { DataSource } from 'typeorm';
import type { RoleSessionTerms } from '@htsm/api/core';

/** What has served its time, and when: statements that delete nothing anybody still needs. */
const EXPIRED: readonly string[] = [
  `DELETE FROM account_token WHERE expires_at < htsm_now() - interval '7 days'`,
  'DELETE FROM idempotency_key WHERE expires_at < htsm_now()',
  'DELETE FROM rate_limit WHERE resets_at < htsm_now()',
  // somebody who never confirmed never agreed to be kept
  `DELETE FROM subscription WHERE state = 'pending' AND confirmed_at IS NULL AND created_at < htsm_now() - interval '30 days'`,
  `DELETE FROM notice n WHERE n.created_at < htsm_now() - interval '1 year'
     AND NOT EXISTS (SELECT FROM mail_outbox m WHERE m.id = n.id AND m.state = 'waiting')`,
  `DELETE FROM webhook_delivery WHERE state <> 'queued' AND created_at < htsm_now() - interval '30 days'`,
  `DELETE FROM webhook_event WHERE handed_out_at < htsm_now() - interval '1 day'`,
];

/** Deletes ended sessions, expired links and counters, and subscriptions that were never confirmed. */
export async function clean(source: DataSource, roleSession: RoleSessionTerms): Promise<void> {
  await source.query('DELETE FROM session s WHERE session_end(s, $1, $2) < htsm_now()', [
    roleSession.idleHours,
    roleSession.longestHours,
  ]);
  for (const statement of EXPIRED) await source.query(statement);
}
