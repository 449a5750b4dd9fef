import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '@htsm/api/core/testing';

/** What a mail of a test may differ in. */
export interface MailValues {
  kind?: string;
  to?: string;
  state?: string;
  locale?: 'nl' | 'en';
  variables?: object;
  subscriptionId?: string;
}

/** Puts a mail into the outbox in any state; gives its id. */
export async function makeMail(database: TestDatabase, values: MailValues = {}): Promise<string> {
  const id = randomUUID();
  const state = values.state ?? 'queued';
  await database.asOwner(
    `INSERT INTO mail_outbox (id, kind, to_email, locale, variables, dedupe_key, message_id, subscription_id, state, accepted_at, handover_at, claimed_by, last_error)
     VALUES ($1::uuid, $2, $3, $4, $5, $1::text, '<' || $1::text || '@htsm-challenges>', $6, $7,
       CASE WHEN $7 = 'accepted' THEN htsm_now() END, CASE WHEN $7 IN ('accepted', 'uncertain') THEN clock_timestamp() END,
       CASE WHEN $7 = 'sending' THEN 1 END, CASE WHEN $7 IN ('uncertain', 'failed', 'suppressed') THEN 'why' END)`,
    [
      id,
      values.kind ?? 'account_disabled',
      values.to ?? 'anna@example.nl',
      values.locale ?? 'nl',
      values.variables ?? { name: 'Anna' },
      values.subscriptionId ?? null,
      state,
    ],
  );
  return id;
}
