import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import { LinkNotUsable } from '../accounts.errors';
import type { ProviderAccess, ProviderChecks } from './provider-client';

/** How long signing in at a provider may take, in minutes. */
const ATTEMPT_MINUTES = 10;

/** A provider for the people of one mail domain. */
export interface ProviderRow extends ProviderAccess {
  readonly id: string;
  readonly domain: string;
}

/** A sign-in that went to a provider and has come back. */
export interface ReturnedAttempt {
  readonly provider: ProviderRow;
  readonly checks: ProviderChecks;
  /** Who was signed in and wants to link; null for signing in. */
  readonly userId: string | null;
  /** The page of ours to go on to; null for the person's own. */
  readonly next: string | null;
}

interface AttemptRow extends ProviderRow {
  readonly state: string;
  readonly nonce: string;
  readonly code_verifier: string;
  readonly user_id: string | null;
  readonly next: string | null;
}

/** Providers, attempts and identities as rows. */
@Injectable()
export class ProviderRows {
  /** The provider of an address's domain, or null. */
  ofEmail(tx: Tx, email: string): Promise<ProviderRow | null> {
    const domain = email.slice(email.lastIndexOf('@') + 1);
    return tx.row<ProviderRow>('SELECT * FROM auth_identity_provider($1)', [domain]);
  }

  /** Remembers an attempt; the transaction is of the attempt's own token. */
  async addAttempt(
    tx: Tx,
    id: string,
    attempt: { providerId: string; checks: ProviderChecks; userId: string | null; next: string | null },
  ): Promise<void> {
    const { state, nonce, codeVerifier } = attempt.checks;
    await tx.run(
      `INSERT INTO provider_attempt (id, provider_id, user_id, state, nonce, code_verifier, next, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, htsm_now() + $8 * interval '1 minute')`,
      [id, attempt.providerId, attempt.userId, state, nonce, codeVerifier, attempt.next, ATTEMPT_MINUTES],
    );
  }

  /** Uses an attempt up, in one statement; throws LinkNotUsable when it is late or was used. */
  async takeAttempt(tx: Tx, id: string): Promise<ReturnedAttempt> {
    const row = await tx.row<AttemptRow>('SELECT * FROM auth_take_provider_attempt($1)', [id]);
    if (row === null) throw new LinkNotUsable();
    const { user_id: userId, state, nonce, code_verifier: codeVerifier, next, ...provider } = row;
    return { provider, checks: { state, nonce, codeVerifier }, userId, next };
  }

  /** Whose identity it is, or null. */
  async owner(tx: Tx, issuer: string, subject: string): Promise<string | null> {
    const row = await tx.row<{ user_id: string | null }>('SELECT auth_external_identity($1, $2) AS user_id', [
      issuer,
      subject,
    ]);
    return row?.user_id ?? null;
  }
}
