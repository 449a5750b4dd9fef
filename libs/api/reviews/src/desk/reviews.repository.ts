import { Injectable } from '@nestjs/common';
import type { AssignmentState, ChallengeState, Confidence, Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ReviewScoreDto, SaveReviewDto } from '../dto/review-desk.dto';
import { inLanguage, iso } from '../reading/sql-fragments';

/** A reviewer's own task, with what the conflict card says. */
export interface OwnAssignment {
  readonly id: string;
  readonly challengeId: string;
  readonly challengeState: ChallengeState;
  readonly challengeTitleNl: string;
  readonly challengeTitleEn: string;
  readonly proposalId: string;
  readonly number: number;
  readonly state: AssignmentState;
  readonly dueAt: string;
  /** Null while it is judged blind. */
  readonly proposerName: string | null;
  readonly proposerCity: string | null;
  /** Whether the reviewer does not know whose it is. */
  readonly isBlind: boolean;
  /** Whether the proposer has its answer; then there is no secret any more. */
  readonly isReleased: boolean;
}

/** A review with its scores, in no particular order. */
export interface ReviewRow {
  readonly id: string;
  readonly reviewerId: string;
  readonly state: 'draft' | 'submitted';
  readonly version: number;
  readonly remark: string;
  readonly confidence: Confidence | null;
  readonly updatedAt: string;
  readonly submittedAt: string | null;
  readonly scores: ReviewScoreDto[];
}

/** A line of the reviewer's queue. */
export interface QueueRow {
  readonly assignmentId: string;
  readonly challengeId: string;
  readonly slug: string;
  readonly title: string;
  readonly ownerName: string;
  readonly challengeState: ChallengeState;
  readonly number: number;
  readonly state: AssignmentState;
  readonly dueAt: string;
  /** Whether everybody judges it first. */
  readonly isAnchor: boolean;
  readonly scores: ReviewScoreDto[];
  readonly criteria: { id: string; weight: number; knockOutMinimum: number | null }[];
}

const SCORES = `coalesce((SELECT json_agg(json_build_object('criterionId', s.criterion_id, 'score', s.score,
  'isNotApplicable', s.is_not_applicable, 'reason', s.reason)) FROM review_score s WHERE s.review_id = r.id), '[]'::json)`;

/** The reviewer's side of assignments and reviews. A task with a declared conflict does not exist any more for its reviewer. */
@Injectable()
export class ReviewsRepository {
  /** Gives the reviewer's task and locks it until the transaction ends; null when it is not theirs (any more). */
  async ownAssignment(tx: Tx, reviewerId: string, assignmentId: string): Promise<OwnAssignment | null> {
    return tx.row<OwnAssignment>(
      `SELECT a.id, a.challenge_id AS "challengeId", c.state AS "challengeState", card.challenge_title_nl AS "challengeTitleNl",
        card.challenge_title_en AS "challengeTitleEn", a.proposal_id AS "proposalId", proposal_number(a.proposal_id) AS number,
        a.state, ${iso('a.due_at')} AS "dueAt", card.proposer_name AS "proposerName", card.proposer_city AS "proposerCity",
        card.is_blind AS "isBlind", card.is_released AS "isReleased"
       FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id CROSS JOIN LATERAL review_conflict_card(a.id) card
       WHERE a.id = $1 AND a.reviewer_id = $2 FOR UPDATE OF a`,
      [assignmentId, reviewerId],
    );
  }

  /** Gives the ids of the reviewer's tasks in a challenge, by the number of the proposal. */
  async ownTasksIn(tx: Tx, reviewerId: string, challengeId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM review_assignment WHERE reviewer_id = $1 AND challenge_id = $2 AND state <> 'conflicted'
       ORDER BY proposal_number(proposal_id), id LIMIT 500`,
      [reviewerId, challengeId],
    );
    return rows.map(({ id }) => id);
  }

  /** Gives the actor's open task of a challenge whose proposal has the fewest reviews, or null. */
  async leastJudgedTask(tx: Tx, challengeId: string): Promise<string | null> {
    const row = await tx.row<{ id: string | null }>('SELECT my_least_judged_task($1) AS id', [challengeId]);
    return row?.id ?? null;
  }

  /** Gives the reviewer's tasks in challenges that are being judged or just decided, by challenge and number. */
  queue(tx: Tx, reviewerId: string, locale: Locale): Promise<QueueRow[]> {
    return tx.rows<QueueRow>(
      `SELECT a.id AS "assignmentId", c.id AS "challengeId", c.slug, ${inLanguage(locale, 'c.title_nl', 'c.title_en')} AS title,
        card.owner_name AS "ownerName", c.state AS "challengeState", proposal_number(a.proposal_id) AS number, a.state,
        ${iso('a.due_at')} AS "dueAt", ${SCORES} AS scores,
        EXISTS (SELECT FROM challenge_anchor k WHERE k.proposal_id = a.proposal_id) AS "isAnchor",
        coalesce((SELECT json_agg(json_build_object('id', k.id, 'weight', k.weight, 'knockOutMinimum', k.knock_out_minimum))
          FROM criterion k WHERE k.challenge_id = c.id), '[]'::json) AS criteria
       FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id AND c.state IN ('evaluating', 'decided')
       CROSS JOIN LATERAL review_conflict_card(a.id) card
       LEFT JOIN review r ON r.assignment_id = a.id AND r.reviewer_id = a.reviewer_id
       WHERE a.reviewer_id = $1 ORDER BY c.id, number LIMIT 500`,
      [reviewerId],
    );
  }

  /** Gives the reviews of a proposal that the reader may see: the own one, and others' once the own one is in. */
  reviewsOf(tx: Tx, proposalId: string): Promise<ReviewRow[]> {
    return tx.rows<ReviewRow>(
      `SELECT r.id, r.reviewer_id AS "reviewerId", r.state, r.version, r.remark, r.confidence, ${iso('r.updated_at')} AS "updatedAt",
        ${iso('r.submitted_at')} AS "submittedAt", ${SCORES} AS scores
       FROM review r WHERE r.proposal_id = $1 ORDER BY r.submitted_at, r.id LIMIT 51`,
      [proposalId],
    );
  }

  /** Gives the own review of a task. */
  ownReview(tx: Tx, reviewerId: string, assignmentId: string): Promise<ReviewRow | null> {
    return tx.row<ReviewRow>(
      `SELECT r.id, r.reviewer_id AS "reviewerId", r.state, r.version, r.remark, r.confidence, ${iso('r.updated_at')} AS "updatedAt",
        ${iso('r.submitted_at')} AS "submittedAt", ${SCORES} AS scores
       FROM review r WHERE r.assignment_id = $1 AND r.reviewer_id = $2`,
      [assignmentId, reviewerId],
    );
  }

  /** Writes the reviewer's answer to the question about conflicts. */
  async respond(tx: Tx, assignmentId: string, state: AssignmentState, conflictReason: string | null): Promise<void> {
    await tx.run(
      `UPDATE review_assignment SET state = $2, conflict_reason = $3, responded_at = htsm_now() WHERE id = $1`,
      [assignmentId, state, conflictReason],
    );
  }

  async setAssignmentState(tx: Tx, assignmentId: string, state: AssignmentState): Promise<void> {
    await tx.run('UPDATE review_assignment SET state = $2 WHERE id = $1', [assignmentId, state]);
  }

  /** Makes the empty review of an accepted task. */
  async start(tx: Tx, assignment: OwnAssignment, reviewerId: string): Promise<void> {
    await tx.run(
      'INSERT INTO review (assignment_id, proposal_id, reviewer_id) VALUES ($1, $2, $3) ON CONFLICT (assignment_id) DO NOTHING',
      [assignment.id, assignment.proposalId, reviewerId],
    );
  }

  /** Takes a review out of the judgement: it no longer counts and nobody sees it. */
  async retract(tx: Tx, assignmentId: string): Promise<void> {
    await tx.run(
      `UPDATE review SET state = 'draft', submitted_at = NULL, version = version + 1 WHERE assignment_id = $1`,
      [assignmentId],
    );
  }

  /** Saves a draft when it still has the given version; gives the new one, or null when it has not. */
  saveDraft(
    tx: Tx,
    reviewId: string,
    version: number,
    { remark, confidence }: Pick<SaveReviewDto, 'remark' | 'confidence'>,
  ): Promise<{ version: number; savedAt: string } | null> {
    return tx.row(
      `UPDATE review SET remark = coalesce($3, remark), confidence = CASE WHEN $4 THEN $5 ELSE confidence END, updated_at = htsm_now(), version = version + 1
       WHERE id = $1 AND version = $2 AND state = 'draft' RETURNING version, ${iso('updated_at')} AS "savedAt"`,
      [reviewId, version, remark ?? null, confidence !== undefined, confidence ?? null],
    );
  }

  /** Writes the given scores over the stored ones; other criteria stay. */
  async saveScores(tx: Tx, reviewId: string, scores: readonly ReviewScoreDto[]): Promise<void> {
    await tx.run(
      `INSERT INTO review_score (review_id, criterion_id, score, is_not_applicable, reason)
       SELECT $1, s.* FROM unnest($2::uuid[], $3::int[], $4::boolean[], $5::text[]) s
       ON CONFLICT (review_id, criterion_id) DO UPDATE
       SET score = excluded.score, is_not_applicable = excluded.is_not_applicable, reason = excluded.reason`,
      [
        reviewId,
        scores.map((score) => score.criterionId),
        scores.map((score) => score.score),
        scores.map((score) => score.isNotApplicable),
        scores.map((score) => score.reason),
      ],
    );
  }

  /** Hands in a draft when it still has the given version; gives the new one, or null when it has not. */
  submit(tx: Tx, reviewId: string, version: number): Promise<{ version: number; savedAt: string } | null> {
    return tx.row(
      `UPDATE review SET state = 'submitted', submitted_at = htsm_now(), updated_at = htsm_now(), version = version + 1
       WHERE id = $1 AND version = $2 AND state = 'draft' RETURNING version, ${iso('updated_at')} AS "savedAt"`,
      [reviewId, version],
    );
  }
}
