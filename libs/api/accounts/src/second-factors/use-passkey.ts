import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import { become } from '../become';
import type { PasskeyQuestionDto } from '../dto/second-factor.dto';
import { PasskeyCeremony, claimOf, wrongPasskey } from './passkey-ceremony';
import { PasskeyRows } from './passkey-rows';

/** Showing a passkey: after the password, or in place of it. */
@Injectable()
export class UsePasskey {
  constructor(
    private readonly ceremony: PasskeyCeremony,
    private readonly passkeys: PasskeyRows,
  ) {}

  /** Asks somebody whose password was right for one of their passkeys. */
  async askAsFactor(tx: Tx, userId: string): Promise<PasskeyQuestionDto> {
    const known = await this.passkeys.list(tx, userId);
    const { challenge, options } = await this.ceremony.askSignature(known.map((passkey) => passkey.credential_id));
    await this.passkeys.ask(tx, 'second_factor', userId, challenge);
    return { options };
  }

  /** Throws ValidationFailed unless the answer is by a passkey of this person, to a question of this purpose. */
  async asFactor(tx: Tx, userId: string, answer: string): Promise<void> {
    const { credentialId, challenge } = claimOf(answer);
    await this.passkeys.answered(tx, 'second_factor', userId, challenge);
    await this.check(tx, userId, { credentialId, challenge, answer, isAlone: false });
  }

  /** Asks whoever is there for any passkey of ours, with a finger, a face or a PIN: then it is two factors at once. */
  async askAlone(tx: Tx): Promise<PasskeyQuestionDto> {
    const { challenge, options } = await this.ceremony.askSignature([]);
    await this.passkeys.ask(tx, 'sign_in', null, challenge);
    return { options };
  }

  /** Gives whose passkey it is and lets the rest of the transaction see their rows; throws ValidationFailed. */
  async alone(tx: Tx, answer: string): Promise<string> {
    const { credentialId, challenge } = claimOf(answer);
    await this.passkeys.answered(tx, 'sign_in', null, challenge);
    const row = await tx.row<{ user_id: string | null }>('SELECT auth_passkey_owner($1) AS user_id', [credentialId]);
    if (!row?.user_id) throw wrongPasskey();
    await become(tx, row.user_id);
    await this.check(tx, row.user_id, { credentialId, challenge, answer, isAlone: true });
    return row.user_id;
  }

  private async check(
    tx: Tx,
    userId: string,
    claim: { credentialId: string; challenge: string; answer: string; isAlone: boolean },
  ): Promise<void> {
    const passkey = await this.passkeys.find(tx, userId, claim.credentialId);
    if (passkey === null) throw wrongPasskey();
    const { challenge, isAlone } = claim;
    const counter = await this.ceremony.checkSignature(claim.answer, { challenge, passkey, isAlone });
    await this.passkeys.used(tx, passkey.credential_id, counter);
  }
}
