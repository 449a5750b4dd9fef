import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import { wrongPasskey, type KnownPasskey, type NewPasskey } from './passkey-ceremony';

/** What a question to a device is for; an answer counts for nothing else. */
export type PasskeyPurpose = 'add' | 'second_factor' | 'sign_in';

/** A passkey in the person's own list. */
export interface PasskeyListRow {
  readonly id: string;
  readonly name: string;
  readonly credential_id: string;
  readonly added_at: Date;
  readonly last_used_at: Date | null;
}

/** How long a device may take to answer, in minutes. */
const CHALLENGE_MINUTES = 5;
const MOST_PASSKEYS = 20;

/** Passkeys and the open questions about them; the transaction must already see the person's own rows. */
@Injectable()
export class PasskeyRows {
  /** The person's passkeys, the newest last. */
  list(tx: Tx, userId: string): Promise<PasskeyListRow[]> {
    return tx.rows<PasskeyListRow>(
      'SELECT id, name, credential_id, added_at, last_used_at FROM passkey WHERE user_id = $1 ORDER BY added_at, id LIMIT $2',
      [userId, MOST_PASSKEYS],
    );
  }

  async add(tx: Tx, userId: string, name: string, passkey: NewPasskey): Promise<void> {
    await tx.run(
      `INSERT INTO passkey (user_id, name, credential_id, public_key, counter, transports) VALUES ($1, $2, $3, $4, $5, $6)`,
      [userId, name, passkey.credentialId, Buffer.from(passkey.publicKey), passkey.counter, passkey.transports],
    );
  }

  /** False when the person has no such passkey. */
  async remove(tx: Tx, userId: string, id: string): Promise<boolean> {
    return (await tx.run('DELETE FROM passkey WHERE id = $1 AND user_id = $2', [id, userId])) > 0;
  }

  find(tx: Tx, userId: string, credentialId: string): Promise<KnownPasskey | null> {
    return tx.row<KnownPasskey>(
      'SELECT credential_id, public_key, counter FROM passkey WHERE user_id = $1 AND credential_id = $2',
      [userId, credentialId],
    );
  }

  async used(tx: Tx, credentialId: string, counter: number): Promise<void> {
    await tx.run('UPDATE passkey SET counter = $2, last_used_at = htsm_now() WHERE credential_id = $1', [
      credentialId,
      counter,
    ]);
  }

  /** Remembers a question; `userId` is null when anybody may answer it. */
  async ask(tx: Tx, purpose: PasskeyPurpose, userId: string | null, challenge: string): Promise<void> {
    await tx.run(
      `DELETE FROM passkey_challenge WHERE user_id IS NOT DISTINCT FROM $1::uuid AND expires_at < htsm_now()`,
      [userId],
    );
    await tx.run(
      `INSERT INTO passkey_challenge (challenge, purpose, user_id, expires_at)
       VALUES ($1, $2, $3, htsm_now() + $4 * interval '1 minute')`,
      [challenge, purpose, userId, CHALLENGE_MINUTES],
    );
  }

  /** Uses a question up, in one statement, so that one answer counts; throws ValidationFailed. */
  async answered(tx: Tx, purpose: PasskeyPurpose, userId: string | null, challenge: string): Promise<void> {
    const used = await tx.run(
      `DELETE FROM passkey_challenge
       WHERE challenge = $1 AND purpose = $2 AND user_id IS NOT DISTINCT FROM $3::uuid AND expires_at > htsm_now()`,
      [challenge, purpose, userId],
    );
    if (used === 0) throw wrongPasskey();
  }
}
