import { Injectable } from '@nestjs/common';
import { MailOutbox, RateLimiter, type MailRecipient, type RateLimit, type Tx } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import type { SubscriptionRow } from './subscriptions.repository';

const PER_ADDRESS: RateLimit = { purpose: 'subscribe-address', hits: 5, windowS: 3600 };
const PER_VISITOR: RateLimit = { purpose: 'subscribe-visitor', hits: 30, windowS: 3600 };

/** The mails that asking for a subscription causes, and how many anybody may cause. */
@Injectable()
export class SubscriptionMails {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly limits: RateLimiter,
  ) {}

  /** Throws TooManyAttempts when this visitor, or anybody for this address, has asked too often. */
  async limit(visitor: string, email: string): Promise<void> {
    await this.limits.hit(PER_VISITOR, visitor);
    await this.limits.hit(PER_ADDRESS, email);
  }

  /** Asks the owner of the address whether they want the digest; once for each version of the choices. */
  async askToConfirm(tx: Tx, row: SubscriptionRow): Promise<void> {
    await this.outbox.enqueue(tx, {
      kind: 'confirm_subscription',
      to: recipient(row.email, row.locale),
      variables: { tokenId: row.id, themes: row.themes, frequency: row.frequency },
      dedupeKey: `confirm_subscription:${row.id}:${row.version}`,
      subscriptionId: row.id,
    });
  }

  /** Tells that the address is subscribed already; at most once an hour. */
  async tellSubscribed(tx: Tx, row: SubscriptionRow, locale: Locale): Promise<void> {
    const hour = (await tx.now()).toISOString().slice(0, 13);
    await this.outbox.enqueue(tx, {
      kind: 'already_subscribed',
      to: recipient(row.email, locale),
      variables: { frequency: row.frequency },
      dedupeKey: `already_subscribed:${row.id}:${hour}`,
      subscriptionId: row.id,
    });
  }
}

function recipient(email: string, locale: Locale): MailRecipient {
  return { userId: null, email, name: '', locale };
}
