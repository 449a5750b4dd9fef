import { Injectable } from '@nestjs/common';
import { LINK_HOURS, REGISTRATION_KEPT_DAYS, type Locale } from '@htsm/domain';
import { ANONYMOUS, Database, MailOutbox, RateLimiter } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import { WrongCredentials } from '../accounts.errors';
import { PasswordHasher } from '../passwords/password-hasher';

/** What somebody typed to sign in, and from where. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly networkAddress: string;
}

/** A person whose password was right. */
export interface VerifiedPerson {
  readonly userId: string;
}

interface CandidateRow {
  user_id: string | null;
  user_hash: string | null;
  is_confirmed: boolean | null;
  token_id: string | null;
  pending_email: string | null;
  pending_hash: string | null;
  pending_name: string | null;
  pending_locale: Locale | null;
}

/** Checks e-mail and password with the same work for known, unknown and unconfirmed addresses. */
@Injectable()
export class CheckCredentials {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly hasher: PasswordHasher,
    private readonly outbox: MailOutbox,
  ) {}

  /** Throws WrongCredentials or TooManyAttempts; an unconfirmed registration gets its link mailed again. */
  async run(credentials: Credentials): Promise<VerifiedPerson> {
    await this.limiter.hit(LIMITS.signInAddress, credentials.networkAddress);
    await this.limiter.hit(LIMITS.signInAccount, credentials.email);
    const candidate = await this.candidate(credentials.email);
    const isRight = await this.hasher.fits(
      credentials.password,
      candidate?.user_hash ?? candidate?.pending_hash ?? null,
    );
    if (!isRight || candidate === null) throw new WrongCredentials(candidate?.user_id);
    if (candidate.user_id === null) await this.mailConfirmationAgain(candidate);
    if (candidate.user_id === null || candidate.is_confirmed !== true) throw new WrongCredentials();
    await this.limiter.forget(LIMITS.signInAccount, credentials.email);
    return { userId: candidate.user_id };
  }

  private candidate(email: string): Promise<CandidateRow | null> {
    return this.database.as(ANONYMOUS, (tx) =>
      tx.row<CandidateRow>(
        `SELECT c.user_id, c.password_hash AS user_hash, c.is_confirmed,
                p.token_id, p.email AS pending_email, p.password_hash AS pending_hash, p.name AS pending_name, p.locale AS pending_locale
         FROM (SELECT $1::citext AS address) a
         LEFT JOIN auth_credential(a.address) c ON true
         LEFT JOIN auth_pending_registration(a.address, $2) p ON true`,
        [email, REGISTRATION_KEPT_DAYS],
      ),
    );
  }

  private async mailConfirmationAgain(candidate: CandidateRow): Promise<void> {
    const { token_id: tokenId, pending_email: email, pending_name: name, pending_locale: locale } = candidate;
    if (tokenId === null || email === null || name === null || locale === null) return;
    await this.database.as({ kind: 'token', tokenId }, async (tx) => {
      await tx.run(
        `UPDATE account_token SET expires_at = htsm_now() + $2 * interval '1 hour' WHERE id = $1 AND used_at IS NULL`,
        [tokenId, LINK_HOURS.confirm_email],
      );
      const now = await tx.now();
      await this.outbox.enqueue(tx, {
        kind: 'confirm_email',
        to: { userId: null, email, name, locale },
        variables: { name, tokenId },
        dedupeKey: `confirm_email:${tokenId}:${now.toISOString()}`,
      });
    });
  }
}
