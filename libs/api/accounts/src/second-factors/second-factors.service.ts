import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, NotFound, type Config, type Tx, type UserActor } from '@htsm/api/core';
import { requireRecentProof } from '../account/recent-proof';
import { LastFactor } from '../accounts.errors';
import type { PasskeyDto, RecoveryCodesDto, SecondFactorsDto } from '../dto/second-factor.dto';
import { FactorChanges } from './factor-changes';
import { FactorRows } from './factor-rows';
import type { PasskeyListRow } from './passkey-rows';

/** What a person can show besides the password. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly factors: FactorRows,
    private readonly changes: FactorChanges,
  ) {}

  read(actor: UserActor): Promise<SecondFactorsDto> {
    return this.database.as(actor, async (tx) => {
      const authenticator = await this.factors.authenticator(tx, actor.userId);
      return {
        authenticator: authenticator && {
          addedAt: authenticator.added_at.toISOString(),
          lastUsedAt: authenticator.last_used_at?.toISOString() ?? null,
        },
        passkeys: (await this.factors.passkeys.list(tx, actor.userId)).map(passkeyDto),
        recoveryCodesLeft: await this.factors.recoveryCodes.left(tx, actor.userId),
        isRequired: this.isRequired(actor),
      };
    });
  }

  /** Takes the app away; throws NotFound, and LastFactor when a role needs it. */
  removeAuthenticator(actor: UserActor): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      const isRemoved = await this.factors.removeAuthenticator(tx, actor.userId);
      if (!isRemoved) throw new NotFound();
      await this.afterRemoval(tx, actor, 'authenticator');
    });
  }

  /** Takes a passkey away; throws NotFound, and LastFactor when a role needs it. */
  removePasskey(actor: UserActor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      const isRemoved = await this.factors.passkeys.remove(tx, actor.userId, id);
      if (!isRemoved) throw new NotFound();
      await this.afterRemoval(tx, actor, 'passkey');
    });
  }

  /** Makes new recovery codes; the earlier ones no longer work. Throws NotFound without a factor to recover. */
  renewRecoveryCodes(actor: UserActor): Promise<RecoveryCodesDto> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      if ((await this.factors.methods(tx, actor.userId)).length === 0) throw new NotFound();
      return this.changes.recoveryCodesRenewed(tx, actor);
    });
  }

  private async afterRemoval(tx: Tx, actor: UserActor, factor: string): Promise<void> {
    if ((await this.factors.methods(tx, actor.userId)).length === 0) {
      if (this.isRequired(actor)) throw new LastFactor();
      await this.factors.recoveryCodes.forget(tx, actor.userId);
      await tx.run('UPDATE session SET second_factor_at = NULL WHERE id = $1', [actor.sessionId]);
    }
    await this.changes.removed(tx, actor, factor);
  }

  private isRequired(actor: UserActor): boolean {
    return this.config.isSecondFactorRequired && (actor.bodies.length > 0 || actor.owesSecondFactor === true);
  }
}

function passkeyDto(row: PasskeyListRow): PasskeyDto {
  return {
    id: row.id,
    name: row.name,
    addedAt: row.added_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}
