import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, EventLog, MailOutbox, NotFound, type UserActor } from '@htsm/api/core';
import { OwnAccount } from '../accounts.errors';

/** What an administrator switches on somebody's account: the function that does it, its event and its mail. */
const SWITCHES = {
  disable: { sql: 'SELECT admin_disable($1) AS done', event: 'account.disabled', mail: 'account_disabled' },
  enable: { sql: 'SELECT admin_enable($1) AS done', event: 'account.enabled', mail: 'account_enabled' },
  clearFactors: {
    sql: 'SELECT admin_clear_factors($1) AS done',
    event: 'account.factors_cleared',
    mail: 'factors_cleared',
  },
} as const;

/** Switching somebody's account off and on, and clearing second factors that were lost. */
@Injectable()
export class AccountSwitches {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly outbox: MailOutbox,
  ) {}

  /** Nothing happens when it was so already. The person is told by mail. Throws NotFound and OwnAccount. */
  async run(actor: UserActor, userId: string, change: keyof typeof SWITCHES): Promise<void> {
    if (userId === actor.userId) throw new OwnAccount();
    const { sql, event, mail } = SWITCHES[change];
    await this.database.as(actor, async (tx) => {
      const person = await tx.row<{ email: string; name: string; locale: Locale }>(
        'SELECT email, name, locale FROM app_user WHERE id = $1',
        [userId],
      );
      if (person === null) throw new NotFound();
      const row = await tx.row<{ done: boolean }>(sql, [userId]);
      if (row?.done !== true) return;
      await this.events.append(tx, { type: event, subjectType: 'user', subjectId: userId, actorId: actor.userId });
      await this.outbox.enqueue(tx, {
        kind: mail,
        to: { userId, ...person },
        variables: { name: person.name },
        dedupeKey: `${mail}:${randomUUID()}`,
      });
    });
  }
}
