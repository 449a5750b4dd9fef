import { Injectable } from '@nestjs/common';
import type { AssignmentState, ChallengeState } from '@htsm/domain';
import type { MailRecipient, Tx } from '@htsm/api/core';
import type {
  AssignedProposalDto,
  CandidateReviewerDto,
  ReviewerDto,
  TaskforceProposalDto,
} from '../dto/assignments.dto';
import { ConflictsRepository, toConflict, type FoundConflict } from '../panels/conflicts.repository';
import { iso } from '../reading/sql-fragments';

/** A task as the taskforce acts on it. */
export interface TaskRow {
  readonly id: string;
  readonly challengeId: string;
  readonly challengeState: ChallengeState;
  readonly challengeTitleNl: string;
  readonly challengeTitleEn: string;
  readonly proposalId: string;
  readonly reviewerId: string;
  readonly state: AssignmentState;
  readonly dueAt: string;
  /** Tasks of this reviewer in this challenge that are not submitted. */
  readonly open: number;
  /** Whether this reviewer was reminded of this task in the last twenty hours. */
  readonly isReminded: boolean;
}

/** A pair that may not be: the person belongs to a party. */
export interface PartyRow {
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly organisationName: string;
}

const PROPOSAL = `p.id, n.number, p.title, p.summary, o.name AS "organisationName",
  o.city AS "organisationCity", p.price_eur AS "priceEur", ${iso('p.submitted_at')} AS "submittedAt"`;
const FROM_PROPOSALS = `FROM proposal p JOIN proposal_numbers($1) n ON n.proposal_id = p.id JOIN organisation o ON o.id = p.organisation_id
  WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) ORDER BY n.number, p.id LIMIT 1000`;
const OPEN_REVIEWS = `(SELECT count(*)::int FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id
  WHERE a.reviewer_id = u.id AND a.state IN ('assigned', 'accepted') AND c.state = 'evaluating')`;
/** Rivals judge nobody of their challenge, so one proposal makes its whole organisation a party to all. */
const PROPOSERS = `SELECT r.organisation_id FROM proposal r WHERE r.challenge_id = $1 AND proposal_is_unsealed(r.state)`;
const PANEL = `FROM membership b JOIN app_user u ON u.id = b.user_id
  WHERE b.body = 'review_panel' AND u.disabled_at IS NULL`;

/** The taskforce's side of assignments. */
@Injectable()
export class AssignmentsRepository {
  constructor(private readonly conflicts: ConflictsRepository) {}

  proposals(tx: Tx, challengeId: string): Promise<TaskforceProposalDto[]> {
    return tx.rows(`SELECT ${PROPOSAL} ${FROM_PROPOSALS}`, [challengeId]);
  }

  assignedProposals(tx: Tx, challengeId: string): Promise<AssignedProposalDto[]> {
    return tx.rows(
      `SELECT ${PROPOSAL}, coalesce((SELECT json_agg(json_build_object('id', a.id, 'reviewerId', a.reviewer_id,
          'reviewerName', u.name, 'state', a.state, 'dueAt', ${iso('a.due_at')},
          'isLate', a.state IN ('assigned', 'accepted') AND a.due_at < htsm_now(), 'conflictReason', a.conflict_reason,
          'reviewId', CASE WHEN a.state = 'submitted' THEN r.id END, 'submittedAt', ${iso('r.submitted_at')},
          'remindedAt', ${iso('a.reminded_at')}) ORDER BY u.name, a.id)
        FROM review_assignment a JOIN app_user u ON u.id = a.reviewer_id LEFT JOIN review r ON r.assignment_id = a.id
        WHERE a.proposal_id = p.id), '[]'::json) AS assignments ${FROM_PROPOSALS}`,
      [challengeId],
    );
  }

  panel(tx: Tx): Promise<ReviewerDto[]> {
    return tx.rows(`SELECT u.id, u.name, ${OPEN_REVIEWS} AS "openReviews" ${PANEL} ORDER BY u.name, u.id LIMIT 500`);
  }

  /** Gives the panel with its load, and what keeps each from which proposals. */
  async candidates(tx: Tx, challengeId: string): Promise<CandidateReviewerDto[]> {
    const people = await tx.rows<Omit<CandidateReviewerDto, 'conflicts'>>(
      `SELECT u.id, u.name, ${OPEN_REVIEWS} AS "openReviews",
        (SELECT count(*)::int FROM review_assignment a WHERE a.reviewer_id = u.id AND a.state = 'submitted') AS "handedIn",
        (SELECT count(*)::int FROM review_assignment a WHERE a.challenge_id = $1 AND a.reviewer_id = u.id AND a.state <> 'conflicted') AS "assignedHere",
        coalesce((SELECT json_agg(p.id ORDER BY p.id) FROM proposal p JOIN challenge c ON c.id = p.challenge_id
          WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) AND EXISTS (SELECT FROM membership m
            WHERE m.user_id = u.id AND (m.organisation_id = c.organisation_id OR m.organisation_id IN (${PROPOSERS})))), '[]'::json)
          AS "partyToProposalIds"
       ${PANEL} AND is_on_panel(u.id, $1) ORDER BY u.name, u.id LIMIT 500`,
      [challengeId],
    );
    return withConflicts(people, await this.conflicts.inChallenge(tx, challengeId));
  }

  /** Gives those of the proposals that are unsealed, of this challenge, and the actor's to have judged. */
  async knownProposals(tx: Tx, challengeId: string, proposalIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM proposal WHERE challenge_id = $1 AND id = ANY ($2) AND proposal_is_unsealed(state) AND NOT i_may_not_judge(id)',
      [challengeId, proposalIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Gives those of the people who are on the panel of the challenge, as a mail reaches them. */
  panelMembers(tx: Tx, challengeId: string, userIds: readonly string[]): Promise<MailRecipient[]> {
    return tx.rows(
      `SELECT u.id AS "userId", u.email, u.name, u.locale ${PANEL} AND is_on_panel(u.id, $1) AND u.id = ANY ($2)`,
      [challengeId, userIds],
    );
  }

  /** Gives everybody on the panel of the challenge, with the words by which a spreadsheet names them. */
  panelNames(tx: Tx, challengeId: string): Promise<{ id: string; email: string; name: string }[]> {
    return tx.rows(`SELECT u.id, u.email, u.name ${PANEL} AND is_on_panel(u.id, $1) ORDER BY u.id`, [challengeId]);
  }

  /** Gives the people who belong to an organisation that posted the challenge or proposes for it, for which proposal ever. */
  parties(tx: Tx, challengeId: string, reviewerIds: readonly string[]): Promise<PartyRow[]> {
    return tx.rows(
      `SELECT DISTINCT ON (u.id) u.id AS "reviewerId", u.name AS "reviewerName", o.name AS "organisationName"
       FROM membership m JOIN app_user u ON u.id = m.user_id JOIN organisation o ON o.id = m.organisation_id
       WHERE m.user_id = ANY ($2) AND (m.organisation_id = (SELECT c.organisation_id FROM challenge c WHERE c.id = $1)
         OR m.organisation_id IN (${PROPOSERS}))
       ORDER BY u.id, o.name`,
      [challengeId, reviewerIds],
    );
  }

  /** Gives what binds the panel to those who take part, waived or not. */
  conflictsIn(tx: Tx, challengeId: string): Promise<FoundConflict[]> {
    return this.conflicts.inChallenge(tx, challengeId);
  }

  /** Makes a task for every pair that has none yet; gives the new pairs. */
  create(
    tx: Tx,
    batch: {
      challengeId: string;
      pairs: readonly { proposalId: string; reviewerId: string }[];
      dueAt: string;
      assignedBy: string;
    },
  ): Promise<{ reviewerId: string; proposalId: string }[]> {
    return tx.rows(
      `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, assigned_by, due_at)
       SELECT $1, p, r, $4, $5 FROM unnest($2::uuid[], $3::uuid[]) AS pair (p, r)
       ON CONFLICT (proposal_id, reviewer_id) DO NOTHING RETURNING reviewer_id AS "reviewerId", proposal_id AS "proposalId"`,
      [
        batch.challengeId,
        batch.pairs.map(({ proposalId }) => proposalId),
        batch.pairs.map(({ reviewerId }) => reviewerId),
        batch.assignedBy,
        batch.dueAt,
      ],
    );
  }

  /** Gives a task and locks it, or null when there is none that the actor sees. */
  task(tx: Tx, assignmentId: string): Promise<TaskRow | null> {
    return tx.row(
      `SELECT a.id, a.challenge_id AS "challengeId", c.state AS "challengeState", c.title_nl AS "challengeTitleNl",
        c.title_en AS "challengeTitleEn", a.proposal_id AS "proposalId", a.reviewer_id AS "reviewerId", a.state,
        ${iso('a.due_at')} AS "dueAt", coalesce(a.reminded_at > htsm_now() - interval '20 hours', false) AS "isReminded",
        (SELECT count(*)::int FROM review_assignment other WHERE other.challenge_id = a.challenge_id
          AND other.reviewer_id = a.reviewer_id AND other.state IN ('assigned', 'accepted')) AS open
       FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id WHERE a.id = $1 FOR UPDATE OF a`,
      [assignmentId],
    );
  }

  /** Gives the task of a submitted review, or null when the actor sees no such review. */
  async taskOfReview(tx: Tx, reviewId: string): Promise<TaskRow | null> {
    const row = await tx.row<{ assignmentId: string }>(
      `SELECT assignment_id AS "assignmentId" FROM review WHERE id = $1 AND state = 'submitted'`,
      [reviewId],
    );
    return row === null ? null : this.task(tx, row.assignmentId);
  }

  async markReminded(tx: Tx, assignmentId: string): Promise<void> {
    await tx.run('UPDATE review_assignment SET reminded_at = htsm_now() WHERE id = $1', [assignmentId]);
  }

  async remove(tx: Tx, assignmentId: string): Promise<void> {
    await tx.run('DELETE FROM review_assignment WHERE id = $1', [assignmentId]);
  }

  /** Makes a submitted review its reviewer's draft again; gives whether it did. */
  async reopen(tx: Tx, reviewId: string, assignmentId: string, state: AssignmentState): Promise<boolean> {
    const row = await tx.row<{ reopened: boolean }>('SELECT reopen_review($1) AS reopened', [reviewId]);
    if (row?.reopened !== true) return false;
    await tx.run('UPDATE review_assignment SET state = $2 WHERE id = $1', [assignmentId, state]);
    return true;
  }
}

/** Adds what binds each to those who take part; what no waiver covers keeps them from the proposals. */
function withConflicts(
  reviewers: readonly Omit<CandidateReviewerDto, 'conflicts'>[],
  found: readonly FoundConflict[],
): CandidateReviewerDto[] {
  const byReviewer = Map.groupBy(found, ({ reviewerId }) => reviewerId);
  return reviewers.map((reviewer) => {
    const own = byReviewer.get(reviewer.id) ?? [];
    const barred = own.filter(({ waivedUntil }) => waivedUntil === null).flatMap(({ proposalIds }) => proposalIds);
    return {
      ...reviewer,
      partyToProposalIds: [...new Set([...reviewer.partyToProposalIds, ...barred])].sort(),
      conflicts: own.map(toConflict),
    };
  });
}
