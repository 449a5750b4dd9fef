import type { DataSource } from 'typeorm';
import { signIns } from './content/people';

/** How far back mails of the story still reach the mailbox. */
const RECENT_DAYS = 3;

/**
 * Keeps the mails of the past from flooding the mailbox: all but the last days' to the sign-ins, and questions to
 * confirm a subscription, are marked as suppressed with the reason "demo". Digests that are due are written by the worker.
 */
export async function quietOutbox(owner: DataSource): Promise<void> {
  await owner.query(
    `UPDATE mail_outbox SET state = 'suppressed', last_error = 'demo' WHERE state = 'queued' AND NOT (
       created_at > htsm_now() - $1 * interval '1 day' AND (to_email = ANY ($2::citext[]) OR kind = 'confirm_subscription'))`,
    [RECENT_DAYS, signIns.map(({ email }) => email)],
  );
}
