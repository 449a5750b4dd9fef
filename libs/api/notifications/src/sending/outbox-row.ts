import type { Locale } from '@htsm/domain';
import type { EditedMails } from '../mail/mail-voice';

/** A mail that this process has claimed. */
export interface ClaimedMail {
  readonly id: string;
  /** Number of the sender that claimed it. */
  readonly sender: number;
  readonly kind: string;
  readonly toEmail: string;
  readonly locale: Locale;
  readonly variables: object;
  /** Sentences that an administrator changed, as they were when the mail was first written. */
  readonly texts: EditedMails;
  readonly messageId: string;
  readonly queuedAt: Date;
  /** How often the relay has put this mail off. */
  readonly attempts: number;
  readonly subscriptionId: string | null;
  /** State of the subscription at this moment; null when the mail has none, or it is gone. */
  readonly subscriptionState: string | null;
  /** Why nothing goes to this address any more (`refused`, `bounced`, `complained`); null for any other address. */
  readonly suppression: string | null;
}

/** A row in the hands of a sender; what is written about it counts only while it is. */
export type Claim = Pick<ClaimedMail, 'id' | 'sender'>;

/** A mail that the relay may or may not have. */
export interface UncertainMail extends Claim {
  readonly kind: string;
  readonly messageId: string;
  /** When the relay was told that the message is complete. */
  readonly handoverAt: Date;
}

/** Columns of a ClaimedMail, for a statement in which the outbox is called `m`. */
export const CLAIMED_COLUMNS = `m.id, m.claimed_by AS sender, m.kind, m.to_email AS "toEmail", m.locale, m.variables, m.written_texts AS texts, m.message_id AS "messageId",
  m.created_at AS "queuedAt", m.attempts, m.subscription_id AS "subscriptionId",
  (SELECT s.state FROM subscription s WHERE s.id = m.subscription_id) AS "subscriptionState",
  (SELECT x.reason FROM mail_suppression x WHERE x.email = m.to_email) AS suppression`;

/**
 * Why a mail may not go out, or null when it may. Nothing goes to an address that refused or bounced; who complained gets
 * no more digests, but still what they asked for themselves. To an unconfirmed subscription goes only the question to confirm.
 */
export function reasonNotToSend(
  mail: Pick<ClaimedMail, 'kind' | 'subscriptionId' | 'subscriptionState' | 'suppression'>,
): string | null {
  if (mail.suppression !== null && (mail.suppression !== 'complained' || mail.kind === 'digest'))
    return mail.suppression;
  if (mail.subscriptionId === null) return null;
  if (mail.kind === 'confirm_subscription' && mail.subscriptionState === 'pending') return null;
  return mail.subscriptionState === 'active' ? null : (mail.subscriptionState ?? 'unsubscribed');
}

/**
 * Whether a mail whose fate nobody can tell goes out again, under its own Message-ID. A lost receipt or deadline harms more
 * than a second copy; a digest is only news, so it waits for an administrator.
 */
export function isWorthASecondCopy(kind: string): boolean {
  return kind !== 'digest';
}
