import { makeChallenge } from '@htsm/api/challenges/testing';
import { makePerson, type TestDatabase } from '@htsm/api/core/testing';

/** How large a judging is to be; every proposal has been judged. */
export interface JudgingSize {
  readonly proposals: number;
  readonly reviewers: number;
  readonly reviewsEach: number;
}

/** Who reads a large judging: somebody whom nothing binds, and somebody on the panel whom links bind to some who take part. */
export interface LargeJudging {
  readonly challengeId: string;
  readonly taskforceId: string;
  readonly linkedId: string;
}

/** A challenge with six criteria that a whole panel judged, and who reads it. */
export async function makeLargeJudging(
  database: TestDatabase,
  { proposals, reviewers, reviewsEach }: JudgingSize,
): Promise<LargeJudging> {
  const { id: challengeId } = await makeChallenge(database, { state: 'evaluating' });
  const { id: taskforceId } = await makePerson(database, { bodies: ['taskforce'] });
  const linkedId = (await makePerson(database, { bodies: ['taskforce', 'review_panel'] })).id;
  const others = await Promise.all(
    Array.from({ length: reviewers - 1 }, () => makePerson(database, { bodies: ['review_panel'] })),
  );
  const panel = [linkedId, ...others.map(({ id }) => id)];
  await database.asOwner('UPDATE criterion SET weight = 20 WHERE challenge_id = $1', [challengeId]);
  await database.asOwner(
    `INSERT INTO criterion (challenge_id, position, title_nl, title_en, weight, score_labels_nl, score_labels_en)
     SELECT challenge_id, position + 3, title_nl || ' b', title_en || ' b', (ARRAY[20, 15, 5])[position + 1], score_labels_nl, score_labels_en
     FROM criterion WHERE challenge_id = $1`,
    [challengeId],
  );
  await database.asOwner(
    `INSERT INTO organisation (name, kind, kvk_number, city, region)
     SELECT 'Bedrijf ' || n, 'sme', (30000000 + n)::text, 'Assen', 'drenthe' FROM generate_series(1, $1) n`,
    [proposals],
  );
  await database.asOwner(
    `INSERT INTO proposal (challenge_id, organisation_id, created_by, state, title, summary, submitted_at)
     SELECT $1, id, $2, 'under_review', 'Voorstel van ' || name, 'Dit doen we.', htsm_now()
     FROM organisation WHERE kvk_number BETWEEN '30000001' AND (30000000 + $3::int)::text`,
    [challengeId, taskforceId, proposals],
  );
  await database.asOwner(
    `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, state, assigned_by, due_at)
     SELECT p.challenge_id, p.id, ($2::uuid[])[1 + (p.n + k * (1 + p.n / $4::int)) % $4::int], 'submitted', $3, htsm_now() + interval '7 days'
     FROM (SELECT id, challenge_id, (row_number() OVER (ORDER BY id))::int AS n FROM proposal WHERE challenge_id = $1) p,
       generate_series(0, $5::int - 1) k ON CONFLICT DO NOTHING`,
    [challengeId, panel, taskforceId, reviewers, reviewsEach],
  );
  await database.asOwner(
    `INSERT INTO review (assignment_id, proposal_id, reviewer_id, state, remark, submitted_at)
     SELECT id, proposal_id, reviewer_id, 'submitted', 'Een opmerking bij het geheel.', htsm_now() FROM review_assignment WHERE challenge_id = $1`,
    [challengeId],
  );
  // a quality for each proposal, a strictness for each reviewer and noise, from the digits of their ids
  await database.asOwner(
    `INSERT INTO review_score (review_id, criterion_id, score, is_not_applicable, reason)
     SELECT r.id, k.id, CASE WHEN noise.n % 20 = 0 THEN NULL ELSE
         least(5, greatest(0, 2 + abs(hashtext(r.proposal_id::text)) % 3 + abs(hashtext(r.reviewer_id::text)) % 2 - noise.n % 2)) END,
       noise.n % 20 = 0, 'De meting is uitgelegd en de cijfers kloppen met de bijlage.'
     FROM review r JOIN review_assignment t ON t.id = r.assignment_id JOIN criterion k ON k.challenge_id = t.challenge_id,
       LATERAL (SELECT abs(hashtext(r.id::text || k.id)) AS n) noise
     WHERE t.challenge_id = $1`,
    [challengeId],
  );
  await makeLinks(database, linkedId);
  await database.asOwner('ANALYZE');
  return { challengeId, taskforceId, linkedId };
}

/** Binds a person to five of those who propose here, and to one with a long past of challenges and proposals elsewhere. */
async function makeLinks(database: TestDatabase, userId: string): Promise<void> {
  const busy = await makeChallenge(database, { state: 'closed' });
  await database.asOwner(
    `INSERT INTO proposal (challenge_id, organisation_id, created_by, state, title, summary, submitted_at)
     SELECT $1, o.id, $2, 'declined', 'Voorstel van ' || o.name, 'Dit deden we.', htsm_now()
     FROM organisation o WHERE kvk_number BETWEEN '30000001' AND '30001000' AND kvk_number > '30000005'`,
    [busy.id, userId],
  );
  await database.asOwner(
    `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number)
     SELECT $1, 'client', name, kvk_number FROM organisation WHERE kvk_number BETWEEN '30000001' AND '30000005' OR id = $2`,
    [userId, busy.organisationId],
  );
}
