import { Injectable } from '@nestjs/common';
import { ChallengeSteps } from '@htsm/api/challenges';
import { Database, type Tx, type UserActor } from '@htsm/api/core';
import type { AssignedDto } from '../dto/assignments.dto';
import { CheckTasks, type WantedTasks } from './check-tasks';
import { GiveTasks } from './give-tasks';

/** The way in which all tasks are given: the challenge is held, every pair is checked, and each reviewer gets one mail. */
@Injectable()
export class AssignPairs {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly check: CheckTasks,
    private readonly tasks: GiveTasks,
  ) {}

  /** All or nothing; tasks that exist already are skipped. Throws as CheckTasks does. */
  run(
    actor: UserActor,
    challengeId: string,
    want: (tx: Tx) => WantedTasks | Promise<WantedTasks>,
  ): Promise<AssignedDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.steps.lock(tx, challengeId);
      const wanted = await want(tx);
      const people = await this.check.run(tx, challenge, wanted);
      const { pairs, dueAt } = wanted;
      return { created: await this.tasks.give(tx, { actor, challenge, people, pairs, dueAt }) };
    });
  }
}
