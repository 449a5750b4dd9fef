import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { inLanguage, iso } from '@htsm/api/reviews';
import type {
  AnswersLaneDto,
  AssignLaneDto,
  CheckInLaneDto,
  LateLaneDto,
  ModerationLaneDto,
  OverviewChallengeDto,
  OverviewQueryDto,
} from '../dto/board.dto';

/** Items in a lane. */
const LANE = 10;
/** Rows on a page of the overview. */
export const OVERVIEW_PAGE = 20;
/** A challenge may change while it is listed; the key holds every digit that the database knows. */
const UPDATED = 'c.updated_at::text';

/** Writes a lane as one row: its counts over everything, and its most urgent items. */
function lane(counts: string, items: string, order: string): string {
  return `WITH item AS (${items}), shown AS (SELECT * FROM item ORDER BY ${order} LIMIT ${LANE})
    SELECT ${counts}, coalesce((SELECT json_agg(shown ORDER BY ${order}) FROM shown), '[]'::json) AS items FROM item`;
}

/** One statement per lane; every one is an aggregate, so it gives one row also of nothing. */
@Injectable()
export class BoardRepository {
  toModerate(tx: Tx, locale: Locale): Promise<ModerationLaneDto> {
    const items = `SELECT c.id AS "challengeId", ${title(locale)} AS title, o.name AS "ownerName",
        ${iso('coalesce((SELECT max(t.occurred_at) FROM challenge_transition t WHERE t.challenge_id = c.id), c.updated_at)')} AS since
      FROM challenge c JOIN organisation o ON o.id = c.organisation_id WHERE c.state = 'in_moderation'`;
    return one(tx, lane('count(*)::int AS count', items, 'since, "challengeId"'));
  }

  toAssign(tx: Tx, locale: Locale): Promise<AssignLaneDto> {
    const items = `SELECT c.id AS "challengeId", ${title(locale)} AS title, o.name AS "ownerName", count(*)::int AS proposals,
        ${iso('c.stopped_accepting_at')} AS since, ${iso('c.decision_due_at')} AS "decisionDueAt"
      FROM challenge c JOIN organisation o ON o.id = c.organisation_id
      JOIN proposal p ON p.challenge_id = c.id AND proposal_is_unsealed(p.state)
      WHERE c.state = 'evaluating' AND (SELECT count(*) FROM review_assignment a
        WHERE a.proposal_id = p.id AND a.state <> 'conflicted') < 2
      GROUP BY c.id, o.name`;
    return one(
      tx,
      lane('coalesce(sum(proposals), 0)::int AS count', items, '"decisionDueAt" NULLS LAST, since, "challengeId"'),
    );
  }

  lateReviews(tx: Tx, locale: Locale): Promise<LateLaneDto> {
    const items = `SELECT u.id AS "reviewerId", u.name AS "reviewerName", c.id AS "challengeId", ${title(locale)} AS "challengeTitle",
        (array_agg(a.id ORDER BY a.due_at, a.id) FILTER (WHERE ${IS_LATE}))[1] AS "assignmentId",
        count(*) FILTER (WHERE ${IS_LATE})::int AS late, count(*) FILTER (WHERE a.state = 'submitted')::int AS submitted,
        count(*)::int AS total, ${iso(`min(a.due_at) FILTER (WHERE ${IS_LATE})`)} AS "oldestDueAt",
        ${iso(`max((SELECT max(e.occurred_at) FROM event e WHERE e.subject_type = 'review_assignment' AND e.subject_id = a.id
          AND e.type = 'review.reminded')) FILTER (WHERE ${IS_LATE})`)} AS "remindedAt"
      FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id AND c.state = 'evaluating'
      JOIN app_user u ON u.id = a.reviewer_id WHERE a.state <> 'conflicted'
      GROUP BY u.id, u.name, c.id HAVING count(*) FILTER (WHERE ${IS_LATE}) > 0`;
    const counts = 'coalesce(sum(late), 0)::int AS count, count(DISTINCT "reviewerId")::int AS reviewers';
    return one(tx, lane(counts, items, '"oldestDueAt", "assignmentId"'));
  }

  answersOwed(tx: Tx, locale: Locale): Promise<AnswersLaneDto> {
    const items = `SELECT c.id AS "challengeId", ${title(locale)} AS title, o.name AS "ownerName", ${iso('c.decision_due_at')} AS "decisionDueAt",
        count(*)::int AS total, count(*) FILTER (WHERE a.outcome IS NULL OR a.outcome NOT IN ('awarded', 'declined', 'reserve')
          OR EXISTS (SELECT FROM criterion k LEFT JOIN answer_reason e ON e.proposal_id = p.id AND e.criterion_id = k.id
            WHERE k.challenge_id = c.id AND coalesce(btrim(e.text), '') = ''))::int AS unfinished
      FROM challenge c JOIN organisation o ON o.id = c.organisation_id
      JOIN proposal p ON p.challenge_id = c.id AND proposal_is_unsealed(p.state) LEFT JOIN answer a ON a.proposal_id = p.id
      WHERE c.state IN ('evaluating', 'decided') AND a.released_at IS NULL GROUP BY c.id, o.name`;
    return one(tx, lane('coalesce(sum(total), 0)::int AS count', items, '"decisionDueAt" NULLS LAST, "challengeId"'));
  }

  checkIns(tx: Tx, locale: Locale): Promise<CheckInLaneDto> {
    const items = `SELECT m.id AS "matchId", ${title(locale)} AS "challengeTitle", o.name AS "organisationName", m.state,
        m.next_check_in_on::text AS "nextCheckInOn"
      FROM match m JOIN challenge c ON c.id = m.challenge_id JOIN organisation o ON o.id = m.organisation_id
      WHERE m.state <> 'ended' AND m.next_check_in_on <= (htsm_now() AT TIME ZONE 'Europe/Amsterdam')::date`;
    return one(tx, lane('count(*)::int AS count', items, '"nextCheckInOn", "matchId"'));
  }

  /** Gives one row more than a page when there are more; `updated` is the sort key. */
  overview(
    tx: Tx,
    query: OverviewQueryDto,
    after: readonly [string, string] | null,
    locale: Locale,
  ): Promise<(OverviewChallengeDto & { updated: string })[]> {
    const unsealed = 'p.challenge_id = c.id AND proposal_is_unsealed(p.state)';
    return tx.rows(
      `SELECT c.id, c.slug, ${title(locale)} AS title, o.name AS "ownerName", c.state, ${iso('c.opens_at')} AS "opensAt",
        ${iso('c.closes_at')} AS "closesAt", ${iso('c.decision_due_at')} AS "decisionDueAt",
        (SELECT count(*)::int FROM proposal p WHERE ${unsealed}) AS proposals,
        (SELECT count(*)::int FROM review_assignment a WHERE a.challenge_id = c.id AND a.state <> 'conflicted') AS "expectedReviews",
        (SELECT count(*)::int FROM review_assignment a WHERE a.challenge_id = c.id AND a.state = 'submitted') AS "submittedReviews",
        (SELECT count(*)::int FROM answer a WHERE a.challenge_id = c.id AND a.released_at IS NOT NULL) AS answered, ${UPDATED} AS updated
       FROM challenge c JOIN organisation o ON o.id = c.organisation_id
       WHERE c.state <> 'draft' AND ($1::text[] IS NULL OR c.state = ANY ($1))
         AND ($2::timestamptz IS NULL OR (c.updated_at, c.id) < ($2, $3::uuid))
       ORDER BY c.updated_at DESC, c.id DESC LIMIT ${OVERVIEW_PAGE + 1}`,
      [query.state ?? null, after?.[0] ?? null, after?.[1] ?? null],
    );
  }
}

const IS_LATE = `a.state IN ('assigned', 'accepted') AND a.due_at < htsm_now()`;

function title(locale: Locale): string {
  return inLanguage(locale, 'c.title_nl', 'c.title_en');
}

async function one<Lane>(tx: Tx, statement: string): Promise<Lane> {
  const row = await tx.row<Lane>(statement);
  if (row === null) throw new Error('An aggregate gave no row');
  return row;
}
