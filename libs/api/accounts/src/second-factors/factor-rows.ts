import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, openSecret, sealSecret, type Config, type Tx } from '@htsm/api/core';
import type { SecondFactorMethod } from '../dto/second-factor.dto';
import { PasskeyRows } from './passkey-rows';
import { RecoveryCodes } from './recovery-codes';
import { totpStep } from './totp';

/** An authenticator app that works. */
export interface AuthenticatorRow {
  readonly added_at: Date;
  readonly last_used_at: Date | null;
}

/** The second factors of one person; the transaction must already see the person's own rows. */
@Injectable()
export class FactorRows {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    readonly recoveryCodes: RecoveryCodes,
    readonly passkeys: PasskeyRows,
  ) {}

  /** With what the person can go on after the password; empty without a second factor. */
  async methods(tx: Tx, userId: string): Promise<SecondFactorMethod[]> {
    const methods: SecondFactorMethod[] = [];
    if ((await this.passkeys.list(tx, userId)).length > 0) methods.push('passkey');
    if ((await this.authenticator(tx, userId)) !== null) methods.push('authenticator');
    if (methods.length > 0 && (await this.recoveryCodes.left(tx, userId)) > 0) methods.push('recovery_code');
    return methods;
  }

  /** The app that works, or null. */
  authenticator(tx: Tx, userId: string): Promise<AuthenticatorRow | null> {
    return tx.row<AuthenticatorRow>(
      'SELECT added_at, last_used_at FROM totp_factor WHERE user_id = $1 AND secret IS NOT NULL',
      [userId],
    );
  }

  /** Keeps the secret of an app that is being set up; an app that works goes on working until the new one does. */
  async keepNext(tx: Tx, userId: string, secret: string): Promise<void> {
    await tx.run(
      `INSERT INTO totp_factor (user_id, next_secret) VALUES ($1, $2)
       ON CONFLICT (user_id) DO UPDATE SET next_secret = excluded.next_secret`,
      [userId, sealSecret(this.config.appSecret, 'totp', secret)],
    );
  }

  /** Puts the app that is being set up in place; false when the code is not its code. */
  async confirmNext(tx: Tx, userId: string, code: string): Promise<boolean> {
    const step = await this.stepOf(tx, userId, 'next_secret', code);
    if (step === null) return false;
    const confirmed = await tx.run(
      `UPDATE totp_factor SET secret = next_secret, next_secret = NULL, last_step = $2, added_at = htsm_now(), last_used_at = NULL
       WHERE user_id = $1 AND next_secret IS NOT NULL`,
      [userId, step],
    );
    return confirmed > 0;
  }

  /** Takes a code of the app or a recovery code, each once; false when it is neither. */
  async useCode(tx: Tx, userId: string, code: string): Promise<boolean> {
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return this.recoveryCodes.use(tx, userId, code);
    const step = await this.stepOf(tx, userId, 'secret', digits);
    if (step === null) return false;
    // one statement, so that of many requests with the same code one succeeds
    const used = await tx.run(
      'UPDATE totp_factor SET last_step = $2, last_used_at = htsm_now() WHERE user_id = $1 AND last_step < $2',
      [userId, step],
    );
    return used > 0;
  }

  /** Takes the app away; false when there was none. */
  async removeAuthenticator(tx: Tx, userId: string): Promise<boolean> {
    const removed = await tx.run('DELETE FROM totp_factor WHERE user_id = $1 AND secret IS NOT NULL', [userId]);
    return removed > 0;
  }

  private async stepOf(tx: Tx, userId: string, column: 'secret' | 'next_secret', code: string): Promise<number | null> {
    const row = await tx.row<{ sealed: Buffer | null; now: Date }>(
      `SELECT ${column} AS sealed, htsm_now() AS now FROM totp_factor WHERE user_id = $1`,
      [userId],
    );
    if (row === null || row.sealed === null) return null;
    return totpStep(openSecret(this.config.appSecret, 'totp', row.sealed), code.replace(/\s/g, ''), row.now);
  }
}
