import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { MILLION } from '@htsm/domain/matching';
import { Database, NotFound, StepNotAllowed, type UserActor } from '@htsm/api/core';
import type { AssignmentPlanDto, PlanAssignmentsDto } from '../dto/assignment-plan.dto';
import { Expertise } from '../expertise/expertise.service';
import { JudgedChallengesRepository } from '../reading/judged-challenges.repository';
import { AssignmentThread } from './assignment-thread';
import { AssignmentsRepository } from './assignments.repository';
import { keyOf, planInstance, standingTasks, type PlanBasis } from './plan-instance';

/** Proposes who judges what. */
@Injectable()
export class PlanAssignments {
  constructor(
    private readonly database: Database,
    private readonly challenges: JudgedChallengesRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly expertise: Expertise,
    private readonly thread: AssignmentThread,
  ) {}

  /**
   * Gives a plan and changes nothing; the same question gives the same plan. Tasks that stand are kept, so that asking again
   * only fills gaps. Throws NotFound for an unseen challenge, StepNotAllowed when it is not being judged.
   */
  async run(
    actor: UserActor,
    challengeId: string,
    { asked, locale }: { asked: PlanAssignmentsDto; locale: Locale },
  ): Promise<AssignmentPlanDto> {
    const { proposals, reviewers } = await this.database.as(actor, async (tx) => {
      const challenge = await this.challenges.find(tx, challengeId, locale);
      if (challenge === null) throw new NotFound();
      if (challenge.state !== 'evaluating') throw new StepNotAllowed(challenge.state, 'assign');
      return {
        proposals: await this.assignments.assignedProposals(tx, challengeId),
        reviewers: await this.assignments.candidates(tx, challengeId),
      };
    });
    const { items } = await this.expertise.listFits(actor, challengeId, locale);
    const fits = items.flatMap(({ reviewerId, proposals: fitting }) =>
      fitting.map(({ proposalId, score }) => [proposalId, reviewerId, score / MILLION] as const),
    );
    return this.plan({ proposals, reviewers, fits }, asked);
  }

  private async plan(basis: PlanBasis, asked: PlanAssignmentsDto): Promise<AssignmentPlanDto> {
    const { result, shortage } = await this.thread.solve(planInstance(basis, asked));
    const fits = new Map(basis.fits.map((fit) => [keyOf(fit), Math.round(fit[2] * MILLION)]));
    const planned = Map.groupBy(result.assignments, ([proposalId]) => proposalId);
    const pairs = basis.proposals.flatMap((proposal) => {
      const standing = new Set(standingTasks(proposal).map(({ reviewerId }) => reviewerId));
      const added = (planned.get(proposal.id) ?? []).map(([, reviewerId]) => reviewerId);
      return [...new Set([...standing, ...added])].map((reviewerId) => ({
        proposalId: proposal.id,
        reviewerId,
        fit: fits.get(keyOf([proposal.id, reviewerId])) ?? 0,
        isNew: !standing.has(reviewerId),
      }));
    });
    return {
      pairs,
      unfilledProposalIds: [...result.unfilled],
      shortage: shortage && {
        ...shortage,
        proposalIds: [...shortage.proposalIds],
        reviewerIds: [...shortage.reviewerIds],
      },
    };
  }
}
