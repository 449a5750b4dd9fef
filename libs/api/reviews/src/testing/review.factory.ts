import { randomUUID } from 'node:crypto';
import type { AssignmentState } from '@htsm/domain';
import { makePerson, type TestDatabase } from '@htsm/api/core/testing';

/** A made task; `reviewId` is null before acceptance. */
export interface MadeAssignment {
  readonly id: string;
  readonly proposalId: string;
  readonly reviewerId: string;
  readonly reviewId: string | null;
}

/** A score of a made review; `na` means not applicable, null not judged. */
export type MadeScore = number | 'na' | null;

/** Values a test may depend on; the others are dull. */
export interface AssignmentValues {
  readonly proposal: { readonly id: string; readonly challengeId: string };
  readonly reviewerId?: string;
  readonly state?: AssignmentState;
  readonly dueAt?: Date;
  readonly conflictReason?: string;
  /** In the order of the criteria. */
  readonly scores?: readonly MadeScore[];
  /** The reason at every criterion. */
  readonly reason?: string;
}

/** A member of the review panel. */
export function makeReviewer(
  database: TestDatabase,
  values: { name?: string } = {},
): Promise<{ id: string; name: string; email: string }> {
  return makePerson(database, { ...values, bodies: ['review_panel'] });
}

/** A task in the given state (default assigned, due in a week), with its review and scores from acceptance on. */
export async function makeAssignment(database: TestDatabase, values: AssignmentValues): Promise<MadeAssignment> {
  const id = randomUUID();
  const { proposal, state = 'assigned' } = values;
  const reviewerId = values.reviewerId ?? (await makeReviewer(database)).id;
  await database.asOwner(
    `INSERT INTO review_assignment (id, challenge_id, proposal_id, reviewer_id, state, conflict_reason, assigned_by, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $4, coalesce($7, htsm_now() + interval '7 days'))`,
    [id, proposal.challengeId, proposal.id, reviewerId, state, values.conflictReason ?? null, values.dueAt ?? null],
  );
  const reviewId =
    state === 'accepted' || state === 'submitted' ? await addReview(database, id, reviewerId, values) : null;
  return { id, proposalId: proposal.id, reviewerId, reviewId };
}

async function addReview(
  database: TestDatabase,
  assignmentId: string,
  reviewerId: string,
  values: AssignmentValues,
): Promise<string> {
  const id = randomUUID();
  const isSubmitted = values.state === 'submitted';
  await database.asOwner(
    `INSERT INTO review (id, assignment_id, proposal_id, reviewer_id, state, submitted_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $5 = 'submitted' THEN htsm_now() END)`,
    [id, assignmentId, values.proposal.id, reviewerId, isSubmitted ? 'submitted' : 'draft'],
  );
  const scores = values.scores ?? (isSubmitted ? [3, 3, 3] : []);
  for (const [position, score] of scores.entries()) {
    await database.asOwner(
      `INSERT INTO review_score (review_id, criterion_id, score, is_not_applicable, reason)
       SELECT $1, k.id, $4, $5, $6 FROM criterion k WHERE k.challenge_id = $2 AND k.position = $3`,
      [
        id,
        values.proposal.challengeId,
        position,
        score === 'na' ? null : score,
        score === 'na',
        values.reason ?? 'Daarom, met uitleg.',
      ],
    );
  }
  return id;
}

/** The answer to a proposal; with `releasedAt` it is what the proposer sees. Every criterion gets the same reason. */
export async function makeAnswer(
  database: TestDatabase,
  values: { proposal: { id: string; challengeId: string }; outcome?: string; reason?: string; isReleased?: boolean },
): Promise<void> {
  await database.asOwner(
    `INSERT INTO answer (proposal_id, challenge_id, outcome, released_at)
     VALUES ($1, $2, $3, CASE WHEN $4 THEN htsm_now() END)`,
    [values.proposal.id, values.proposal.challengeId, values.outcome ?? 'declined', values.isReleased ?? false],
  );
  await database.asOwner(
    `INSERT INTO answer_reason (proposal_id, criterion_id, mean_score, text)
     SELECT $1, k.id, 3, $3 FROM criterion k WHERE k.challenge_id = $2`,
    [values.proposal.id, values.proposal.challengeId, values.reason ?? 'Uitleg bij dit criterium.'],
  );
}
