import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashSessionToken, type Tx } from '@htsm/api/core';
import { SignInExpired } from '../accounts.errors';
import { become } from '../become';
import type { PasskeyQuestionDto, SecondFactorMethod } from '../dto/second-factor.dto';
import { ShowFactor, type Proof } from '../second-factors/show-factor';

/** How long the second step may take, in minutes. */
const STEP_MINUTES = 10;

/** A step that was begun: the secret for its cookie, and with what it can be finished. */
export interface BegunStep {
  readonly stepToken: string;
  readonly methods: SecondFactorMethod[];
}

/** The rows between a right password and an open session: bound to their purpose, short-lived, used once. */
@Injectable()
export class SignInSteps {
  constructor(private readonly factors: ShowFactor) {}

  /** Begins a step, or gives null for somebody without a factor; the transaction must already see the person's rows. */
  async begin(tx: Tx, userId: string): Promise<BegunStep | null> {
    const methods = await this.factors.methods(tx, userId);
    if (methods.length === 0) return null;
    const stepToken = randomBytes(32).toString('base64url');
    await tx.run('DELETE FROM sign_in_step WHERE user_id = $1 AND expires_at < htsm_now()', [userId]);
    await tx.run(
      `INSERT INTO sign_in_step (token_hash, user_id, purpose, expires_at)
       VALUES ($1, $2, 'second_factor', htsm_now() + $3 * interval '1 minute')`,
      [hashSessionToken(stepToken), userId, STEP_MINUTES],
    );
    return { stepToken, methods };
  }

  /** Gives whose step it is, and lets the rest of the transaction see their rows; throws SignInExpired. */
  async person(tx: Tx, token: string | undefined): Promise<string> {
    if (token === undefined || token.length > 100) throw new SignInExpired();
    const row = await tx.row<{ user_id: string | null }>(`SELECT auth_sign_in_step($1, 'second_factor') AS user_id`, [
      hashSessionToken(token),
    ]);
    if (!row?.user_id) throw new SignInExpired();
    await become(tx, row.user_id);
    return row.user_id;
  }

  /** With what the step can be finished; throws SignInExpired. */
  async methods(tx: Tx, token: string | undefined): Promise<SecondFactorMethod[]> {
    return this.factors.methods(tx, await this.person(tx, token));
  }

  /** Asks for a passkey of whose step it is; throws SignInExpired. */
  async askPasskey(tx: Tx, token: string | undefined): Promise<PasskeyQuestionDto> {
    return this.factors.askPasskey(tx, await this.person(tx, token));
  }

  /** Finishes the step with a second factor, and gives whose it was; throws SignInExpired and ValidationFailed. */
  async finish(tx: Tx, token: string, proof: Proof): Promise<string> {
    const userId = await this.person(tx, token);
    await this.factors.take(tx, userId, proof);
    await this.use(tx, token);
    return userId;
  }

  /** Uses the step up, in one statement, so that of many at once exactly one goes on; throws SignInExpired. */
  private async use(tx: Tx, token: string): Promise<void> {
    const used = await tx.run(
      `DELETE FROM sign_in_step WHERE token_hash = $1 AND purpose = 'second_factor' AND expires_at > htsm_now()`,
      [hashSessionToken(token)],
    );
    if (used === 0) throw new SignInExpired();
  }
}
