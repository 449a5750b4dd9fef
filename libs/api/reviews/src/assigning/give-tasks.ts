import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MailRecipient, Tx, UserActor } from '@htsm/api/core';
import { titleFor, type SteppedChallenge } from '@htsm/api/challenges';
import type { ReviewPairDto } from '../dto/assignment-plan.dto';
import { ReviewNews } from '../review-news';
import { AssignmentsRepository } from './assignments.repository';

/** Tasks that were found to be allowed. */
export interface NewTasks {
  readonly actor: UserActor;
  readonly challenge: SteppedChallenge;
  /** Everybody in `pairs`. */
  readonly people: readonly MailRecipient[];
  readonly pairs: readonly ReviewPairDto[];
  readonly dueAt: string;
}

/** Makes tasks, and tells each reviewer of theirs in one mail. */
@Injectable()
export class GiveTasks {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly news: ReviewNews,
  ) {}

  /** Gives how many are new. */
  async give(tx: Tx, { actor, challenge, people, pairs, dueAt }: NewTasks): Promise<number> {
    const created = await this.assignments.create(tx, {
      challengeId: challenge.id,
      pairs,
      dueAt,
      assignedBy: actor.userId,
    });
    const batch = randomUUID();
    for (const [reviewerId, own] of Map.groupBy(created, (pair) => pair.reviewerId)) {
      const to = people.find((person) => person.userId === reviewerId);
      if (to !== undefined) await this.tell(tx, { challenge, to, batch, proposals: own.length, dueAt });
      await this.news.events.append(tx, {
        type: 'review.assigned',
        subjectType: 'challenge',
        subjectId: challenge.id,
        actorId: actor.userId,
        payload: { reviewerId, proposalIds: own.map((pair) => pair.proposalId), dueAt },
      });
    }
    return created.length;
  }

  private async tell(
    tx: Tx,
    news: { challenge: SteppedChallenge; to: MailRecipient; batch: string; proposals: number; dueAt: string },
  ): Promise<void> {
    const { challenge, to, batch, proposals, dueAt } = news;
    await this.news.outbox.enqueue(tx, {
      kind: 'review_assigned',
      to,
      variables: {
        name: to.name,
        challengeTitle: titleFor(challenge, to.locale),
        proposals,
        dueAt: new Date(dueAt).toISOString(),
        path: '/my/reviews',
      },
      about: { type: 'review', id: challenge.id },
      dedupeKey: `review-assigned:${batch}:${to.userId ?? to.email}`,
    });
  }
}
