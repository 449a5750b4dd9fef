import { Injectable } from '@nestjs/common';
import { ASSIGNMENT_TRANSITIONS, nextState, type Locale } from '@htsm/domain';
import { Database, NotFound, StepNotAllowed, type Tx, type UserActor } from '@htsm/api/core';
import { titleFor } from '@htsm/api/challenges';
import type { ReminderDto, ReopenReviewDto } from '../dto/assignments.dto';
import { ReviewNews } from '../review-news';
import { AlreadyReminded } from '../reviews.errors';
import { AssignmentsRepository, type TaskRow } from './assignments.repository';
import { ReviewerReminders } from './reviewer-reminders';

/** What the taskforce does with tasks that exist: take back, remind, reopen. */
@Injectable()
export class TendAssignments {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentsRepository,
    private readonly news: ReviewNews,
    private readonly reminders: ReviewerReminders,
  ) {}

  /** Takes a task back; throws StepNotAllowed once the review is in or a conflict is on record. */
  remove(actor: UserActor, assignmentId: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const task = await this.openTask(tx, assignmentId, 'remove');
      await this.assignments.remove(tx, task.id);
      await this.news.logTask(tx, { type: 'review.unassigned', actorId: actor.userId, task });
    });
  }

  /** Mails the reviewer what is still open; throws AlreadyReminded within twenty hours of the last time. */
  remind(actor: UserActor, assignmentId: string): Promise<ReminderDto> {
    return this.database.as(actor, async (tx) => {
      const task = await this.openTask(tx, assignmentId, 'remind');
      if (task.isReminded) throw new AlreadyReminded();
      const now = (await tx.now()).toISOString();
      await this.assignments.markReminded(tx, task.id);
      await this.reminders.mail(tx, task, `review-reminder:${task.id}:${now.slice(0, 13)}`);
      await this.news.logTask(tx, { type: 'review.reminded', actorId: actor.userId, task });
      return { remindedAt: now };
    });
  }

  /** Gives a submitted review back to its reviewer, before the decision; the reason goes into the log. */
  reopen(actor: UserActor, reviewId: string, input: ReopenReviewDto): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const task = await this.assignments.taskOfReview(tx, reviewId);
      if (task === null) throw new NotFound();
      const state = nextState(ASSIGNMENT_TRANSITIONS, task.state, 'reopen');
      if (state === null || task.challengeState !== 'evaluating') throw new StepNotAllowed(task.state, 'reopen');
      if (!(await this.assignments.reopen(tx, reviewId, task.id, state)))
        throw new StepNotAllowed(task.state, 'reopen');
      await this.news.logTask(tx, { type: 'review.reopened', actorId: actor.userId, task, reason: input.reason });
      const now = (await tx.now()).toISOString();
      await this.mailReopened(tx, task, input.reason, `review-reopened:${task.id}:${now}`);
    });
  }

  private async openTask(tx: Tx, assignmentId: string, step: string): Promise<TaskRow> {
    const task = await this.assignments.task(tx, assignmentId);
    if (task === null) throw new NotFound();
    const isOpen = task.state === 'assigned' || task.state === 'accepted';
    if (!isOpen || task.challengeState !== 'evaluating') throw new StepNotAllowed(task.state, step);
    return task;
  }

  private async mailReopened(tx: Tx, task: TaskRow, reason: string, dedupeKey: string): Promise<void> {
    for (const to of await this.assignments.panelMembers(tx, task.challengeId, [task.reviewerId])) {
      const challengeTitle = titleOf(task, to.locale);
      const variables = { name: to.name, challengeTitle, reason, dueAt: task.dueAt, path: '/my/reviews' };
      const about = { type: 'review', id: task.challengeId } as const;
      await this.news.outbox.enqueue(tx, { kind: 'review_reopened', to, variables, about, dedupeKey });
    }
  }
}

function titleOf(task: TaskRow, locale: Locale): string {
  return titleFor({ titleNl: task.challengeTitleNl, titleEn: task.challengeTitleEn }, locale);
}
