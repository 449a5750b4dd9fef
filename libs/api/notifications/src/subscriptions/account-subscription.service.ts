import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NO_QUIET_DAYS } from '@htsm/domain';
import { Database, EventLog, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import { replaceInterests } from './interests.repository';
import type { AccountSubscriptionChoicesDto, AccountSubscriptionDto } from './subscription.dto';
import {
  giveToUser,
  insertOfUser,
  lockOfUser,
  ofAddress,
  toSubscriptionDto,
  update,
  type SubscriptionRow,
} from './subscriptions.repository';

/** The subscription of a signed-in person; their address is confirmed already, so it is active at once. */
@Injectable()
export class AccountSubscriptionService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  async read(actor: UserActor): Promise<AccountSubscriptionDto> {
    await this.adopt(actor);
    return this.database.as(actor, async (tx) => answer(tx, await lockOfUser(tx, actor.userId)));
  }

  /** Makes or changes the subscription. Throws VersionConflict when it changed since it was read. */
  async choose(actor: UserActor, input: AccountSubscriptionChoicesDto): Promise<AccountSubscriptionDto> {
    await this.adopt(actor);
    return this.database.as(actor, async (tx) => {
      const row = await lockOfUser(tx, actor.userId);
      if (row !== null && input.version !== undefined && input.version !== row.version)
        throw new VersionConflict(await toSubscriptionDto(tx, row));
      const settings = { locale: input.locale, quiet: input.quiet ?? NO_QUIET_DAYS };
      const owner = { id: randomUUID(), userId: actor.userId, email: actor.email };
      const kept =
        row === null ? await insertOfUser(tx, owner, settings) : await update(tx, row.id, 'active', settings);
      if (kept === null) return { subscription: null };
      await replaceInterests(tx, kept.id, input.interests, input.locale);
      if (row === null) await this.log(tx, actor, kept, 'subscription.confirmed');
      return answer(tx, kept);
    });
  }

  /** Ends the mails; doing it again changes nothing. */
  async end(actor: UserActor): Promise<AccountSubscriptionDto> {
    await this.adopt(actor);
    return this.database.as(actor, async (tx) => {
      const row = await lockOfUser(tx, actor.userId);
      if (row === null || row.state === 'unsubscribed') return answer(tx, row);
      await this.log(tx, actor, row, 'subscription.ended');
      return answer(tx, await update(tx, row.id, 'unsubscribed', row));
    });
  }

  /** A subscription that the person once made with the address alone becomes theirs. */
  private async adopt(actor: UserActor): Promise<void> {
    const known = await this.database.as(actor, async (tx) =>
      (await lockOfUser(tx, actor.userId)) === null ? ofAddress(tx, actor.email) : null,
    );
    if (known === null) return;
    await this.database.as({ kind: 'token', tokenId: known.id }, (tx) => giveToUser(tx, known.id, actor.userId));
  }

  private async log(tx: Tx, actor: UserActor, row: SubscriptionRow, type: string): Promise<void> {
    await this.events.append(tx, { type, subjectType: 'subscription', subjectId: row.id, actorId: actor.userId });
  }
}

async function answer(tx: Tx, row: SubscriptionRow | null): Promise<AccountSubscriptionDto> {
  return { subscription: row === null ? null : await toSubscriptionDto(tx, row) };
}
