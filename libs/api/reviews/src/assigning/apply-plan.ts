import { Injectable } from '@nestjs/common';
import { ChallengeSteps } from '@htsm/api/challenges';
import { Database, StepNotAllowed, ValidationFailed, type FieldFault, type Tx, type UserActor } from '@htsm/api/core';
import type { ApplyPlanDto } from '../dto/assignment-plan.dto';
import type { AssignedDto } from '../dto/assignments.dto';
import { AssignmentsRepository } from './assignments.repository';
import { GiveTasks } from './give-tasks';

/** Makes the tasks of a plan, as the taskforce left it. */
@Injectable()
export class ApplyPlan {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly assignments: AssignmentsRepository,
    private readonly tasks: GiveTasks,
  ) {}

  /**
   * All or nothing; tasks that exist already are skipped. Throws ValidationFailed with the pair for people outside the panel or
   * bound to a party, since a plan may be older than a conflict, for foreign proposals and for a date in the past.
   */
  run(actor: UserActor, challengeId: string, { pairs, dueAt }: ApplyPlanDto): Promise<AssignedDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.steps.lock(tx, challengeId);
      if (challenge.state !== 'evaluating') throw new StepNotAllowed(challenge.state, 'assign');
      const faults = await this.faults(tx, challengeId, { pairs, dueAt });
      if (faults.length > 0) throw new ValidationFailed(faults);
      const people = await this.assignments.panelMembers(tx, challengeId, [
        ...new Set(pairs.map(({ reviewerId }) => reviewerId)),
      ]);
      return { created: await this.tasks.give(tx, { actor, challenge, people, pairs, dueAt }) };
    });
  }

  private async faults(tx: Tx, challengeId: string, { pairs, dueAt }: ApplyPlanDto): Promise<FieldFault[]> {
    const candidates = await this.assignments.candidates(tx, challengeId);
    const people = new Map(candidates.map((person) => [person.id, person]));
    const known = await this.assignments.knownProposals(tx, challengeId, [
      ...new Set(pairs.map(({ proposalId }) => proposalId)),
    ]);
    const ofPairs = pairs.flatMap(({ proposalId, reviewerId }, index): FieldFault[] => {
      const person = people.get(reviewerId);
      if (!known.has(proposalId)) return [{ path: `pairs.${index}.proposalId`, code: 'id' }];
      if (person === undefined) return [{ path: `pairs.${index}.reviewerId`, code: 'not_on_panel' }];
      if (!person.partyToProposalIds.includes(proposalId)) return [];
      return [{ path: `pairs.${index}.reviewerId`, code: 'reviewer_is_bound', params: { name: person.name } }];
    });
    const isPast = new Date(dueAt) <= (await tx.now());
    return [...ofPairs, ...(isPast ? [{ path: 'dueAt', code: 'past_instant' }] : [])];
  }
}
