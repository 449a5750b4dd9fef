import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, type UserActor } from '@htsm/api/core';
import type { AssignmentsDto, ReviewersDto, TaskforceProposalsDto } from '../dto/assignments.dto';
import type { JudgedProposalDto } from '../dto/judged-proposal.dto';
import { JudgedChallengesRepository, toJudgedChallenge } from '../reading/judged-challenges.repository';
import { JudgedProposalsRepository } from '../reading/judged-proposals.repository';
import { AssignmentsRepository } from './assignments.repository';

/** What the taskforce reads to assign: proposals, reviewers, and who has what. */
@Injectable()
export class Assignments {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentsRepository,
    private readonly challenges: JudgedChallengesRepository,
    private readonly proposals: JudgedProposalsRepository,
  ) {}

  /** Gives the challenge's unsealed proposals; empty before closing. */
  listProposals(actor: UserActor, challengeId: string, locale: Locale): Promise<TaskforceProposalsDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.find(tx, challengeId, locale);
      if (challenge === null) throw new NotFound();
      const items = await this.assignments.proposals(tx, challengeId);
      return { challenge: toJudgedChallenge(challenge), items, now: challenge.now };
    });
  }

  /** Gives one unsealed proposal to read. */
  readProposal(actor: UserActor, proposalId: string): Promise<JudgedProposalDto> {
    return this.database.as(actor, async (tx) => {
      const proposal = await this.proposals.find(tx, proposalId, 'taskforce');
      if (proposal === null) throw new NotFound();
      return proposal;
    });
  }

  listReviewers(actor: UserActor): Promise<ReviewersDto> {
    return this.database.as(actor, async (tx) => ({ items: await this.assignments.panel(tx) }));
  }

  readAssignments(actor: UserActor, challengeId: string, locale: Locale): Promise<AssignmentsDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.find(tx, challengeId, locale);
      if (challenge === null) throw new NotFound();
      return {
        challenge: toJudgedChallenge(challenge),
        canAssign: challenge.state === 'evaluating',
        proposals: await this.assignments.assignedProposals(tx, challengeId),
        reviewers: await this.assignments.candidates(tx, challengeId),
        now: challenge.now,
      };
    });
  }
}
