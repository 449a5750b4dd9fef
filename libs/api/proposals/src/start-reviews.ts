import { Injectable } from '@nestjs/common';
import { PROPOSAL_TRANSITIONS, nextState } from '@htsm/domain';
import { EventLog, type Tx } from '@htsm/api/core';

/** When a challenge stops accepting, its submitted proposals go to review and are no longer sealed; drafts stay drafts. */
@Injectable()
export class StartReviews {
  constructor(private readonly events: EventLog) {}

  /** Moves the submitted proposals of one challenge, inside the clock's transaction, and gives how many; twice moves none. */
  async run(tx: Tx, challengeId: string): Promise<number> {
    const moved = await tx.rows<{ id: string; organisationId: string }>(
      `UPDATE proposal SET state = $2, version = version + 1, updated_at = htsm_now()
       WHERE challenge_id = $1 AND state = 'submitted' RETURNING id, organisation_id AS "organisationId"`,
      [challengeId, nextState(PROPOSAL_TRANSITIONS, 'submitted', 'start_review')],
    );
    for (const { id, organisationId } of moved) {
      await this.events.append(tx, {
        type: 'proposal.review_started',
        subjectType: 'proposal',
        subjectId: id,
        actorId: null,
        payload: { challengeId },
        visibleToOrgIds: [organisationId],
      });
    }
    // what happened before closing is no longer a secret for the taskforce's log
    await this.events.unseal(
      tx,
      moved.map(({ id }) => id),
    );
    return moved.length;
  }
}
