import { Injectable } from '@nestjs/common';
import { PUBLIC_CHALLENGE_STATES, type Locale } from '@htsm/domain';
import {
  Database,
  NotFound,
  RateLimiter,
  StepNotAllowed,
  ValidationFailed,
  type FieldFault,
  type RateLimit,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { InviteExpertDto, InvitedExpertDto, PanelInvitationDto } from '../dto/experts.dto';
import { JudgedChallengesRepository, type JudgedChallenge } from '../reading/judged-challenges.repository';
import { ReviewNews } from '../review-news';
import { JudgingStake, PanelNotFormed } from '../reviews.errors';
import { readPanel } from './challenge-panels';
import { ConflictsRepository } from './conflicts.repository';
import { PanelAppointments } from './panel-appointments';
import { PanelInvitationsRepository } from './panel-invitations.repository';

/** Mails that one member of the taskforce can have sent to strangers in an hour. */
const INVITATIONS: RateLimit = { purpose: 'panel_invitation', hits: 60, windowS: 3600 };

/** The taskforce asks somebody onto the panel of one challenge, by address. */
@Injectable()
export class InviteExpert {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly challenges: JudgedChallengesRepository,
    private readonly conflicts: ConflictsRepository,
    private readonly invitations: PanelInvitationsRepository,
    private readonly appointments: PanelAppointments,
    private readonly news: ReviewNews,
  ) {}

  /**
   * Puts a reviewer on the panel at once; mails anybody else an invitation, whether or not they have an account. Doing it again
   * mails again, and the link works longer. Throws StepNotAllowed for a challenge that is not public, JudgingStake, PanelNotFormed, and ValidationFailed with the evidence when
   * the address is bound to the owner, or to others and the taskforce did not say that it knows.
   */
  async run(actor: UserActor, challengeId: string, input: InviteExpertDto, locale: Locale): Promise<InvitedExpertDto> {
    await this.limiter.hit(INVITATIONS, actor.userId);
    return this.database.as(actor, async (tx) => {
      const challenge = await this.open(tx, challengeId, locale);
      if (!(PUBLIC_CHALLENGE_STATES as readonly string[]).includes(challenge.state))
        throw new StepNotAllowed(challenge.state, 'invite');
      if ((await readPanel(tx, challengeId)).version === 0) throw new PanelNotFormed();
      const faults = await this.faults(tx, challengeId, input);
      if (faults.length > 0) throw new ValidationFailed(faults);
      const reviewer = await this.invitations.reviewer(tx, input.email);
      if (reviewer !== null) {
        if (await this.invitations.add(tx, challengeId, reviewer.userId)) {
          await this.log(tx, actor, 'panel.member_added', challengeId, { userId: reviewer.userId });
          const { version } = await readPanel(tx, challengeId);
          await this.appointments.tell(tx, actor, { challengeId, version }, [reviewer.userId]);
        }
        return { invitation: null, addedName: reviewer.name };
      }
      return { invitation: await this.mail(tx, actor, challenge, input.email), addedName: null };
    });
  }

  /** The mailed link does nothing any more; without one there is nothing to do. Throws JudgingStake. */
  withdraw(actor: UserActor, challengeId: string, email: string, locale: Locale): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await this.open(tx, challengeId, locale);
      const invitationId = await this.invitations.remove(tx, challengeId, email);
      if (invitationId !== null) await this.log(tx, actor, 'panel.invitation_withdrawn', challengeId, { invitationId });
    });
  }

  private async open(tx: Tx, challengeId: string, locale: Locale): Promise<JudgedChallenge> {
    const challenge = await this.challenges.find(tx, challengeId, locale);
    if (challenge === null) throw new NotFound();
    if (!(await this.conflicts.hasNoStake(tx, challengeId))) throw new JudgingStake();
    return challenge;
  }

  private async faults(tx: Tx, challengeId: string, { email, knowsConflicts }: InviteExpertDto): Promise<FieldFault[]> {
    const found = await this.conflicts.ofAddress(tx, challengeId, email);
    return found
      .filter(({ waivedUntil, role }) => waivedUntil === null && (role === 'owner' || !knowsConflicts))
      .map(({ kind, organisationName: organisation, through }) => ({
        path: 'email',
        code: `conflict_${kind}`,
        params: { name: email, organisation, through },
      }));
  }

  private async mail(tx: Tx, actor: UserActor, challenge: JudgedChallenge, email: string): Promise<PanelInvitationDto> {
    const invitation = await this.invitations.put(tx, challenge.id, email, actor.userId);
    await this.log(tx, actor, 'panel.expert_invited', challenge.id, { invitationId: invitation.id });
    const to = (await this.invitations.account(tx, email)) ?? { userId: null, email, name: '', locale: actor.locale };
    const title = (await this.challenges.find(tx, challenge.id, to.locale))?.title ?? challenge.title;
    await this.news.outbox.enqueue(tx, {
      kind: 'expert_invited',
      to,
      variables: {
        challengeTitle: title,
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
    type: string,
    challengeId: string,
    payload: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.news.events.append(tx, {
      type,
      subjectType: 'challenge',
      subjectId: challengeId,
      actorId: actor.userId,
      payload,
    });
  }
}
