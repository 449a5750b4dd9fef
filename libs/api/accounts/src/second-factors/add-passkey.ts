import { Injectable } from '@nestjs/common';
import { Database, type UserActor } from '@htsm/api/core';
import { requireRecentProof } from '../account/recent-proof';
import type { AddPasskeyDto, PasskeyQuestionDto, RecoveryCodesDto } from '../dto/second-factor.dto';
import { FactorChanges } from './factor-changes';
import { PasskeyCeremony, claimOf } from './passkey-ceremony';
import { PasskeyRows } from './passkey-rows';

/** Adding a passkey: a question to the device, and its answer. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly database: Database,
    private readonly ceremony: PasskeyCeremony,
    private readonly passkeys: PasskeyRows,
    private readonly changes: FactorChanges,
  ) {}

  begin(actor: UserActor): Promise<PasskeyQuestionDto> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      const known = await this.passkeys.list(tx, actor.userId);
      const { challenge, options } = await this.ceremony.askNew(
        actor,
        known.map((passkey) => passkey.credential_id),
      );
      await this.passkeys.ask(tx, 'add', actor.userId, challenge);
      return { options };
    });
  }

  /** Throws ValidationFailed when the answer is not of a device that was asked just now. */
  run(actor: UserActor, input: AddPasskeyDto): Promise<RecoveryCodesDto> {
    const { challenge } = claimOf(input.answer);
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      await this.passkeys.answered(tx, 'add', actor.userId, challenge);
      await this.passkeys.add(tx, actor.userId, input.name, await this.ceremony.checkNew(input.answer, challenge));
      return this.changes.added(tx, actor, 'passkey');
    });
  }
}
