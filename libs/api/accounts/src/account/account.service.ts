import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, EventLog, NotFound, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import type { AccountDto, ChangeAccountDto } from '../dto/account.dto';
import { UserEntity } from './user.entity';

/** The person's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  read(actor: UserActor): Promise<AccountDto> {
    return this.database.as(actor, (tx) => accountOf(tx, actor));
  }

  /** Throws VersionConflict with the present account. */
  change(actor: UserActor, input: ChangeAccountDto): Promise<AccountDto> {
    return this.database.as(actor, async (tx) => {
      const changed = await tx.run(
        'UPDATE app_user SET name = $3, locale = $4, version = version + 1 WHERE id = $1 AND version = $2',
        [actor.userId, input.version, input.name, input.locale],
      );
      if (changed === 0) throw new VersionConflict(await accountOf(tx, actor));
      await this.events.append(tx, {
        type: 'account.changed',
        subjectType: 'user',
        subjectId: actor.userId,
        actorId: actor.userId,
      });
      return accountOf(tx, actor);
    });
  }

  /** Keeps the language of screens and mails. */
  async chooseLanguage(actor: UserActor, locale: Locale): Promise<void> {
    await this.database.as(actor, (tx) =>
      tx.run('UPDATE app_user SET locale = $2, version = version + 1 WHERE id = $1 AND locale <> $2', [
        actor.userId,
        locale,
      ]),
    );
  }
}

async function accountOf(tx: Tx, actor: UserActor): Promise<AccountDto> {
  const user = await tx.of(UserEntity).findOneBy({ id: actor.userId });
  if (user === null) throw new NotFound();
  return { id: user.id, email: user.email, name: user.name, locale: user.locale, version: user.version };
}
