import { Injectable } from '@nestjs/common';
import type { Tx, UserActor } from '@htsm/api/core';
import type { InvitedExpertDto, PanelInvitationDto } from '../dto/experts.dto';
import type { JudgedChallenge } from '../reading/judged-challenges.repository';
import { ReviewNews } from '../review-news';
import { readPanel } from './challenge-panels';
import { PanelAppointments } from './panel-appointments';
import { PanelInvitationsRepository } from './panel-invitations.repository';

/** Puts reviewers on a panel, and mails everybody else an invitation. */
@Injectable()
export class AskOntoPanel {
  constructor(
    private readonly invitations: PanelInvitationsRepository,
    private readonly appointments: PanelAppointments,
    private readonly news: ReviewNews,
  ) {}

  /** Gives what it led to. */
  async ask(tx: Tx, actor: UserActor, challenge: JudgedChallenge, email: string): Promise<InvitedExpertDto> {
    const reviewer = await this.invitations.reviewer(tx, email);
    if (reviewer === null) return { invitation: await this.mail(tx, actor, challenge, email), addedName: null };
    const { userId, name } = reviewer;
    if (await this.invitations.add(tx, challenge.id, userId)) {
      await this.log(tx, actor, challenge.id, { type: 'panel.member_added', payload: { userId } });
      const { version } = await readPanel(tx, challenge.id);
      await this.appointments.tell(tx, actor, { challengeId: challenge.id, version }, [userId]);
    }
    return { invitation: null, addedName: name };
  }

  /** Ends the invitation of an address, if there is one. */
  async withdraw(tx: Tx, actor: UserActor, challengeId: string, email: string): Promise<void> {
    const invitationId = await this.invitations.remove(tx, challengeId, email);
    if (invitationId !== null)
      await this.log(tx, actor, challengeId, { type: 'panel.invitation_withdrawn', payload: { invitationId } });
  }

  private async mail(tx: Tx, actor: UserActor, challenge: JudgedChallenge, email: string): Promise<PanelInvitationDto> {
    const invitation = await this.invitations.put(tx, challenge.id, email, actor.userId);
    await this.log(tx, actor, challenge.id, {
      type: 'panel.expert_invited',
      payload: { invitationId: invitation.id },
    });
    const to = (await this.invitations.account(tx, email)) ?? { userId: null, email, name: '', locale: actor.locale };
    await this.news.outbox.enqueue(tx, {
      kind: 'expert_invited',
      to,
      variables: {
        challengeTitle: await this.invitations.titleOf(tx, challenge.id, to.locale),
        ownerName: challenge.ownerName,
        invitedBy: actor.name,
        expiresAt: invitation.expiresAt,
        tokenId: invitation.id,
      },
      dedupeKey: `expert-invited:${invitation.id}:${invitation.sentAt}`,
    });
    return invitation;
  }

  private log(
    tx: Tx,
    actor: UserActor,
    challengeId: string,
    line: { readonly type: string; readonly payload: Readonly<Record<string, string>> },
  ): Promise<void> {
    return this.news.events.append(tx, {
      ...line,
      subjectType: 'challenge',
      subjectId: challengeId,
      actorId: actor.userId,
    });
  }
}
