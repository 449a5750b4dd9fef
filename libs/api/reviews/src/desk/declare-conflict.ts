import { Injectable } from '@nestjs/common';
import { ASSIGNMENT_TRANSITIONS, MIN_REASON_LENGTH, nextState } from '@htsm/domain';
import { Database, NotFound, StepNotAllowed, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import type { DeclarationDto, DeclareConflictDto } from '../dto/review-desk.dto';
import { ReviewNews } from '../review-news';
import { ReviewsRepository, type OwnAssignment } from './reviews.repository';

/** The reviewer says whether there is a conflict of interest; nothing of a proposal is shown before. */
@Injectable()
export class DeclareConflict {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsRepository,
    private readonly news: ReviewNews,
  ) {}

  /** Throws ValidationFailed for a conflict without a reason; a conflict is possible at any time and final. */
  run(actor: UserActor, assignmentId: string, input: DeclareConflictDto): Promise<DeclarationDto> {
    const reason = input.reason ?? '';
    if (input.hasConflict && reason.length < MIN_REASON_LENGTH) {
      throw new ValidationFailed([{ path: 'reason', code: 'too_short', params: { min: MIN_REASON_LENGTH } }]);
    }
    return this.database.as(actor, async (tx) => {
      const assignment = await this.reviews.ownAssignment(tx, actor.userId, assignmentId);
      if (assignment === null) throw new NotFound();
      if (input.hasConflict) await this.withdraw(tx, actor, assignment, reason);
      else await this.accept(tx, actor, assignment);
      return { state: input.hasConflict ? 'conflicted' : 'accepted' };
    });
  }

  private async accept(tx: Tx, actor: UserActor, assignment: OwnAssignment): Promise<void> {
    if (assignment.state === 'accepted') return;
    const state = nextState(ASSIGNMENT_TRANSITIONS, assignment.state, 'declare_no_conflict');
    if (state === null || assignment.challengeState !== 'evaluating') {
      throw new StepNotAllowed(assignment.state, 'declare_no_conflict');
    }
    await this.reviews.respond(tx, assignment.id, state, null);
    await this.reviews.start(tx, assignment, actor.userId);
    await this.news.logTask(tx, { type: 'review.accepted', actorId: actor.userId, task: assignment });
  }

  private async withdraw(tx: Tx, actor: UserActor, assignment: OwnAssignment, reason: string): Promise<void> {
    const state = nextState(ASSIGNMENT_TRANSITIONS, assignment.state, 'declare_conflict');
    if (state === null) throw new StepNotAllowed(assignment.state, 'declare_conflict');
    // a decision that is made stays as it was made; before that the review must not count any more
    if (assignment.challengeState === 'evaluating') await this.reviews.retract(tx, assignment.id);
    await this.reviews.respond(tx, assignment.id, state, reason);
    await this.news.logTask(tx, { type: 'review.conflict_declared', actorId: actor.userId, task: assignment, reason });
    for (const to of await this.news.outbox.peopleOfBody(tx, 'taskforce')) {
      const [own, other] = [assignment.challengeTitleNl, assignment.challengeTitleEn];
      const challengeTitle = to.locale === 'en' ? other || own : own || other;
      const path = `/taskforce/challenges/${assignment.challengeId}/assign`;
      await this.news.outbox.enqueue(tx, {
        kind: 'review_conflict',
        to,
        variables: { challengeTitle, reviewerName: actor.name, path },
        about: { type: 'panel', id: assignment.challengeId },
        dedupeKey: `review-conflict:${assignment.id}:${to.userId ?? to.email}`,
      });
    }
  }
}
