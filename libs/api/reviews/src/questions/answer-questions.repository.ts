import { Injectable } from '@nestjs/common';
import { ANSWER_QUESTION_DAYS } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { AnswerQuestionDto } from '../dto/answer-questions.dto';
import { iso } from '../reading/sql-fragments';

/** An answer that something is asked about. */
export interface AskedAnswer {
  readonly challengeId: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly organisationId: string;
  readonly isAsked: boolean;
  readonly isReplied: boolean;
  /** Whether it is within the days in which something can be asked. */
  readonly isInTime: boolean;
}

/** SQL: the question about answer a as JSON, or null, as far as the reader sees it. */
export const QUESTION = `(SELECT json_build_object('text', q.text, 'askedBy', coalesce(u.name, ''), 'askedAt', ${iso('q.asked_at')},
    'reply', q.reply, 'repliedAt', ${iso('q.replied_at')})
  FROM answer_question q LEFT JOIN app_user u ON u.id = q.asked_by WHERE q.proposal_id = a.proposal_id)`;

/** SQL: until when something can be asked about answer a; null when something was, or when it is too late. */
export const ASK_UNTIL = `(SELECT ${iso(`(a.released_at + interval '${ANSWER_QUESTION_DAYS} days')`)}
  WHERE answer_takes_questions(a.proposal_id) AND NOT EXISTS (SELECT FROM answer_question q WHERE q.proposal_id = a.proposal_id))`;

/** Questions about answers, and their replies. */
@Injectable()
export class AnswerQuestionsRepository {
  /** Gives a released answer that the actor sees, or null; with `isOwn` only one to an own proposal. */
  find(tx: Tx, proposalId: string, { isOwn }: { isOwn: boolean }): Promise<AskedAnswer | null> {
    return tx.row(
      `SELECT a.challenge_id AS "challengeId", c.title_nl AS "titleNl", c.title_en AS "titleEn", p.organisation_id AS "organisationId",
        q.proposal_id IS NOT NULL AS "isAsked", q.reply IS NOT NULL AS "isReplied", answer_takes_questions(a.proposal_id) AS "isInTime"
       FROM answer a JOIN proposal p ON p.id = a.proposal_id JOIN challenge c ON c.id = a.challenge_id
       LEFT JOIN answer_question q ON q.proposal_id = a.proposal_id
       WHERE a.proposal_id = $1 AND a.released_at IS NOT NULL AND (NOT $2 OR proposal_is_mine(a.proposal_id))`,
      [proposalId, isOwn],
    );
  }

  /** Gives whether it was the first. */
  async ask(tx: Tx, question: { proposalId: string; challengeId: string; text: string; by: string }): Promise<boolean> {
    const rows = await tx.rows(
      `INSERT INTO answer_question (proposal_id, challenge_id, text, asked_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (proposal_id) DO NOTHING RETURNING 1`,
      [question.proposalId, question.challengeId, question.text, question.by],
    );
    return rows.length > 0;
  }

  /** Gives whether there was a question without a reply. */
  async reply(tx: Tx, proposalId: string, reply: string, by: string): Promise<boolean> {
    const rows = await tx.rows(
      `UPDATE answer_question SET reply = $2, replied_by = $3, replied_at = htsm_now()
       WHERE proposal_id = $1 AND reply IS NULL RETURNING 1`,
      [proposalId, reply, by],
    );
    return rows.length > 0;
  }

  /** Gives the question about an answer, or null. */
  async read(tx: Tx, proposalId: string): Promise<AnswerQuestionDto | null> {
    const row = await tx.row<{ question: AnswerQuestionDto | null }>(
      `SELECT ${QUESTION} AS question FROM answer a WHERE a.proposal_id = $1`,
      [proposalId],
    );
    return row?.question ?? null;
  }
}
