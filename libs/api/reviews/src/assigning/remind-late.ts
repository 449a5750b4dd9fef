import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@htsm/api/core';
import { iso } from '../reading/sql-fragments';
import { ReviewNews } from '../review-news';
import { ReviewerReminders, type OpenReviews } from './reviewer-reminders';

/** Reviewers reminded in one transaction. */
const BATCH = 20;

/**
 * Three days before the date, but not within a day of being asked, and once more a day after it; never within twenty hours of
 * another reminder. Who may not judge a proposal any more is not reminded of it.
 */
const IS_DUE = `a.state IN ('assigned', 'accepted') AND a.reminders < 2
  AND (a.reminders = 0 AND a.due_at <= htsm_now() + interval '3 days' AND a.created_at <= htsm_now() - interval '1 day'
    OR a.reminders = 1 AND a.due_at <= htsm_now() - interval '1 day')
  AND (a.reminded_at IS NULL OR a.reminded_at <= htsm_now() - interval '20 hours')
  AND NOT person_is_tied(a.reviewer_id, a.proposal_id)`;

/** Reminds reviewers of what is not in, for the worker: at most twice of one task, in one mail for a challenge. */
@Injectable()
export class RemindLate {
  constructor(
    private readonly database: Database,
    private readonly reminders: ReviewerReminders,
    private readonly news: ReviewNews,
  ) {}

  /** Gives whether there may be more. */
  runDue(): Promise<boolean> {
    return this.database.asSystem(async (tx) => {
      const due = await tx.rows<OpenReviews>(DUE);
      for (const one of due) await this.remind(tx, one);
      return due.length === BATCH;
    });
  }

  /** Marks first: of two workers the second finds nothing left. */
  private async remind(tx: Tx, of: OpenReviews): Promise<void> {
    const tasks = await tx.rows<{ id: string; proposalId: string; reminders: number }>(
      `UPDATE review_assignment a SET reminders = a.reminders + 1, reminded_at = htsm_now()
       WHERE a.challenge_id = $1 AND a.reviewer_id = $2 AND ${IS_DUE} RETURNING a.id, a.proposal_id AS "proposalId", a.reminders`,
      [of.challengeId, of.reviewerId],
    );
    const [first] = tasks;
    if (first === undefined) return;
    await this.reminders.mail(tx, of, `review-reminder:${first.id}:late:${first.reminders}`);
    for (const { id, proposalId } of tasks)
      await this.news.logTask(tx, {
        type: 'review.reminded',
        actorId: null,
        task: { id, proposalId, challengeId: of.challengeId },
      });
  }
}

const DUE = `
  WITH late AS (SELECT DISTINCT a.challenge_id, a.reviewer_id FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id
    WHERE c.state = 'evaluating' AND a.due_at <= htsm_now() + interval '3 days' AND ${IS_DUE})
  SELECT c.id AS "challengeId", c.title_nl AS "challengeTitleNl", c.title_en AS "challengeTitleEn", a.reviewer_id AS "reviewerId",
    count(*)::int AS open, ${iso('min(a.due_at)')} AS "dueAt"
  FROM late JOIN challenge c ON c.id = late.challenge_id
  JOIN review_assignment a ON a.challenge_id = c.id AND a.reviewer_id = late.reviewer_id AND a.state IN ('assigned', 'accepted')
  GROUP BY c.id, a.reviewer_id ORDER BY min(a.due_at), c.id, a.reviewer_id LIMIT ${BATCH}`;
