import { Injectable } from '@nestjs/common';
import { Database, RateLimiter, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import { WrongProof } from '../accounts.errors';
import { LIMITS } from '../accounts.limits';
import type { ProofDto } from '../dto/account.dto';
import { PasswordHasher } from '../passwords/password-hasher';
import { FactorRows } from '../second-factors/factor-rows';

/** Showing once more who one is, in a session that is open already. */
@Injectable()
export class ProveYourself {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly hasher: PasswordHasher,
    private readonly factors: FactorRows,
  ) {}

  /** With the password or a code; throws ValidationFailed at the one that was given, and TooManyAttempts. */
  async run(actor: UserActor, proof: ProofDto): Promise<void> {
    await this.limiter.hit(LIMITS.passwordAccount, actor.userId);
    if (proof.code !== undefined) {
      const { code } = proof;
      await this.database.as(actor, async (tx) => {
        const isRight = await this.factors.useCode(tx, actor.userId, code);
        if (!isRight) throw new WrongProof('code', 'code_wrong');
        await markProven(tx, actor);
      });
    } else await this.byPassword(actor, proof.password);
    await this.limiter.forget(LIMITS.passwordAccount, actor.userId);
  }

  private async byPassword(actor: UserActor, password: string | undefined): Promise<void> {
    if (password === undefined) throw new ValidationFailed([{ path: 'password', code: 'required' }]);
    const row = await this.database.as(actor, (tx) =>
      tx.row<{ password_hash: string }>('SELECT password_hash FROM user_credential WHERE user_id = $1', [actor.userId]),
    );
    const isRight = await this.hasher.fits(password, row?.password_hash ?? null);
    if (!isRight) throw new WrongProof('password', 'password_wrong');
    await this.database.as(actor, (tx) => markProven(tx, actor));
  }
}

async function markProven(tx: Tx, actor: UserActor): Promise<void> {
  await tx.run('UPDATE session SET authenticated_at = htsm_now() WHERE id = $1', [actor.sessionId]);
}
