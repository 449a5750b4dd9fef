import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, MailOutbox, RateLimiter, type Tx, type UserActor } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { AcceptedDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';
import { steadyAnswer } from '../steady-answer';
import { requireRecentProof } from './recent-proof';

/** Asks for another e-mail address; it changes when the link mailed to it is used. */
@Injectable()
export class ChangeEmail {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly links: LinkTokens,
    private readonly outbox: MailOutbox,
  ) {}

  /** The answer and its time are the same for an address that has an account; throws ProofRequired and TooManyAttempts. */
  async run(actor: UserActor, email: string): Promise<AcceptedDto> {
    await this.limiter.hit(LIMITS.emailAccount, actor.userId);
    return steadyAnswer(async () => {
      await this.database.as(actor, async (tx) => {
        await requireRecentProof(tx, actor);
        await this.mailLink(tx, actor, email);
      });
      return { email };
    });
  }

  private async mailLink(tx: Tx, actor: UserActor, email: string): Promise<void> {
    const known = await tx.row<{ user_id: string; email: string; name: string; locale: Locale }>(
      'SELECT user_id, email, name, locale FROM auth_user_by_email($1)',
      [email],
    );
    const id = randomUUID();
    if (known !== null) {
      await this.outbox.enqueue(tx, {
        kind: 'already_registered',
        to: { userId: known.user_id, email: known.email, name: known.name, locale: known.locale },
        variables: { name: known.name },
        dedupeKey: `already_registered:${id}`,
      });
      return;
    }
    await tx.run(
      `UPDATE account_token SET used_at = htsm_now() WHERE user_id = $1 AND purpose = 'change_email' AND used_at IS NULL`,
      [actor.userId],
    );
    await this.links.add(tx, { id, purpose: 'change_email', email, userId: actor.userId });
    await this.outbox.enqueue(tx, {
      kind: 'change_email',
      to: { userId: null, email, name: actor.name, locale: actor.locale },
      variables: { name: actor.name, tokenId: id },
      dedupeKey: `change_email:${id}`,
    });
  }
}
