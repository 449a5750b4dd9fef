import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, MailOutbox, RateLimiter, type Tx } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { AcceptedDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';
import { steadyAnswer } from '../steady-answer';

/** Mails a way back in to somebody who forgot the password. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly links: LinkTokens,
    private readonly outbox: MailOutbox,
  ) {}

  /** Mails a link when the address has an account; the answer and its time are the same when it has none. */
  async run(networkAddress: string, email: string): Promise<AcceptedDto> {
    await this.limiter.hit(LIMITS.resetAddress, networkAddress);
    await this.limiter.hit(LIMITS.resetAccount, email);
    const tokenId = randomUUID();
    return steadyAnswer(async () => {
      await this.database.as({ kind: 'token', tokenId }, (tx) => this.mailLink(tx, tokenId, email));
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
