import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { assignWithGroups } from '@htsm/domain/assignment';
import { MILLION } from '@htsm/domain/matching';
import { StepNotAllowed, type UserActor } from '@htsm/api/core';
import type { AssignmentPlanDto, PlanAssignmentsDto } from '../dto/assignment-plan.dto';
import { Bids } from '../bids/bids.service';
import { Expertise } from '../expertise/expertise.service';
import { AssignmentThread } from './assignment-thread';
import { Assignments } from './assignments.service';
import { experienced, groupsOf, keyOf, planInstance, standingTasks, type PlanBasis } from './plan-instance';

/** Proposes who judges what. */
@Injectable()
export class PlanAssignments {
  constructor(
    private readonly assignments: Assignments,
    private readonly expertise: Expertise,
    private readonly bidding: Bids,
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
    const { challenge, canAssign, ...basis } = await this.assignments.readAssignments(actor, challengeId, locale);
    if (!canAssign) throw new StepNotAllowed(challenge.state, 'assign');
    const { items } = await this.expertise.listFits(actor, challengeId, locale);
    const fits = items.flatMap(({ reviewerId, proposals: fitting }) =>
      fitting.map(({ proposalId, score }) => [proposalId, reviewerId, score / MILLION] as const),
    );
    const bids = new Map(
      (await this.bidding.listOf(actor, challengeId)).map(({ proposalId, reviewerId, bid }) => [
        keyOf([proposalId, reviewerId]),
        bid,
      ]),
    );
    const experts = new Set(
      items
        .filter(({ themes }) => themes.some((theme) => asked.expertThemes.includes(theme)))
        .map((one) => one.reviewerId),
    );
    return this.plan({ ...basis, fits, bids, experts }, asked);
  }

  private async plan(basis: PlanBasis, asked: PlanAssignmentsDto): Promise<AssignmentPlanDto> {
    const groups = groupsOf(basis, asked);
    const { outcome } = await assignWithGroups(planInstance(basis, asked), groups, (one) => this.thread.solve(one));
    const { result, shortage } = outcome;
    const fits = new Map(basis.fits.map((fit) => [keyOf(fit), Math.round(fit[2] * MILLION)]));
    const planned = Map.groupBy(result.assignments, ([proposalId]) => proposalId);
    const pairs = basis.proposals.flatMap((proposal) => {
      const standing = new Set(standingTasks(proposal).map(({ reviewerId }) => reviewerId));
      const added = (planned.get(proposal.id) ?? []).map(([, reviewerId]) => reviewerId);
      return [...new Set([...standing, ...added])].map((reviewerId) => ({
        proposalId: proposal.id,
        reviewerId,
        fit: fits.get(keyOf([proposal.id, reviewerId])) ?? 0,
        bid: basis.bids.get(keyOf([proposal.id, reviewerId])) ?? null,
        isExpert: basis.experts.has(reviewerId),
        isNew: !standing.has(reviewerId),
      }));
    });
    const without = (ids: ReadonlySet<string>): string[] => {
      const has = new Set(pairs.filter(({ reviewerId }) => ids.has(reviewerId)).map(({ proposalId }) => proposalId));
      return basis.proposals.map(({ id }) => id).filter((id) => !has.has(id));
    };
    return {
      pairs,
      withoutExpertIds: asked.expertThemes.length > 0 ? without(basis.experts) : [],
      newcomersOnlyIds: asked.pairsNewcomers ? without(experienced(basis)) : [],
      unfilledProposalIds: [...result.unfilled],
      shortage: shortage && {
        ...shortage,
        proposalIds: [...shortage.proposalIds],
        reviewerIds: [...shortage.reviewerIds],
      },
    };
  }
}
