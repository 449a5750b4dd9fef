import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  ANONYMOUS,
  CONFIG,
  Database,
  EventLog,
  VersionConflict,
  readLinkToken,
  type Config,
  type LinkPurpose,
  type TokenActor,
  type Tx,
} from '@htsm/api/core';
import type { ChangeSubscriptionDto, SubscribeDto, SubscriptionDto, SubscriptionState } from './subscription.dto';
import { SubscriptionMails } from './subscription-mails';
import { SubscriptionLinkUnknown, SubscriptionNotConfirmed } from './subscriptions.errors';
import {
  insertPending,
  lockById,
  ofAddress,
  toSubscriptionDto,
  update,
  type SubscriptionRow,
} from './subscriptions.repository';

/** Subscriptions of e-mail addresses: asked for by anyone, confirmed and changed through links mailed to the address. */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly mails: SubscriptionMails,
    private readonly events: EventLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails the address a question to confirm, or the news that it is subscribed already; the asker learns neither. */
  async subscribe(visitor: string, input: SubscribeDto): Promise<void> {
    await this.mails.limit(visitor, input.email);
    const known = await this.database.as(ANONYMOUS, (tx) => ofAddress(tx, input.email));
    const id = known?.id ?? randomUUID();
    await this.database.as(holder(id), async (tx) => {
      if (known === null && !(await insertPending(tx, id, input.email, input))) return;
      const row = await lockById(tx, id);
      if (row?.state === 'active') return this.mails.tellSubscribed(tx, row, input.locale);
      const asked = known === null ? row : await update(tx, id, 'pending', input);
      if (asked !== null) await this.mails.askToConfirm(tx, asked);
    });
  }

  /** Makes the subscription active, once and within a week; again gives the same. Throws SubscriptionLinkUnknown. */
  async confirm(token: string): Promise<SubscriptionDto> {
    return this.withLink('confirm_subscription', token, async (tx, row) => {
      if (row.state === 'active') return row;
      // an old mail does not bring back somebody who left
      if (row.state !== 'pending' || row.isStale) throw new SubscriptionLinkUnknown();
      return this.step(tx, row, 'active', 'subscription.confirmed');
    });
  }

  /** Throws SubscriptionLinkUnknown. */
  async read(token: string): Promise<SubscriptionDto> {
    return this.withLink('manage_subscription', token, async (_, row) => row);
  }

  /** Changes the choices; somebody who had left is back with that. Throws SubscriptionLinkUnknown, SubscriptionNotConfirmed, VersionConflict. */
  async change(token: string, input: ChangeSubscriptionDto): Promise<SubscriptionDto> {
    return this.withLink('manage_subscription', token, async (tx, row) => {
      if (row.state === 'pending') throw new SubscriptionNotConfirmed();
      if (row.version !== input.version) throw new VersionConflict(toSubscriptionDto(row));
      return existing(await update(tx, row.id, 'active', input));
    });
  }

  /** Ends the mails, by either link; doing it again changes nothing. Throws SubscriptionLinkUnknown. */
  async unsubscribe(token: string): Promise<SubscriptionDto> {
    const isOneClick = readLinkToken(this.config.appSecret, 'one_click', token) !== null;
    return this.withLink(isOneClick ? 'one_click' : 'manage_subscription', token, async (tx, row) =>
      row.state === 'unsubscribed' ? row : this.step(tx, row, 'unsubscribed', 'subscription.ended'),
    );
  }

  private async withLink(
    purpose: LinkPurpose,
    token: string,
    work: (tx: Tx, row: SubscriptionRow) => Promise<SubscriptionRow>,
  ): Promise<SubscriptionDto> {
    const id = readLinkToken(this.config.appSecret, purpose, token);
    if (id === null) throw new SubscriptionLinkUnknown();
    return this.database.as(holder(id), async (tx) => {
      const row = await lockById(tx, id);
      if (row === null) throw new SubscriptionLinkUnknown();
      return toSubscriptionDto(await work(tx, row));
    });
  }

  private async step(tx: Tx, row: SubscriptionRow, state: SubscriptionState, event: string): Promise<SubscriptionRow> {
    const after = existing(await update(tx, row.id, state, row));
    await this.events.append(tx, { type: event, subjectType: 'subscription', subjectId: row.id, actorId: null });
    return after;
  }
}

/** Whoever holds a link to a subscription sees that one row. */
function holder(id: string): TokenActor {
  return { kind: 'token', tokenId: id };
}

/** A row that was locked just before cannot be gone. */
function existing(row: SubscriptionRow | null): SubscriptionRow {
  if (row === null) throw new Error('A locked subscription vanished');
  return row;
}
