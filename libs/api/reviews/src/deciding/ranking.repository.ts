import { Injectable } from '@nestjs/common';
import type { AssignmentState, Confidence, CriterionScore, Locale, Standing } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { inLanguage } from '../reading/sql-fragments';

/** A submitted review, without the reasons. */
export interface FieldReview {
  readonly id: string;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly remark: string;
  readonly confidence: Confidence | null;
  readonly scores: CriterionScore[];
}

/** An unsealed proposal as the ranking needs it, as far as the actor may see it. */
export interface FieldRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organisationName: string;
  readonly organisationCity: string;
  readonly outcome: Standing;
  /** 0 when there is no answer yet. */
  readonly version: number;
  /** Reviewers without a conflict. */
  readonly expectedReviews: number;
  readonly isHiddenFromMe: boolean;
  /** By name of the reviewer. */
  readonly reviews: FieldReview[];
}

/** One score with its reason, for the file of all scores. */
export interface GivenScoreRow {
  readonly number: number;
  readonly title: string;
  readonly reviewerName: string;
  readonly criterion: string;
  readonly weight: number;
  readonly score: number | null;
  readonly isNotApplicable: boolean;
  readonly reason: string;
  readonly confidence: Confidence | null;
  readonly remark: string;
}

/** How far one reviewer is with one proposal. */
export interface TaskRow {
  readonly number: number;
  readonly title: string;
  readonly reviewerName: string;
  readonly state: AssignmentState;
  /** Days in the Netherlands, as 2027-02-03. */
  readonly dueAt: string;
  readonly submittedAt: string | null;
  readonly reminders: number;
}

/** Of challenge `$1`: whether review r of assignment t counts; after the decision those do that did then, whatever came to light since. */
export const COUNTS = `r.state = 'submitted'
  AND CASE WHEN (SELECT challenge_is_decided($1)) THEN r.counted_at IS NOT NULL ELSE t.state = 'submitted' END`;
/** Number of reviews that proposal p with answer a waits for, or waited for at the decision. */
export const EXPECTED_REVIEWS = `coalesce(a.expected_reviews,
  (SELECT count(*)::int FROM review_assignment t WHERE t.proposal_id = p.id AND t.state <> 'conflicted'))`;

const SCORES = `coalesce((SELECT json_agg(json_build_object('criterionId', s.criterion_id, 'score', s.score,
  'isNotApplicable', s.is_not_applicable)) FROM review_score s WHERE s.review_id = r.id), '[]'::json)`;

/** Reads all that one challenge is ranked by. */
@Injectable()
export class RankingRepository {
  /** Gives the unsealed proposals of a challenge by number; the row policies decide whose scores are with them. */
  field(tx: Tx, challengeId: string): Promise<FieldRow[]> {
    return tx.rows(
      `SELECT p.id, n.number, p.title, o.name AS "organisationName", o.city AS "organisationCity",
        coalesce(a.outcome, 'under_review') AS outcome, coalesce(a.version, 0) AS version, i_owe_review_of(p.id) AS "isHiddenFromMe",
        ${EXPECTED_REVIEWS} AS "expectedReviews",
        coalesce((SELECT json_agg(json_build_object('id', r.id, 'reviewerId', r.reviewer_id, 'reviewerName', u.name,
            'remark', r.remark, 'confidence', r.confidence, 'scores', ${SCORES}) ORDER BY u.name, r.id)
          FROM review r JOIN review_assignment t ON t.id = r.assignment_id
          JOIN app_user u ON u.id = r.reviewer_id WHERE r.proposal_id = p.id AND ${COUNTS}), '[]'::json) AS reviews
       FROM proposal p JOIN proposal_numbers($1) n ON n.proposal_id = p.id JOIN organisation o ON o.id = p.organisation_id
       LEFT JOIN answer a ON a.proposal_id = p.id
       WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) ORDER BY n.number, p.id LIMIT 1000`,
      [challengeId],
    );
  }

  /** Gives the proposal that everybody judges first, or null when there is none that the actor sees. */
  async anchor(tx: Tx, challengeId: string): Promise<string | null> {
    const row = await tx.row<{ id: string }>('SELECT proposal_id AS id FROM challenge_anchor WHERE challenge_id = $1', [
      challengeId,
    ]);
    return row?.id ?? null;
  }

  /** Gives every score of a submitted review that the actor sees, by number, reviewer and criterion. */
  scores(tx: Tx, challengeId: string, locale: Locale): Promise<GivenScoreRow[]> {
    return tx.rows(
      `SELECT n.number, p.title, u.name AS "reviewerName", ${inLanguage(locale, 'k.title_nl', 'k.title_en')} AS criterion,
        k.weight, s.score, s.is_not_applicable AS "isNotApplicable", s.reason, r.confidence, r.remark
       FROM proposal p JOIN proposal_numbers($1) n ON n.proposal_id = p.id
       JOIN review r ON r.proposal_id = p.id JOIN review_assignment t ON t.id = r.assignment_id
       JOIN app_user u ON u.id = r.reviewer_id JOIN review_score s ON s.review_id = r.id JOIN criterion k ON k.id = s.criterion_id
       WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) AND ${COUNTS}
       ORDER BY n.number, u.name, r.id, k.position LIMIT 100000`,
      [challengeId],
    );
  }

  /** Gives every task that the actor sees, by number and reviewer. */
  tasks(tx: Tx, challengeId: string): Promise<TaskRow[]> {
    return tx.rows(
      `SELECT n.number, p.title, u.name AS "reviewerName", t.state, ${day('t.due_at')} AS "dueAt",
        ${day('r.submitted_at')} AS "submittedAt", t.reminders
       FROM proposal p JOIN proposal_numbers($1) n ON n.proposal_id = p.id
       JOIN review_assignment t ON t.proposal_id = p.id JOIN app_user u ON u.id = t.reviewer_id
       LEFT JOIN review r ON r.assignment_id = t.id
       WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) ORDER BY n.number, u.name, t.id LIMIT 10000`,
      [challengeId],
    );
  }
}

/** SQL that writes the day of an instant in the Netherlands as ISO 8601. */
function day(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD')`;
}
