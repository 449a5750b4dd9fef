import { Injectable } from '@nestjs/common';
import { renderSVG } from 'uqr';
import { Database, RateLimiter, ValidationFailed, type UserActor } from '@htsm/api/core';
import { requireRecentProof } from '../account/recent-proof';
import { LIMITS } from '../accounts.limits';
import type { NewAuthenticatorDto, RecoveryCodesDto } from '../dto/second-factor.dto';
import { FactorChanges } from './factor-changes';
import { FactorRows } from './factor-rows';
import { newTotpSecret, totpAddress } from './totp';

/** Setting up an authenticator app: first the secret, then the proof that the app has it. */
@Injectable()
export class EnrolAuthenticator {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly factors: FactorRows,
    private readonly changes: FactorChanges,
  ) {}

  /** Gives a new secret; what was set up before keeps working until the new app is confirmed. */
  begin(actor: UserActor): Promise<NewAuthenticatorDto> {
    const secret = newTotpSecret();
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      await this.factors.keepNext(tx, actor.userId, secret);
      return { secret, picture: renderSVG(totpAddress(secret, actor.email), { border: 2 }) };
    });
  }

  /** Puts the app in place with its first code; throws ValidationFailed when it is not its code. */
  async confirm(actor: UserActor, code: string): Promise<RecoveryCodesDto> {
    await this.limiter.hit(LIMITS.factorAccount, actor.userId);
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      const isRight = await this.factors.confirmNext(tx, actor.userId, code);
      if (!isRight) throw new ValidationFailed([{ path: 'code', code: 'code_wrong' }]);
      return this.changes.added(tx, actor, 'authenticator');
    });
  }
}
