import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, RateLimiter, type UserActor } from '@htsm/api/core';
import { WrongProof } from '../accounts.errors';
import { LIMITS } from '../accounts.limits';
import type { ChangePasswordDto } from '../dto/account.dto';
import { refuseWeakPassword } from '../passwords/password-field';
import { NewPasswords } from '../passwords/new-passwords';
import { ReplacePassword } from '../passwords/replace-password';

/** A new password for somebody who knows the present one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly newPasswords: NewPasswords,
    private readonly replacePassword: ReplacePassword,
  ) {}

  /** Ends every other session; throws ValidationFailed when the present password is wrong or the new one is weak. */
  async run(actor: UserActor, input: ChangePasswordDto): Promise<void> {
    await this.limiter.hit(LIMITS.passwordAccount, actor.userId);
    const row = await this.database.as(actor, (tx) =>
      tx.row<{ password_hash: string }>('SELECT password_hash FROM user_credential WHERE user_id = $1', [actor.userId]),
    );
    const isRight = await this.newPasswords.hasher.fits(input.current, row?.password_hash ?? null);
    if (!isRight) throw new WrongProof('current', 'password_wrong');
    const organisationNames = actor.organisations.map((organisation) => organisation.name);
    refuseWeakPassword('next', input.next, { ...actor, organisationNames });
    const passwordHash = await this.newPasswords.hash('next', input.next);
    const owner = { id: actor.userId, email: actor.email, name: actor.name, locale: actor.locale };
    await this.database.as(actor, (tx) =>
      this.replacePassword.run(tx, owner, { passwordHash, keepSessionId: actor.sessionId, causeId: randomUUID() }),
    );
  }
}
