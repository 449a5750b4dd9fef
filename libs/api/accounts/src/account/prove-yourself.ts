import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database, RateLimiter, ValidationFailed, type UserActor } from '@htsm/api/core';
import { WrongProof } from '../accounts.errors';
import { LIMITS } from '../accounts.limits';
import type { ProofDto } from '../dto/account.dto';
import { PasswordHasher } from '../passwords/password-hasher';
import { FactorRows } from '../second-factors/factor-rows';
import { renewSession } from '../sessions/renew-session';
import { setSessionCookie } from '../sessions/session-cookie';

/** Showing once more who one is, in a session that is open already. */
@Injectable()
export class ProveYourself {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly hasher: PasswordHasher,
    private readonly factors: FactorRows,
  ) {}

  /**
   * With the password or a code; the browser gets another secret for its session. Throws ValidationFailed at the one that
   * was given, and TooManyAttempts.
   */
  async run(actor: UserActor, proof: ProofDto, reply: FastifyReply): Promise<void> {
    await this.limiter.hit(LIMITS.passwordAccount, actor.userId);
    const token = await (proof.code === undefined
      ? this.byPassword(actor, proof.password)
      : this.byCode(actor, proof.code));
    await this.limiter.forget(LIMITS.passwordAccount, actor.userId);
    if (token !== null) setSessionCookie(reply, token);
  }

  private byCode(actor: UserActor, code: string): Promise<string | null> {
    return this.database.as(actor, async (tx) => {
      const isRight = await this.factors.useCode(tx, actor.userId, code);
      if (!isRight) throw new WrongProof('code', 'code_wrong');
      return renewSession(tx, actor);
    });
  }

  private async byPassword(actor: UserActor, password: string | undefined): Promise<string | null> {
    if (password === undefined) throw new ValidationFailed([{ path: 'password', code: 'required' }]);
    const row = await this.database.as(actor, (tx) =>
      tx.row<{ password_hash: string }>('SELECT password_hash FROM user_credential WHERE user_id = $1', [actor.userId]),
    );
    const isRight = await this.hasher.fits(password, row?.password_hash ?? null);
    if (!isRight) throw new WrongProof('password', 'password_wrong');
    return this.database.as(actor, (tx) => renewSession(tx, actor));
  }
}
