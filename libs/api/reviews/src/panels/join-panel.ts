import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { InvitedPeople, LinkNotUsable, type Joined } from '@htsm/api/accounts';
import { Database, EventLog, ValidationFailed, type Actor } from '@htsm/api/core';
import type { ExpertOfferDto, JoinPanelDto } from '../dto/experts.dto';
import { PanelInvitationsRepository, type OfferRow } from './panel-invitations.repository';

/** An outside expert accepts the invitation to a panel, and is a reviewer of that panel alone. */
@Injectable()
export class JoinPanel {
  constructor(
    private readonly database: Database,
    private readonly people: InvitedPeople,
    private readonly invitations: PanelInvitationsRepository,
    private readonly events: EventLog,
  ) {}

  /** What the invitation is about, without using it; throws LinkNotUsable. */
  offer(token: string, locale: Locale): Promise<ExpertOfferDto> {
    return this.database.as(this.people.bearer('invite_expert', token), async (tx) => {
      const row = await this.invitations.offer(tx);
      if (row === null) throw new LinkNotUsable();
      const { ownerName, email, expiresAt, hasAccount } = row;
      return { challengeTitle: titleOf(row, locale), ownerName, email, expiresAt, hasAccount };
    });
  }

  /**
   * A signed-in person joins with the account that was invited; anybody else makes one. Throws LinkNotUsable, SignInToAccept,
   * InvitationForSomebodyElse, and ValidationFailed for whoever does not keep to the rules.
   */
  async run(actor: Actor, locale: Locale, input: JoinPanelDto): Promise<Joined> {
    const bearer = this.people.bearer('invite_expert', input.token);
    if (!input.affirms) throw new ValidationFailed([{ path: 'affirms', code: 'must_affirm' }]);
    const newcomer = actor.kind === 'user' ? null : await this.people.newcomer(input);
    return this.database.as(bearer, async (tx) => {
      const offer = await this.invitations.offer(tx);
      if (offer === null) throw new LinkNotUsable();
      const joined = await this.people.admit(tx, {
        actor,
        newcomer,
        email: offer.email,
        locale,
        organisationNames: [input.organisationName],
      });
      if (!(await this.invitations.join(tx))) throw new LinkNotUsable();
      await this.invitations.introduce(tx, joined.userId, locale, input);
      await this.events.append(tx, {
        type: 'panel.expert_joined',
        subjectType: 'challenge',
        subjectId: offer.challengeId,
        actorId: joined.userId,
        payload: { userId: joined.userId, affirmed: true },
      });
      return joined;
    });
  }
}

function titleOf({ titleNl, titleEn }: OfferRow, locale: Locale): string {
  return locale === 'en' ? titleEn || titleNl : titleNl || titleEn;
}
