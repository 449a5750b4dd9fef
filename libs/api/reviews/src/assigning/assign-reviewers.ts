import { Injectable } from '@nestjs/common';
import type { UserActor } from '@htsm/api/core';
import type { AssignReviewersDto, AssignedDto } from '../dto/assignments.dto';
import { AssignPairs } from './assign-pairs';

/** Gives several proposals to several reviewers at once. */
@Injectable()
export class AssignReviewers {
  constructor(private readonly assign: AssignPairs) {}

  /** All or nothing; tasks that exist already are skipped. */
  run(actor: UserActor, challengeId: string, input: AssignReviewersDto): Promise<AssignedDto> {
    const { proposalIds, reviewerIds, dueAt } = input;
    const pairs = proposalIds.flatMap((proposalId) => reviewerIds.map((reviewerId) => ({ proposalId, reviewerId })));
    return this.assign.run(actor, challengeId, () => ({
      pairs,
      dueAt,
      pathOf: (index, field) =>
        field === 'reviewerId'
          ? `reviewerIds.${index % reviewerIds.length}`
          : `proposalIds.${Math.floor(index / reviewerIds.length)}`,
    }));
  }
}
