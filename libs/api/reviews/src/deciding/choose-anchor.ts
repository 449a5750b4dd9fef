import { Injectable } from '@nestjs/common';
import { ChallengeSteps } from '@htsm/api/challenges';
import { Database, StepNotAllowed, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import type { ChooseAnchorDto } from '../dto/anchor.dto';
import { ReviewNews } from '../review-news';
import { OwnReviewFirst } from '../reviews.errors';
import { DecisionsRepository } from './decisions.repository';

/** The taskforce chooses the proposal that every reviewer judges first. */
@Injectable()
export class ChooseAnchor {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly decisions: DecisionsRepository,
    private readonly news: ReviewNews,
  ) {}

  /**
   * Chooses it, or none. Throws StepNotAllowed when the challenge is not being judged, OwnReviewFirst to whoever has a conflict
   * in it or judges it, and ValidationFailed for a proposal of another challenge.
   */
  run(actor: UserActor, challengeId: string, { proposalId }: ChooseAnchorDto): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.steps.lock(tx, challengeId);
      if (challenge.state !== 'evaluating') throw new StepNotAllowed(challenge.state, 'assign');
      if (await this.decisions.mayNotDecide(tx, challengeId)) throw new OwnReviewFirst();
      await tx.run('DELETE FROM challenge_anchor WHERE challenge_id = $1', [challengeId]);
      if (proposalId !== null) await this.choose(tx, actor, challengeId, proposalId);
      await this.news.events.append(tx, {
        type: 'review.anchor_chosen',
        subjectType: 'challenge',
        subjectId: challengeId,
        actorId: actor.userId,
        payload: proposalId === null ? {} : { proposalId },
      });
    });
  }

  private async choose(tx: Tx, actor: UserActor, challengeId: string, proposalId: string): Promise<void> {
    const chosen = await tx.rows(
      `INSERT INTO challenge_anchor (challenge_id, proposal_id, chosen_by)
       SELECT challenge_id, id, $3 FROM proposal WHERE id = $2 AND challenge_id = $1 AND proposal_is_unsealed(state) RETURNING 1`,
      [challengeId, proposalId, actor.userId],
    );
    if (chosen.length === 0) throw new ValidationFailed([{ path: 'proposalId', code: 'id' }]);
  }
}
