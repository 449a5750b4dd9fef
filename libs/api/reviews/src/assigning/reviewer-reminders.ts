import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import { titleFor } from '@htsm/api/challenges';
import { ReviewNews } from '../review-news';
import { AssignmentsRepository } from './assignments.repository';

/** What a reminder says. */
export interface OpenReviews {
  readonly challengeId: string;
  readonly challengeTitleNl: string;
  readonly challengeTitleEn: string;
  readonly reviewerId: string;
  /** How many of the challenge are not in. */
  readonly open: number;
  /** The first instant by which one of them is due. */
  readonly dueAt: string;
}

/** The mail that reminds a reviewer, whoever has it sent. */
@Injectable()
export class ReviewerReminders {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly news: ReviewNews,
  ) {}

  /** Mails nobody who is not on the panel of the challenge any more. */
  async mail(tx: Tx, of: OpenReviews, dedupeKey: string): Promise<void> {
    for (const to of await this.assignments.panelMembers(tx, of.challengeId, [of.reviewerId])) {
      const title = { titleNl: of.challengeTitleNl, titleEn: of.challengeTitleEn };
      const variables = {
        name: to.name,
        challengeTitle: titleFor(title, to.locale),
        open: of.open,
        dueAt: of.dueAt,
        path: '/my/reviews',
      };
      const about = { type: 'review', id: of.challengeId } as const;
      await this.news.outbox.enqueue(tx, { kind: 'review_reminder', to, variables, about, dedupeKey });
    }
  }
}
