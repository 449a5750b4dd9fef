import type { MailKind } from '@htsm/api/core';
import type { DataSource } from 'typeorm';
import { signIns } from './content/people';

/** How far back mails of the story still reach the mailbox of the sign-ins. */
const RECENT_DAYS = 3;
/** Notices of the story that are older were read. */
const READ_AFTER_DAYS = 7;
/** Days for which mails that show the product well stay. */
const SHOWN_DAYS = 200;
/** Which those are. */
const WORTH_SEEING: readonly MailKind[] = [
  'review_assigned',
  'answer_released',
  'match_recorded',
  'meeting_programme',
  'appointment_told',
];

/**
 * Keeps the mails of the past from flooding the mailbox: all but a few to the sign-ins, and questions to confirm a
 * subscription, are marked as suppressed with the reason "demo"; older notices count as read. Digests that are due are written by the worker.
 */
export async function quietOutbox(owner: DataSource): Promise<void> {
  await owner.query(
    `UPDATE mail_outbox SET state = 'suppressed', last_error = 'demo' WHERE state IN ('queued', 'waiting') AND NOT (
       to_email = ANY ($1::citext[]) AND (kind = ANY ($2) AND created_at > htsm_now() - $4 * interval '1 day' OR created_at > htsm_now() - $3 * interval '1 day')
       OR kind = 'confirm_subscription' AND created_at > htsm_now() - $3 * interval '1 day')`,
    [signIns.map(({ email }) => email), WORTH_SEEING, RECENT_DAYS, SHOWN_DAYS],
  );
  await owner.query(
    `UPDATE notice SET read_at = created_at + interval '1 day' WHERE read_at IS NULL AND created_at < htsm_now() - $1 * interval '1 day'`,
    [READ_AFTER_DAYS],
  );
}
