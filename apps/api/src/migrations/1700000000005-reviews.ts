import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assignments, reviews, scores and the reasoned answers that close a proposal. */
export class Reviews1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const TABLES = `
  CREATE TABLE review_assignment (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge,
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    reviewer_id uuid NOT NULL REFERENCES app_user,
    state text NOT NULL DEFAULT 'assigned' CHECK (state IN ('assigned', 'accepted', 'conflicted', 'submitted')),
    conflict_reason text,
    assigned_by uuid NOT NULL REFERENCES app_user,
    due_at timestamptz NOT NULL,
    responded_at timestamptz,
    /* How many times the platform itself reminded of it, and when anybody last did. */
    reminders int NOT NULL DEFAULT 0 CHECK (reminders BETWEEN 0 AND 2),
    reminded_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    UNIQUE (proposal_id, reviewer_id)
  );
  CREATE INDEX review_assignment_reviewer ON review_assignment (reviewer_id, due_at, id);
  CREATE INDEX review_assignment_challenge ON review_assignment (challenge_id);
  CREATE INDEX review_assignment_due ON review_assignment (due_at) WHERE state IN ('assigned', 'accepted') AND reminders < 2;
  CREATE TABLE review (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    assignment_id uuid NOT NULL UNIQUE REFERENCES review_assignment ON DELETE CASCADE,
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    reviewer_id uuid NOT NULL REFERENCES app_user,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted')),
    remark text NOT NULL DEFAULT '',
    confidence text CHECK (confidence IN ('low', 'medium', 'high')),
    submitted_at timestamptz,
    /* When the decision was made, for a review that was counted in it. */
    counted_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE INDEX review_proposal ON review (proposal_id);
  CREATE TABLE review_score (
    review_id uuid NOT NULL REFERENCES review ON DELETE CASCADE,
    criterion_id uuid NOT NULL REFERENCES criterion,
    score int CHECK (score BETWEEN 0 AND 5),
    is_not_applicable boolean NOT NULL DEFAULT false,
    reason text NOT NULL DEFAULT '',
    PRIMARY KEY (review_id, criterion_id),
    CHECK (NOT (is_not_applicable AND score IS NOT NULL))
  );
  /* The answer owed to every proposal. The outcome is decided here, out of sight: the proposal itself, which its
     proposer can read, follows only at the release. The proposer sees this row from released_at on. */
  CREATE TABLE answer (
    proposal_id uuid PRIMARY KEY REFERENCES proposal ON DELETE CASCADE,
    challenge_id uuid NOT NULL REFERENCES challenge,
    outcome text NOT NULL DEFAULT 'under_review' CHECK (outcome IN ('under_review', 'shortlisted', 'awarded', 'declined', 'reserve')),
    summary text NOT NULL DEFAULT '',
    /* The figures at the release: the proposal's own mean, the median of all that were judged (only of five or more), and
       of how many reviews and proposals they are. */
    mean_score numeric(3, 2),
    field_median numeric(3, 2),
    field_size int,
    review_count int,
    expected_reviews int,
    released_at timestamptz,
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE INDEX answer_challenge ON answer (challenge_id);
  CREATE TABLE answer_reason (
    proposal_id uuid NOT NULL REFERENCES answer ON DELETE CASCADE,
    criterion_id uuid NOT NULL REFERENCES criterion,
    mean_score numeric(3, 2),
    lowest int,
    highest int,
    field_median numeric(3, 2),
    text text NOT NULL DEFAULT '',
    PRIMARY KEY (proposal_id, criterion_id)
  );
`;

/* What binds people to parties and the panel of a challenge came later: 1700000000027-panels has the last word on i_am_conflicted,
   i_may_not_judge, i_may_not_decide, i_could_be_conflicted, i_review_proposal, i_submitted_review_of, i_review_challenge and the
   lists of proposals that are asked once in a statement. */
const FUNCTIONS = `
  /* Whoever belongs to another organisation that proposed for the same challenge; a draft that never came does not count. */
  CREATE FUNCTION i_am_rival_of(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT cardinality(app_org_ids()) > 0 AND EXISTS (SELECT FROM proposal me JOIN proposal other ON other.challenge_id = me.challenge_id
      WHERE me.id = p AND me.organisation_id <> ALL (app_org_ids()) AND other.organisation_id = ANY (app_org_ids()) AND other.state <> 'draft')
  $$;
  CREATE FUNCTION i_am_party_to(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT cardinality(app_org_ids()) > 0 AND EXISTS (SELECT FROM proposal me JOIN challenge c ON c.id = me.challenge_id
      WHERE me.id = p AND (me.organisation_id = ANY (app_org_ids()) OR c.organisation_id = ANY (app_org_ids())))
  $$;
  /* A declared conflict, or a competitor: then the proposal and all that hangs on it do not exist. */
  CREATE FUNCTION i_am_conflicted(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM review_assignment WHERE proposal_id = p AND reviewer_id = app_user_id() AND state = 'conflicted') OR i_am_rival_of(p)
  $$;
  /* The bars of the permission matrix on judging (libs/domain/src/permissions/bars.ts). */
  CREATE FUNCTION i_may_not_judge(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i_am_conflicted(p) OR i_am_party_to(p)
  $$;
  /* Whether there is anything for those questions to find; asked once in a statement. */
  CREATE FUNCTION i_could_be_conflicted() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT cardinality(app_org_ids()) > 0 OR EXISTS (SELECT FROM review_assignment WHERE reviewer_id = app_user_id() AND state = 'conflicted')
  $$;
  /* Tasks are worth something to people on the panel only: who leaves it reads nothing any more, in an open session too. */
  CREATE FUNCTION i_am_a_judge() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT app_has_role('review_panel') OR app_is_taskforce()
  $$;
  CREATE FUNCTION i_review_proposal(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i_am_a_judge() AND NOT i_may_not_judge(p)
      AND EXISTS (SELECT FROM review_assignment WHERE proposal_id = p AND reviewer_id = app_user_id() AND state IN ('accepted', 'submitted'))
  $$;
  CREATE FUNCTION i_submitted_review_of(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i_am_a_judge() AND NOT i_may_not_judge(p)
      AND EXISTS (SELECT FROM review_assignment WHERE proposal_id = p AND reviewer_id = app_user_id() AND state = 'submitted')
  $$;
  CREATE FUNCTION i_review_challenge(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM review_assignment WHERE challenge_id = c AND reviewer_id = app_user_id() AND state <> 'conflicted') AND i_am_a_judge()
  $$;
  /* Whether I still have to judge the proposal myself, or may not: until then nothing of others' judgement reaches me. */
  CREATE FUNCTION i_owe_review_of(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i_may_not_judge(p) OR EXISTS (SELECT FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id
      WHERE a.proposal_id = p AND a.reviewer_id = app_user_id() AND a.state IN ('assigned', 'accepted') AND c.state = 'evaluating')
  $$;
  /* The same, but for bars of another kind, as a list: short, and asked once in a statement. */
  CREATE FUNCTION my_owed_proposals() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(array_agg(a.proposal_id), '{}') FROM review_assignment a JOIN challenge c ON c.id = a.challenge_id
    WHERE a.reviewer_id = app_user_id() AND a.state IN ('assigned', 'accepted') AND c.state = 'evaluating'
  $$;
  /* What i_may_not_judge would say of each proposal, as a list for people who judge; null for others, and where it would be long. */
  CREATE FUNCTION my_barred_proposals() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT NULL::uuid[]
  $$;
  /* The proposals of my tasks in those states that i_review_proposal and i_submitted_review_of are true of. */
  CREATE FUNCTION my_task_proposals(states text[]) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(array_agg(proposal_id), '{}') FROM review_assignment
    WHERE reviewer_id = app_user_id() AND state = ANY (states) AND i_am_a_judge() AND NOT i_may_not_judge(proposal_id)
  $$;
  CREATE FUNCTION i_may_not_decide(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT challenge_is_mine(c)
      OR EXISTS (SELECT FROM proposal p WHERE p.challenge_id = c AND p.state <> 'draft' AND p.organisation_id = ANY (app_org_ids()))
      OR EXISTS (SELECT FROM review_assignment a JOIN proposal p ON p.id = a.proposal_id
        WHERE a.challenge_id = c AND a.reviewer_id = app_user_id() AND a.state <> 'submitted' AND proposal_is_unsealed(p.state))
  $$;
  /* The number by which people speak of a proposal: its place by moment of submission, fixed once nobody can submit. */
  CREATE FUNCTION proposal_number(p uuid) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT count(*)::int FROM proposal me JOIN challenge c ON c.id = me.challenge_id AND c.stopped_accepting_at IS NOT NULL
    JOIN proposal other ON other.challenge_id = me.challenge_id AND other.state <> 'draft'
      AND (other.state <> 'withdrawn' OR other.updated_at >= c.stopped_accepting_at)
      AND (other.submitted_at, other.id) <= (me.submitted_at, me.id)
    WHERE me.id = p
  $$;
  /* The same for all proposals of a challenge, at once. */
  CREATE FUNCTION proposal_numbers(c uuid) RETURNS TABLE (proposal_id uuid, number int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.id, (row_number() OVER (ORDER BY p.submitted_at, p.id))::int FROM proposal p
    JOIN challenge k ON k.id = p.challenge_id AND k.stopped_accepting_at IS NOT NULL
    WHERE p.challenge_id = c AND p.state <> 'draft' AND (p.state <> 'withdrawn' OR p.updated_at >= k.stopped_accepting_at)
  $$;
  /* What a reviewer best judges next: the open task whose proposal has the fewest reviews. Told only at handing one in. */
  CREATE FUNCTION my_least_judged_task(c uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT a.id FROM review_assignment a
    WHERE a.challenge_id = c AND a.reviewer_id = app_user_id() AND a.state IN ('assigned', 'accepted') AND i_am_a_judge() AND NOT i_may_not_judge(a.proposal_id)
    ORDER BY (SELECT count(*) FROM review_assignment o WHERE o.proposal_id = a.proposal_id AND o.state = 'submitted'), proposal_number(a.proposal_id), a.id
    LIMIT 1
  $$;
  CREATE FUNCTION challenge_lacks_answers(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM proposal p LEFT JOIN answer a ON a.proposal_id = p.id
      WHERE p.challenge_id = c AND (proposal_is_unsealed(p.state) OR p.state = 'submitted') AND a.released_at IS NULL)
  $$;
  /* A reopened review is its reviewer's draft again and therefore out of the taskforce's sight. */
  CREATE FUNCTION reopen_review(r uuid) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
    WITH reopened AS (
      UPDATE review SET state = 'draft', submitted_at = NULL, updated_at = htsm_now(), version = version + 1
      WHERE id = r AND state = 'submitted' AND app_is_taskforce() AND NOT i_owe_review_of(proposal_id) RETURNING 1)
    SELECT EXISTS (SELECT FROM reopened)
  $$;
  CREATE FUNCTION organisation_proposes_to_me(o uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM proposal p JOIN challenge c ON c.id = p.challenge_id
      WHERE p.organisation_id = o AND proposal_is_unsealed(p.state) AND c.organisation_id = ANY (app_org_ids()) AND NOT i_am_conflicted(p.id))
  $$;
  /* What a reviewer must know to judge whether there is a conflict, and nothing of the content. */
  CREATE FUNCTION review_conflict_card(assignment uuid) RETURNS TABLE (challenge_title_nl text, challenge_title_en text, owner_name text, proposer_name text, proposer_city text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.title_nl, c.title_en, own.name, o.name, o.city FROM review_assignment a JOIN proposal p ON p.id = a.proposal_id
    JOIN challenge c ON c.id = a.challenge_id JOIN organisation own ON own.id = c.organisation_id JOIN organisation o ON o.id = p.organisation_id
    WHERE a.id = assignment AND a.reviewer_id = app_user_id() AND a.state <> 'conflicted' AND proposal_is_unsealed(p.state)
      AND i_am_a_judge() AND NOT i_may_not_judge(p.id)
  $$;
`;

/** Whether the reader may not judge the proposal; by the list where there is one. */
const barred = (proposalId: string): string =>
  `CASE WHEN (SELECT my_barred_proposals()) IS NULL THEN i_may_not_judge(${proposalId}) ELSE ${proposalId} IN (SELECT unnest(my_barred_proposals())) END`;
const BARRED = barred('proposal_id');
/** Whether the reader may not judge the proposal or still has to. */
const OWED = `(${BARRED} OR proposal_id = ANY ((SELECT my_owed_proposals())::uuid[]))`;

const POLICIES = `
  CALL guard_rows('review_assignment'); CALL guard_rows('review'); CALL guard_rows('review_score'); CALL guard_rows('answer'); CALL guard_rows('answer_reason');
  GRANT SELECT, INSERT, UPDATE, DELETE ON review_assignment, review_score, answer, answer_reason TO htsm_app;
  GRANT SELECT, INSERT, UPDATE ON review TO htsm_app;

  CREATE POLICY reviewer ON proposal FOR SELECT TO htsm_app 
    USING (proposal_is_unsealed(state) AND id = ANY ((SELECT my_task_proposals('{accepted,submitted}'))::uuid[]));
  /* Whoever is conflicted may not judge, so the list spares most rows the question. */
  CREATE POLICY no_conflict ON proposal AS RESTRICTIVE FOR SELECT TO htsm_app
    USING (organisation_id = ANY (app_org_ids()) OR NOT (${barred('id')} AND i_am_conflicted(id)));
  CREATE POLICY reviewer ON challenge FOR SELECT TO htsm_app USING (i_review_challenge(id));
  CREATE POLICY proposes_to_me ON organisation FOR SELECT TO htsm_app USING (organisation_proposes_to_me(id));

  CREATE POLICY own ON review_assignment FOR SELECT TO htsm_app USING (reviewer_id = app_user_id() AND i_am_a_judge());
  CREATE POLICY respond ON review_assignment FOR UPDATE TO htsm_app USING (reviewer_id = app_user_id() AND i_am_a_judge()) WITH CHECK (reviewer_id = app_user_id());
  CREATE POLICY taskforce ON review_assignment FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());

  CREATE POLICY no_conflict ON review_assignment AS RESTRICTIVE FOR ALL TO htsm_app
    USING (NOT ${BARRED});

  CREATE POLICY own ON review FOR ALL TO htsm_app
    USING (reviewer_id = app_user_id() AND i_review_proposal(proposal_id)) WITH CHECK (reviewer_id = app_user_id() AND i_review_proposal(proposal_id));
  CREATE POLICY taskforce ON review FOR SELECT TO htsm_app USING (app_is_taskforce() AND state = 'submitted');
  CREATE POLICY own_review_first ON review AS RESTRICTIVE FOR SELECT TO htsm_app
    USING (NOT ${BARRED} AND (reviewer_id = app_user_id() OR proposal_id <> ALL ((SELECT my_owed_proposals())::uuid[])));
  CREATE POLICY fellow_reviewer ON review FOR SELECT TO htsm_app 
    USING (state = 'submitted' AND proposal_id = ANY ((SELECT my_task_proposals('{submitted}'))::uuid[]));

  CREATE POLICY follows_review ON review_score FOR SELECT TO htsm_app USING (EXISTS (SELECT FROM review r WHERE r.id = review_id));
  CREATE POLICY own ON review_score FOR ALL TO htsm_app
    USING (EXISTS (SELECT FROM review r WHERE r.id = review_id AND r.reviewer_id = app_user_id() AND r.state = 'draft'))
    WITH CHECK (EXISTS (SELECT FROM review r WHERE r.id = review_id AND r.reviewer_id = app_user_id() AND r.state = 'draft'));

  CREATE POLICY taskforce ON answer FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
  /* What is released is no judgement any more but an answer: its parties read it, whatever else they are. */
  CREATE FUNCTION answer_reached_me(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM answer WHERE proposal_id = p AND released_at IS NOT NULL) AND i_am_party_to(p)
      AND (proposal_is_mine(p) OR NOT i_am_conflicted(p))
  $$;
  CREATE POLICY own_review_first ON answer AS RESTRICTIVE FOR ALL TO htsm_app
    USING (NOT ${OWED} OR answer_reached_me(proposal_id)) WITH CHECK (NOT ${OWED});
  CREATE POLICY own_review_first ON answer_reason AS RESTRICTIVE FOR ALL TO htsm_app
    USING (NOT ${OWED} OR answer_reached_me(proposal_id)) WITH CHECK (NOT ${OWED});
  CREATE POLICY proposer ON answer FOR SELECT TO htsm_app USING (released_at IS NOT NULL AND proposal_is_mine(proposal_id));
  CREATE POLICY challenge_owner ON answer FOR SELECT TO htsm_app USING (released_at IS NOT NULL AND challenge_is_mine(challenge_id));
  CREATE POLICY follows_answer ON answer_reason FOR SELECT TO htsm_app USING (EXISTS (SELECT FROM answer a WHERE a.proposal_id = answer_reason.proposal_id));
  CREATE POLICY taskforce ON answer_reason FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());

  /* Lines of the log about the judging of a proposal follow the same bars. */
  CREATE FUNCTION event_is_barred(of_type text, of_id uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM (
        SELECT of_id WHERE of_type = 'proposal'
        UNION ALL SELECT (facts->>'proposalId')::uuid WHERE facts ? 'proposalId'
        UNION ALL SELECT jsonb_array_elements_text(facts->'proposalIds')::uuid WHERE facts ? 'proposalIds'
      ) about (proposal_id) WHERE i_may_not_judge(proposal_id))
  $$;
  DROP POLICY event_read ON event;
  CREATE POLICY event_read ON event FOR SELECT TO htsm_app USING (visible_to_org_ids && app_org_ids() OR app_is_taskforce()
    AND (NOT is_sealed OR event_is_unsealed(subject_id))
    AND NOT ((SELECT i_could_be_conflicted()) AND event_is_barred(subject_type, subject_id, payload)));
`;
