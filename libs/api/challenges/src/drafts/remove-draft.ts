import { Injectable } from '@nestjs/common';
import { Database, EventLog, StepNotAllowed, type UserActor } from '@htsm/api/core';
import { ChallengeDrafts } from './challenge-drafts.service';
import { ChallengesRepository } from './challenges.repository';

/** Throws a draft away for good. */
@Injectable()
export class RemoveDraft {
  constructor(
    private readonly database: Database,
    private readonly drafts: ChallengeDrafts,
    private readonly challenges: ChallengesRepository,
    private readonly events: EventLog,
  ) {}

  /** Removes a draft with its criteria and attachments; throws ChallengeFrozen or StepNotAllowed when it was ever sent in. */
  remove(actor: UserActor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const { challenge } = await this.drafts.findEditable(tx, actor, id);
      if (!(await this.challenges.removeDraft(tx, id))) throw new StepNotAllowed(challenge.state, 'remove');
      await this.events.append(tx, {
        type: 'challenge.draft_removed',
        subjectType: 'challenge',
        subjectId: id,
        actorId: actor.userId,
        visibleToOrgIds: [challenge.organisationId],
        isSealed: true, // the taskforce never knew of the draft
      });
    });
  }
}
