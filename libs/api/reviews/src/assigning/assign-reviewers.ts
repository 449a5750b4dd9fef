import { Injectable } from '@nestjs/common';
import { ChallengeSteps } from '@htsm/api/challenges';
import { Database, type UserActor } from '@htsm/api/core';
import type { AssignReviewersDto, AssignedDto } from '../dto/assignments.dto';
import { CheckTasks } from './check-tasks';
import { GiveTasks } from './give-tasks';

/** Gives several proposals to several reviewers at once; each reviewer gets one mail about the batch. */
@Injectable()
export class AssignReviewers {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly check: CheckTasks,
    private readonly tasks: GiveTasks,
  ) {}

  /** All or nothing; tasks that exist already are skipped. */
  run(actor: UserActor, challengeId: string, input: AssignReviewersDto): Promise<AssignedDto> {
    const { proposalIds, reviewerIds, dueAt } = input;
    const pairs = proposalIds.flatMap((proposalId) => reviewerIds.map((reviewerId) => ({ proposalId, reviewerId })));
    return this.database.as(actor, async (tx) => {
      const challenge = await this.steps.lock(tx, challengeId);
      const people = await this.check.run(tx, challenge, {
        pairs,
        dueAt,
        pathOf: (index, field) =>
          field === 'reviewerId'
            ? `reviewerIds.${index % reviewerIds.length}`
            : `proposalIds.${Math.floor(index / reviewerIds.length)}`,
      });
      return { created: await this.tasks.give(tx, { actor, challenge, people, pairs, dueAt }) };
    });
  }
}
