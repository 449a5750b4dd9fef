import { Injectable } from '@nestjs/common';
import { MailOutbox, RateLimiter, type MailRecipient, type RateLimit, type Tx } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import type { InterestChoicesDto } from './interest.dto';
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

  /** Asks the owner of the address whether they want this interest; once for each time it was asked for. */
  async askToConfirm(
    tx: Tx,
    row: SubscriptionRow,
    interest: InterestChoicesDto & { readonly id: string },
  ): Promise<void> {
    const instant = (await tx.now()).toISOString();
    await this.outbox.enqueue(tx, {
      kind: 'confirm_subscription',
      to: recipient(row.email, row.locale),
      variables: {
        tokenId: interest.id,
        themes: interest.themes,
        regions: interest.regions,
        words: interest.words ?? '',
        frequency: interest.frequency,
      },
      dedupeKey: `confirm_subscription:${interest.id}:${instant}`,
      subscriptionId: row.id,
    });
  }

  /** Tells that the address has this already; at most once an hour. */
  async tellSubscribed(tx: Tx, row: SubscriptionRow, locale: Locale): Promise<void> {
    const hour = (await tx.now()).toISOString().slice(0, 13);
    await this.outbox.enqueue(tx, {
      kind: 'already_subscribed',
      to: recipient(row.email, locale),
      variables: {},
      dedupeKey: `already_subscribed:${row.id}:${hour}`,
      subscriptionId: row.id,
    });
  }
}

function recipient(email: string, locale: Locale): MailRecipient {
  return { userId: null, email, name: '', locale };
}
