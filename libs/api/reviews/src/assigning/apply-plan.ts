import { Injectable } from '@nestjs/common';
import type { UserActor } from '@htsm/api/core';
import type { ApplyPlanDto } from '../dto/assignment-plan.dto';
import type { AssignedDto } from '../dto/assignments.dto';
import { AssignPairs } from './assign-pairs';

/** Makes the tasks of a plan, as the taskforce left it. */
@Injectable()
export class ApplyPlan {
  constructor(private readonly assign: AssignPairs) {}

  /** All or nothing; tasks that exist already are skipped. Checked pair by pair, since a plan may be older than a conflict. */
  run(actor: UserActor, challengeId: string, { pairs, dueAt }: ApplyPlanDto): Promise<AssignedDto> {
    const pathOf = (index: number, field: string): string => `pairs.${index}.${field}`;
    return this.assign.run(actor, challengeId, () => ({ pairs, dueAt, pathOf }));
  }
}
