import type { DataSource } from 'typeorm';

/** Why nothing goes to an address any more: the relay refused it, a bounce came back, or its reader called it spam. */
export type SuppressionReason = 'refused' | 'bounced' | 'complained';

/** Letters of a mail server's words that are kept. */
const WORDS_KEPT = 500;

/**
 * Stops mail to the address that a mail went to, its subscription included, and writes that down; twice is once. An address
 * that complained may turn out not to exist, never the other way round.
 */
export async function suppressAddress(
  source: DataSource,
  mailId: string,
  { reason, words }: { reason: SuppressionReason; words: string },
): Promise<void> {
  await source.query(
    `WITH suppressed AS (
       INSERT INTO mail_suppression (email, reason, mail_id, words) SELECT to_email, $2, id, $3 FROM mail_outbox WHERE id = $1
       ON CONFLICT (email) DO UPDATE SET reason = excluded.reason, mail_id = excluded.mail_id, words = excluded.words
         WHERE mail_suppression.reason = 'complained' AND excluded.reason <> 'complained'
       RETURNING email),
     stopped AS (
       UPDATE subscription s SET version = s.version + 1, unsubscribed_at = htsm_now(),
         state = CASE WHEN $2 = 'complained' THEN 'unsubscribed' ELSE 'bounced' END
       FROM suppressed x WHERE s.email = x.email AND s.state IN ('pending', 'active'))
     INSERT INTO event (type, subject_type, subject_id, reason)
     SELECT 'mail.address_suppressed', 'mail', $1::uuid, $2 FROM suppressed`,
    [mailId, reason, oneLine(words)],
  );
}

/** What a mail server says may hold anything; it is kept as one line of text. */
function oneLine(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, WORDS_KEPT);
}
