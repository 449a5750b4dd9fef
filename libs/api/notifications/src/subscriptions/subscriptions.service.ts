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
import { NO_QUIET_DAYS } from '@htsm/domain';
import { MOST_INTERESTS } from './interest.dto';
import {
  askAnew,
  confirmInterest,
  insertInterest,
  interestsOf,
  isSame,
  removeInterests,
  replaceInterests,
} from './interests.repository';
import type { ManageSubscriptionDto, SubscribeDto, SubscriptionDto, SubscriptionState } from './subscription.dto';
import { SubscriptionMails } from './subscription-mails';
import { SubscriptionLinkUnknown, SubscriptionNotConfirmed } from './subscriptions.errors';
import {
  insertPending,
  lockById,
  ofAddress,
  ofInterest,
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

  /** Mails the address a question to confirm, or the news that it has this interest already; the asker learns neither. */
  async subscribe(visitor: string, input: SubscribeDto): Promise<void> {
    await this.mails.limit(visitor, input.email);
    const known = await this.database.as(ANONYMOUS, (tx) => ofAddress(tx, input.email));
    const id = known?.id ?? randomUUID();
    await this.database.as(holder(id), async (tx) => {
      if (known === null && !(await insertPending(tx, id, input.email, input.locale))) return;
      const row = await lockById(tx, id);
      if (row !== null) await this.ask(tx, row, input);
    });
  }

  /** Makes an interest count and the subscription active, once and within a week; again gives the same. Throws SubscriptionLinkUnknown. */
  async confirm(token: string): Promise<SubscriptionDto> {
    const interestId = readLinkToken(this.config.appSecret, 'confirm_subscription', token);
    if (interestId === null) throw new SubscriptionLinkUnknown();
    const id = await this.database.as(ANONYMOUS, (tx) => ofInterest(tx, interestId));
    if (id === null) throw new SubscriptionLinkUnknown();
    return this.locked(id, async (tx, row) => {
      const interest = (await interestsOf(tx, id)).find((one) => one.id === interestId);
      if (interest === undefined || interest.isStale) throw new SubscriptionLinkUnknown();
      const isConfirmed = interest.confirmedAt !== null;
      if (isConfirmed && row.state === 'active') return row;
      // an old mail does not bring back somebody who left
      if (isConfirmed || row.state === 'unsubscribed' || row.state === 'bounced') throw new SubscriptionLinkUnknown();
      await confirmInterest(tx, interestId);
      if (row.state !== 'active') await removeInterests(tx, id, 'confirmed', interestId);
      return this.step(tx, row, 'active', 'subscription.confirmed');
    });
  }

  /** Throws SubscriptionLinkUnknown. */
  async read(token: string): Promise<SubscriptionDto> {
    return this.withLink('manage_subscription', token, async (_, row) => row);
  }

  /** Changes the choices; somebody who had left is back with that. Throws SubscriptionLinkUnknown, SubscriptionNotConfirmed, VersionConflict. */
  async change({ token, ...input }: ManageSubscriptionDto): Promise<SubscriptionDto> {
    return this.withLink('manage_subscription', token, async (tx, row) => {
      if (row.state === 'pending') throw new SubscriptionNotConfirmed();
      if (row.version !== input.version) throw new VersionConflict(await toSubscriptionDto(tx, row));
      await replaceInterests(tx, row.id, input.interests, input.locale);
      return existing(
        await update(tx, row.id, 'active', { locale: input.locale, quiet: input.quiet ?? NO_QUIET_DAYS }),
      );
    });
  }

  /** Ends the mails, by either link; doing it again changes nothing. Throws SubscriptionLinkUnknown. */
  async unsubscribe(token: string): Promise<SubscriptionDto> {
    const isOneClick = readLinkToken(this.config.appSecret, 'one_click', token) !== null;
    return this.withLink(isOneClick ? 'one_click' : 'manage_subscription', token, async (tx, row) =>
      row.state === 'unsubscribed' ? row : this.step(tx, row, 'unsubscribed', 'subscription.ended'),
    );
  }

  /** Keeps the wish until it is confirmed; one that is there already is only told about, as is one too many. */
  private async ask(tx: Tx, row: SubscriptionRow, input: SubscribeDto): Promise<void> {
    await removeInterests(tx, row.id, 'stale', null);
    const interests = await interestsOf(tx, row.id);
    const same = interests.find(
      (interest) => isSame(interest, input) && (row.state === 'active' || interest.confirmedAt === null),
    );
    const isKnown = same !== undefined && same.confirmedAt !== null;
    if (isKnown || (same === undefined && row.state === 'active' && interests.length >= MOST_INTERESTS))
      return this.mails.tellSubscribed(tx, row, input.locale);
    const isAsked = row.state === 'active' || (row.state === 'pending' && row.locale === input.locale);
    const settings = { locale: input.locale, quiet: row.quiet };
    const asked = isAsked ? row : existing(await update(tx, row.id, 'pending', settings));
    if (same !== undefined) await askAnew(tx, same.id);
    const interestId = same?.id ?? (await insertInterest(tx, row.id, input, input.locale));
    await this.mails.askToConfirm(tx, asked, { ...input, id: interestId });
  }

  private async withLink(
    purpose: LinkPurpose,
    token: string,
    work: (tx: Tx, row: SubscriptionRow) => Promise<SubscriptionRow>,
  ): Promise<SubscriptionDto> {
    const id = readLinkToken(this.config.appSecret, purpose, token);
    if (id === null) throw new SubscriptionLinkUnknown();
    return this.locked(id, work);
  }

  private locked(
    id: string,
    work: (tx: Tx, row: SubscriptionRow) => Promise<SubscriptionRow>,
  ): Promise<SubscriptionDto> {
    return this.database.as(holder(id), async (tx) => {
      const row = await lockById(tx, id);
      if (row === null) throw new SubscriptionLinkUnknown();
      return toSubscriptionDto(tx, await work(tx, row));
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
