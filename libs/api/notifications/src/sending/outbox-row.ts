import type { Locale } from '@htsm/domain';

/** A mail that this process has claimed. */
export interface ClaimedMail {
  readonly id: string;
  /** Number of the sender that claimed it. */
  readonly sender: number;
  readonly kind: string;
  readonly toEmail: string;
  readonly locale: Locale;
  readonly variables: object;
  readonly messageId: string;
  readonly queuedAt: Date;
  /** How often the relay has put this mail off. */
  readonly attempts: number;
  readonly subscriptionId: string | null;
  /** State of the subscription at this moment; null when the mail has none, or it is gone. */
  readonly subscriptionState: string | null;
}

/** A row in the hands of a sender; what is written about it counts only while it is. */
export type Claim = Pick<ClaimedMail, 'id' | 'sender'>;

/** Columns of a ClaimedMail, for a statement in which the outbox is called `m`. */
export const CLAIMED_COLUMNS = `m.id, m.claimed_by AS sender, m.kind, m.to_email AS "toEmail", m.locale, m.variables, m.message_id AS "messageId",
  m.created_at AS "queuedAt", m.attempts, m.subscription_id AS "subscriptionId",
  (SELECT s.state FROM subscription s WHERE s.id = m.subscription_id) AS "subscriptionState"`;

/** Whether a mail may still go to its subscription: nothing but the question to confirm goes to an unconfirmed one. */
export function maySendTo(mail: Pick<ClaimedMail, 'kind' | 'subscriptionId' | 'subscriptionState'>): boolean {
  if (mail.subscriptionId === null) return true;
  return mail.subscriptionState === (mail.kind === 'confirm_subscription' ? 'pending' : 'active');
}
