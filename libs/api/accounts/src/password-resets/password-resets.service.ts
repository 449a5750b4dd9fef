import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, MailOutbox, RateLimiter, type PersonRow, type Tx } from '@htsm/api/core';
import { LinkNotUsable } from '../accounts.errors';
import { LIMITS } from '../accounts.limits';
import { become } from '../become';
import type { CompletePasswordResetDto } from '../dto/password-reset.dto';
import type { AcceptedDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';
import { refuseWeakPassword } from '../passwords/password-field';
import { PasswordHasher } from '../passwords/password-hasher';
import { ReplacePassword } from '../passwords/replace-password';
import { steadyAnswer } from '../steady-answer';

/** Forgotten passwords. */
@Injectable()
export class PasswordResetsService {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly hasher: PasswordHasher,
    private readonly links: LinkTokens,
    private readonly outbox: MailOutbox,
    private readonly replacePassword: ReplacePassword,
  ) {}

  /** Mails a link when the address has an account; the answer and its time are the same when it has none. */
  async request(networkAddress: string, email: string): Promise<AcceptedDto> {
    await this.limiter.hit(LIMITS.resetAddress, networkAddress);
    await this.limiter.hit(LIMITS.resetAccount, email);
    const tokenId = randomUUID();
    return steadyAnswer(async () => {
      await this.database.as({ kind: 'token', tokenId }, (tx) => this.mailLink(tx, tokenId, email));
      return { email };
    });
  }

  /** Sets the new password and ends every session; throws LinkNotUsable and ValidationFailed. */
  async complete(input: CompletePasswordResetDto): Promise<AcceptedDto> {
    const bearer = this.links.bearer('reset_password', input.token);
    const passwordHash = await this.hasher.hash(input.password);
    return this.database.as(bearer, async (tx) => {
      const { user_id: userId, email } = await this.links.use(tx, 'reset_password', bearer.tokenId);
      const row = await tx.row<{ person: PersonRow | null }>('SELECT auth_person($1) AS person', [userId]);
      const person = row?.person;
      if (userId === null || !person) throw new LinkNotUsable();
      const organisationNames = person.organisations.map((organisation) => organisation.name);
      refuseWeakPassword('password', input.password, { ...person, organisationNames });
      await become(tx, userId);
      await this.replacePassword.run(tx, person, { passwordHash, keepSessionId: null, causeId: bearer.tokenId });
      return { email };
    });
  }

  private async mailLink(tx: Tx, tokenId: string, email: string): Promise<void> {
    const known = await tx.row<{ user_id: string; email: string; name: string; locale: Locale }>(
      'SELECT user_id, email, name, locale FROM auth_user_by_email($1)',
      [email],
    );
    await this.links.add(tx, { id: tokenId, purpose: 'reset_password', email, userId: known?.user_id });
    if (known === null) return;
    await this.outbox.enqueue(tx, {
      kind: 'reset_password',
      // the stored address: letters that only look alike may match it, but lead to another mailbox
      to: { userId: known.user_id, email: known.email, name: known.name, locale: known.locale },
      variables: { name: known.name, tokenId },
      dedupeKey: `reset_password:${tokenId}`,
    });
  }
}
