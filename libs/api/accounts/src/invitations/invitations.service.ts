import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, MailOutbox, RateLimiter, type MailRecipient, type Tx, type UserActor } from '@htsm/api/core';
import { AlreadyMember } from '../accounts.errors';
import { LIMITS } from '../accounts.limits';
import { requireOwner } from '../accounts.policy';
import type { InvitationDto, InviteDto } from '../dto/invitation.dto';
import type { Asker } from '../registrations/register';
import { InvitationRows } from './invitation-rows';

/** Invitations of an organisation, as its owners see them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly invitations: InvitationRows,
    private readonly outbox: MailOutbox,
  ) {}

  /** Waiting invitations, the newest first; throws NotFound and NotOwner. */
  async list(actor: UserActor, organisationId: string): Promise<InvitationDto[]> {
    requireOwner(actor, organisationId);
    return this.database.as(actor, (tx) => this.invitations.list(tx, organisationId));
  }

  /**
   * Mails an invitation; a waiting one for the same address is replaced. The answer does not tell whether the
   * address has an account. Throws NotFound, NotOwner, AlreadyMember and TooManyAttempts.
   */
  async invite(actor: UserActor, asker: Asker, input: InviteDto): Promise<InvitationDto> {
    const organisation = requireOwner(actor, input.organisationId);
    await this.limiter.hit(LIMITS.inviteAddress, asker.networkAddress);
    await this.limiter.hit(LIMITS.inviteAccount, actor.userId);
    return this.database.as(actor, async (tx) => {
      await refuseMember(tx, input);
      const invitation = await this.invitations.replace(tx, actor, input);
      await this.outbox.enqueue(tx, {
        kind: 'invite',
        to: await recipientOf(tx, input.email, asker.locale),
        variables: { organisationName: organisation.name, invitedBy: actor.name, tokenId: invitation.id },
        dedupeKey: `invite:${invitation.id}`,
      });
      return invitation;
    });
  }

  /** Makes the mailed link worthless; throws NotFound for an invitation that is not the actor's to revoke. */
  async revoke(actor: UserActor, id: string): Promise<void> {
    await this.database.as(actor, (tx) => this.invitations.remove(tx, actor, id));
  }
}

async function refuseMember(tx: Tx, input: InviteDto): Promise<void> {
  const member = await tx.row(
    `SELECT m.id FROM membership m JOIN app_user u ON u.id = m.user_id WHERE m.organisation_id = $1 AND u.email = $2`,
    [input.organisationId, input.email],
  );
  if (member !== null) throw new AlreadyMember();
}

/** A known person reads their own language; a newcomer the language of whoever invites. */
async function recipientOf(tx: Tx, email: string, locale: Locale): Promise<MailRecipient> {
  const known = await tx.row<{ user_id: string; email: string; name: string; locale: Locale }>(
    'SELECT user_id, email, name, locale FROM auth_user_by_email($1)',
    [email],
  );
  if (known === null) return { userId: null, email, name: '', locale };
  return { userId: known.user_id, email: known.email, name: known.name, locale: known.locale };
}
