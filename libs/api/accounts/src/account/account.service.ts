import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, RateLimiter, ValidationFailed, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { AccountDto, ChangeAccountDto, ChangePasswordDto } from '../dto/account.dto';
import { refuseWeakPassword } from '../passwords/password-field';
import { PasswordHasher } from '../passwords/password-hasher';
import { ReplacePassword } from '../passwords/replace-password';
import { UserEntity } from './user.entity';

/** The person's own account. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly hasher: PasswordHasher,
    private readonly replacePassword: ReplacePassword,
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
      await this.events.append(tx, { type: 'account.changed', subjectType: 'user', subjectId: actor.userId, actorId: actor.userId });
      return accountOf(tx, actor);
    });
  }

  /** Ends every other session; throws ValidationFailed when the present password is wrong or the new one is weak. */
  async changePassword(actor: UserActor, input: ChangePasswordDto): Promise<void> {
    await this.limiter.hit(LIMITS.passwordAccount, actor.userId);
    const row = await this.database.as(actor, (tx) =>
      tx.row<{ password_hash: string }>('SELECT password_hash FROM user_credential WHERE user_id = $1', [actor.userId]),
    );
    const isRight = await this.hasher.fits(input.current, row?.password_hash ?? null);
    if (!isRight) throw new ValidationFailed([{ path: 'current', code: 'password_wrong' }]);
    const organisationNames = actor.organisations.map((organisation) => organisation.name);
    refuseWeakPassword('next', input.next, { ...actor, organisationNames });
    const passwordHash = await this.hasher.hash(input.next);
    const owner = { id: actor.userId, email: actor.email, name: actor.name, locale: actor.locale };
    await this.database.as(actor, (tx) =>
      this.replacePassword.run(tx, owner, { passwordHash, keepSessionId: actor.sessionId, causeId: randomUUID() }),
    );
  }
}

async function accountOf(tx: Tx, actor: UserActor): Promise<AccountDto> {
  const user = await tx.of(UserEntity).findOneBy({ id: actor.userId });
  if (user === null) throw new NotFound();
  return { id: user.id, email: user.email, name: user.name, locale: user.locale, version: user.version };
}
