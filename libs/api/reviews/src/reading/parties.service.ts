import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, type FileToSend, type Tx, type UserActor } from '@htsm/api/core';
import type { ReleasedAnswerDto } from '../dto/answers.dto';
import type { OwnerProposalPageDto, OwnerProposalsDto } from '../dto/owner-proposals.dto';
import { JudgedChallengesRepository, toJudgedChallenge, type JudgedChallenge } from './judged-challenges.repository';
import { JudgedProposalsRepository } from './judged-proposals.repository';
import { ReleasedRepository } from './released.repository';

/** What proposers and owners read of the judging. */
@Injectable()
export class Parties {
  constructor(
    private readonly database: Database,
    private readonly released: ReleasedRepository,
    private readonly challenges: JudgedChallengesRepository,
    private readonly proposals: JudgedProposalsRepository,
  ) {}

  /** Throws NotFound before the release and for others' proposals. */
  readAnswer(actor: UserActor, proposalId: string, locale: Locale): Promise<ReleasedAnswerDto> {
    return this.database.as(actor, async (tx) => {
      const answer = await this.released.answer(tx, proposalId, locale);
      if (answer === null) throw new NotFound();
      return answer;
    });
  }

  /** Gives the proposals for an own challenge; none before closing. */
  listProposals(actor: UserActor, challengeId: string, locale: Locale): Promise<OwnerProposalsDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.ownChallenge(tx, challengeId, locale);
      const items = await this.released.proposals(tx, challengeId);
      return { challenge: toJudgedChallenge(challenge), items, now: challenge.now };
    });
  }

  readProposal(
    actor: UserActor,
    ids: { challengeId: string; proposalId: string },
    locale: Locale,
  ): Promise<OwnerProposalPageDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.ownChallenge(tx, ids.challengeId, locale);
      const outcome = await this.released.outcome(tx, ids.challengeId, ids.proposalId);
      const proposal = outcome === undefined ? null : await this.proposals.find(tx, ids.proposalId, 'challenge_owner');
      if (outcome === undefined || proposal === null) throw new NotFound();
      return { challenge: toJudgedChallenge(challenge), criteria: challenge.criteria, proposal, outcome };
    });
  }

  /** Gives a file of a proposal for an own challenge; throws NotFound before closing and for others' challenges. */
  findFile(actor: UserActor, proposalId: string, attachmentId: string): Promise<FileToSend> {
    return this.database.as(actor, async (tx) => {
      if (!(await this.released.isReceived(tx, proposalId))) throw new NotFound();
      return this.proposals.file(tx, { proposalId, attachmentId }, 'challenge_owner');
    });
  }

  private async ownChallenge(tx: Tx, challengeId: string, locale: Locale): Promise<JudgedChallenge> {
    const challenge = (await this.released.isOwner(tx, challengeId))
      ? await this.challenges.find(tx, challengeId, locale)
      : null;
    if (challenge === null) throw new NotFound();
    return challenge;
  }
}
