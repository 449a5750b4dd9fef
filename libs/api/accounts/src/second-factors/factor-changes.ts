import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EventLog, MailOutbox, type Tx, type UserActor } from '@htsm/api/core';
import type { RecoveryCodesDto } from '../dto/second-factor.dto';
import { RecoveryCodes } from './recovery-codes';

/** What happens around every change of a second factor: other sessions end, it is logged, the person is told by mail. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly events: EventLog,
    private readonly outbox: MailOutbox,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** Completes this session and gives recovery codes, unless earlier ones still work. */
  async added(tx: Tx, actor: UserActor, factor: string): Promise<RecoveryCodesDto> {
    await tx.run('UPDATE session SET second_factor_at = htsm_now() WHERE id = $1', [actor.sessionId]);
    await this.tell(tx, actor, 'added', factor);
    const left = await this.recoveryCodes.left(tx, actor.userId);
    return { recoveryCodes: left > 0 ? [] : await this.recoveryCodes.renew(tx, actor.userId) };
  }

  async removed(tx: Tx, actor: UserActor, factor: string): Promise<void> {
    await this.tell(tx, actor, 'removed', factor);
  }

  async recoveryCodesRenewed(tx: Tx, actor: UserActor): Promise<RecoveryCodesDto> {
    const recoveryCodes = await this.recoveryCodes.renew(tx, actor.userId);
    await this.events.append(tx, {
      type: 'account.recovery_codes_renewed',
      subjectType: 'user',
      subjectId: actor.userId,
      actorId: actor.userId,
    });
    return { recoveryCodes };
  }

  private async tell(tx: Tx, actor: UserActor, change: 'added' | 'removed', factor: string): Promise<void> {
    await tx.run('DELETE FROM session WHERE user_id = $1 AND id IS DISTINCT FROM $2::uuid', [
      actor.userId,
      actor.sessionId,
    ]);
    await tx.run('DELETE FROM sign_in_step WHERE user_id = $1', [actor.userId]);
    await this.events.append(tx, {
      type: `account.factor_${change}`,
      subjectType: 'user',
      subjectId: actor.userId,
      actorId: actor.userId,
      payload: { factor },
    });
    await this.outbox.enqueue(tx, {
      kind: change === 'added' ? 'factor_added' : 'factor_removed',
      to: { userId: actor.userId, email: actor.email, name: actor.name, locale: actor.locale },
      variables: { name: actor.name },
      dedupeKey: `factor_${change}:${randomUUID()}`,
    });
  }
}
