import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, MailOutbox, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import { titleFor } from '@htsm/api/challenges';
import type { MatchPageDto, RecordMatchDto } from '../dto/match.dto';
import { MatchExists, ProposalNotAwarded } from '../matching.errors';
import { Ledger } from '../outcomes/ledger.service';
import { toMatchPage } from './match.mapper';
import { MatchesRepository, type AwardedRow } from './matches.repository';

/** Records what an SME and the owner agreed, and tells both. */
@Injectable()
export class RecordMatch {
  constructor(
    private readonly database: Database,
    private readonly matches: MatchesRepository,
    private readonly outbox: MailOutbox,
    private readonly ledger: Ledger,
  ) {}

  /** Throws ProposalNotAwarded before the answers are released, and MatchExists the second time. */
  run(actor: UserActor, input: RecordMatchDto, locale: Locale): Promise<MatchPageDto> {
    return this.database.as(actor, async (tx) => {
      const proposal = await this.matches.awarded(tx, input.proposalId);
      if (proposal === null) throw new NotFound();
      if (proposal.state !== 'awarded') throw new ProposalNotAwarded();
      const { challengeId, organisationId } = proposal;
      const id = await this.matches.create(tx, { ...input, challengeId, organisationId, createdBy: actor.userId });
      if (id === null) throw new MatchExists();
      await this.ledger.events.append(tx, {
        type: 'match.recorded',
        subjectType: 'match',
        subjectId: id,
        actorId: actor.userId,
        payload: { challengeId, proposalId: input.proposalId },
        visibleToOrgIds: [organisationId, proposal.ownerId],
      });
      await this.ledger.begin(tx, proposal, actor.userId);
      await this.tell(tx, id, proposal, input);
      const match = await this.matches.find(tx, id, locale);
      if (match === null) throw new NotFound();
      return toMatchPage(match, []);
    });
  }

  private async tell(tx: Tx, id: string, proposal: AwardedRow, input: RecordMatchDto): Promise<void> {
    const sides = [
      { organisationId: proposal.organisationId, partnerName: proposal.ownerName },
      { organisationId: proposal.ownerId, partnerName: proposal.organisationName },
    ];
    for (const { organisationId, partnerName } of sides) {
      for (const to of await this.outbox.peopleOfOrganisation(tx, organisationId)) {
        await this.outbox.enqueue(tx, {
          kind: 'match_recorded',
          to,
          variables: {
            name: to.name,
            challengeTitle: titleFor(proposal, to.locale),
            partnerName,
            introductionOn: input.introductionOn,
            agreed: input.agreed,
            path: '/my/matches',
          },
          about: { type: 'match', id },
          dedupeKey: `match-recorded:${id}:${to.userId ?? to.email}`,
        });
      }
    }
  }
}
