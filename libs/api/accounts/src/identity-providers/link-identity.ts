import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, EventLog, MailOutbox, type Actor, type Tx, type UserActor } from '@htsm/api/core';
import { requireRecentProof } from '../account/recent-proof';
import { LinkNotUsable } from '../accounts.errors';
import { become } from '../become';
import type { AcceptedDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';
import type { ProviderPerson } from './provider-client';

/** Tying an identity of a provider to an account: never by the address alone, always confirmed from its mailbox. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly database: Database,
    private readonly links: LinkTokens,
    private readonly outbox: MailOutbox,
    private readonly events: EventLog,
  ) {}

  /** Mails the account of the address a link; nothing happens when there is none, and the asker is told the same. */
  async ask(person: ProviderPerson, domain: string): Promise<void> {
    const { email } = person;
    if (email === undefined || !email.toLowerCase().endsWith(`@${domain.toLowerCase()}`)) return;
    const tokenId = randomUUID();
    await this.database.as({ kind: 'token', tokenId }, async (tx) => {
      const known = await tx.row<{ user_id: string; email: string; name: string; locale: Locale }>(
        'SELECT user_id, email, name, locale FROM auth_user_by_email($1)',
        [email],
      );
      if (known === null) return;
      await this.links.add(tx, { id: tokenId, purpose: 'link_identity', email: known.email, userId: known.user_id });
      await tx.run('INSERT INTO pending_identity (token_id, issuer, subject) VALUES ($1, $2, $3)', [
        tokenId,
        person.issuer,
        person.subject,
      ]);
      await this.outbox.enqueue(tx, {
        kind: 'link_identity',
        to: { userId: known.user_id, email: known.email, name: known.name, locale: known.locale },
        variables: { name: known.name, tokenId, domain },
        dedupeKey: `link_identity:${tokenId}`,
      });
    });
  }

  /** Ties the identity that the mailed link is about to the account; throws LinkNotUsable. */
  complete(token: string): Promise<AcceptedDto> {
    const bearer = this.links.bearer('link_identity', token);
    return this.database.as(bearer, async (tx) => {
      const link = await this.links.use(tx, 'link_identity', bearer.tokenId);
      const identity = await tx.row<{ issuer: string; subject: string }>(
        'SELECT issuer, subject FROM pending_identity WHERE token_id = $1',
        [bearer.tokenId],
      );
      if (link.user_id === null || identity === null) throw new LinkNotUsable();
      await become(tx, link.user_id);
      await this.run(tx, link.user_id, identity);
      return { email: link.email };
    });
  }

  /** Throws ProofRequired. */
  requireProof(actor: UserActor): Promise<void> {
    return this.database.as(actor, (tx) => requireRecentProof(tx, actor));
  }

  /** Ties an identity to whoever left for it, in the same session and with a proof; throws LinkNotUsable, ProofRequired. */
  async linkHere(actor: Actor | undefined, userId: string, identity: ProviderPerson): Promise<void> {
    if (actor?.kind !== 'user' || actor.userId !== userId) throw new LinkNotUsable();
    await this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      await this.run(tx, userId, identity);
    });
  }

  /** Ties an identity, in a transaction that already sees the person's own rows; throws LinkNotUsable when it is taken. */
  private async run(tx: Tx, userId: string, identity: { issuer: string; subject: string }): Promise<void> {
    const linked = await tx.run(
      'INSERT INTO external_identity (issuer, subject, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [identity.issuer, identity.subject, userId],
    );
    if (linked === 0) throw new LinkNotUsable();
    await this.events.append(tx, {
      type: 'account.identity_linked',
      subjectType: 'user',
      subjectId: userId,
      actorId: userId,
    });
  }
}
