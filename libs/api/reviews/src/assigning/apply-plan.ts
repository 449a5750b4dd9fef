import { Injectable } from '@nestjs/common';
import { ChallengeSteps } from '@htsm/api/challenges';
import { Database, type UserActor } from '@htsm/api/core';
import type { ApplyPlanDto } from '../dto/assignment-plan.dto';
import type { AssignedDto } from '../dto/assignments.dto';
import { CheckTasks } from './check-tasks';
import { GiveTasks } from './give-tasks';

/** Makes the tasks of a plan, as the taskforce left it. */
@Injectable()
export class ApplyPlan {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly check: CheckTasks,
    private readonly tasks: GiveTasks,
  ) {}

  /** All or nothing; tasks that exist already are skipped. Checked pair by pair, since a plan may be older than a conflict. */
  run(actor: UserActor, challengeId: string, { pairs, dueAt }: ApplyPlanDto): Promise<AssignedDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.steps.lock(tx, challengeId);
      const pathOf = (index: number, field: string): string => `pairs.${index}.${field}`;
      const people = await this.check.run(tx, challenge, { pairs, dueAt, pathOf });
      return { created: await this.tasks.give(tx, { actor, challenge, people, pairs, dueAt }) };
    });
  }
}
