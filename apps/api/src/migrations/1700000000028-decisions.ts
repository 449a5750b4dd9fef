import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions: what they were calculated from, kept; one question about each answer; and how soon owners answer. */
export class Decisions1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DECISION);
    await runner.query(FREEZE);
    await runner.query(QUESTIONS);
    await runner.query(ANSWER_DAYS);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/*
 * Whoever has a stake in the challenge, or a conflict in it, reads nothing: the basis holds the scores of all proposals. The
 * reviews that are in it are marked by it, so that one that came in the same instant is not counted afterwards.
 */
const DECISION = `
  CREATE TABLE decision (
    challenge_id uuid PRIMARY KEY REFERENCES challenge,
    decided_by uuid NOT NULL REFERENCES app_user,
    decided_at timestamptz NOT NULL DEFAULT htsm_now(),
    /* Criteria, weights, reviews and scores, as the JSON that the ranking was calculated from. */
    basis text NOT NULL,
    basis_sha256 text NOT NULL CHECK (basis_sha256 ~ '^[0-9a-f]{64}$'),
    ranking_sha256 text NOT NULL CHECK (ranking_sha256 ~ '^[0-9a-f]{64}$')
  );
  CALL guard_rows('decision');
  GRANT SELECT, INSERT ON decision TO htsm_app;
  CREATE POLICY taskforce ON decision FOR ALL TO htsm_app
    USING (app_is_taskforce() AND NOT i_may_not_decide(challenge_id)) 
    WITH CHECK (app_is_taskforce() AND NOT i_may_not_decide(challenge_id) AND decided_by = app_user_id());
  CREATE FUNCTION challenge_is_decided(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM decision WHERE challenge_id = c)
  $$;
  /* What a ranking is calculated from, in one order, whoever reads: before the decision what counts now, afterwards what
     counted then, also of a proposal that was withdrawn and of a reviewer whose conflict came to light since. */
  CREATE FUNCTION basis_of_judging(c uuid) RETURNS text LANGUAGE sql STABLE SET search_path = public AS $$
    WITH judged AS (
      SELECT p.id, coalesce(a.expected_reviews, (SELECT count(*) FROM review_assignment t WHERE t.proposal_id = p.id AND t.state <> 'conflicted')) AS expected
      FROM proposal p LEFT JOIN answer a ON a.proposal_id = p.id
      WHERE p.challenge_id = c AND CASE WHEN challenge_is_decided(c) THEN a.released_at IS NOT NULL ELSE proposal_is_unsealed(p.state) END
    )
    SELECT jsonb_build_object(
      'criteria', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'weight', weight, 'knockOutMinimum', knock_out_minimum) ORDER BY position), '[]')
        FROM criterion WHERE challenge_id = c),
      'proposals', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', j.id, 'expectedReviews', j.expected, 'reviews',
          (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'reviewerId', r.reviewer_id, 'scores',
              (SELECT coalesce(jsonb_agg(jsonb_build_object('criterionId', s.criterion_id, 'score', s.score, 'isNotApplicable', s.is_not_applicable)
                ORDER BY s.criterion_id), '[]') FROM review_score s WHERE s.review_id = r.id)) ORDER BY r.id), '[]')
            FROM review r JOIN review_assignment t ON t.id = r.assignment_id
            WHERE r.proposal_id = j.id AND r.state = 'submitted'
              AND CASE WHEN challenge_is_decided(c) THEN r.counted_at IS NOT NULL ELSE t.state = 'submitted' END)) ORDER BY j.id), '[]')
        FROM judged j))::text
  $$;
  CREATE FUNCTION basis_for_deciding(c uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT basis_of_judging(c) WHERE app_is_taskforce() AND NOT i_may_not_decide(c)
  $$;
  CREATE FUNCTION count_reviews() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    UPDATE review SET counted_at = NEW.decided_at
    WHERE id IN (SELECT (jsonb_path_query(NEW.basis::jsonb, '$.proposals[*].reviews[*].id') #>> '{}')::uuid)
      AND proposal_id IN (SELECT id FROM proposal WHERE challenge_id = NEW.challenge_id);
    RETURN NEW;
  END $$;
  CREATE TRIGGER count_reviews BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION count_reviews();
`;

const FREEZE = `
  CREATE FUNCTION refuse_when_decided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    changed jsonb := to_jsonb(coalesce(NEW, OLD));
    of_challenge uuid;
  BEGIN
    of_challenge := CASE TG_TABLE_NAME
      WHEN 'review' THEN (SELECT challenge_id FROM proposal WHERE id = (changed->>'proposal_id')::uuid)
      WHEN 'review_score' THEN (SELECT p.challenge_id FROM review r JOIN proposal p ON p.id = r.proposal_id WHERE r.id = (changed->>'review_id')::uuid)
      WHEN 'answer_reason' THEN (SELECT challenge_id FROM answer WHERE proposal_id = (changed->>'proposal_id')::uuid)
      ELSE (changed->>'challenge_id')::uuid END;
    IF challenge_is_decided(of_challenge) THEN
      RAISE EXCEPTION 'the challenge is decided: its % rows do not change any more', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER refuse_when_decided BEFORE INSERT OR UPDATE OR DELETE ON review FOR EACH ROW EXECUTE FUNCTION refuse_when_decided();
  CREATE TRIGGER refuse_when_decided BEFORE INSERT OR UPDATE OR DELETE ON review_score FOR EACH ROW EXECUTE FUNCTION refuse_when_decided();
  CREATE TRIGGER refuse_when_decided BEFORE INSERT OR UPDATE OR DELETE ON criterion FOR EACH ROW EXECUTE FUNCTION refuse_when_decided();
  CREATE TRIGGER refuse_when_decided BEFORE INSERT OR UPDATE OR DELETE ON answer FOR EACH ROW EXECUTE FUNCTION refuse_when_decided();
  CREATE TRIGGER refuse_when_decided BEFORE INSERT OR UPDATE OR DELETE ON answer_reason FOR EACH ROW EXECUTE FUNCTION refuse_when_decided();
`;

/* One question about an answer, by the proposer, within the days of ANSWER_QUESTION_DAYS; the taskforce replies once. */
const QUESTIONS = `
  CREATE TABLE answer_question (
    proposal_id uuid PRIMARY KEY REFERENCES answer ON DELETE CASCADE,
    challenge_id uuid NOT NULL REFERENCES challenge,
    text text NOT NULL,
    asked_by uuid NOT NULL REFERENCES app_user,
    asked_at timestamptz NOT NULL DEFAULT htsm_now(),
    reply text,
    replied_by uuid REFERENCES app_user,
    replied_at timestamptz,
    CHECK ((reply IS NULL) = (replied_at IS NULL) AND (reply IS NULL) = (replied_by IS NULL))
  );
  CREATE INDEX answer_question_challenge ON answer_question (challenge_id);
  CALL guard_rows('answer_question');
  GRANT SELECT, INSERT ON answer_question TO htsm_app;
  GRANT UPDATE (reply, replied_by, replied_at) ON answer_question TO htsm_app;
  CREATE FUNCTION answer_takes_questions(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM answer WHERE proposal_id = p AND released_at > htsm_now() - interval '30 days')
  $$;
  CREATE POLICY proposer ON answer_question FOR SELECT TO htsm_app USING (proposal_is_mine(proposal_id));
  CREATE POLICY ask ON answer_question FOR INSERT TO htsm_app
    WITH CHECK (proposal_is_mine(proposal_id) AND asked_by = app_user_id() AND reply IS NULL AND answer_takes_questions(proposal_id));
  CREATE POLICY taskforce ON answer_question FOR SELECT TO htsm_app USING (app_is_taskforce());
  CREATE POLICY reply ON answer_question FOR UPDATE TO htsm_app USING (app_is_taskforce() AND reply IS NULL)
    WITH CHECK (replied_by = app_user_id());
  CREATE POLICY own_review_first ON answer_question AS RESTRICTIVE FOR ALL TO htsm_app
    USING (proposal_is_mine(proposal_id) OR NOT i_owe_review_of(proposal_id)) WITH CHECK (proposal_is_mine(proposal_id) OR NOT i_owe_review_of(proposal_id));
  CREATE POLICY not_ones_own ON answer_question AS RESTRICTIVE FOR UPDATE TO htsm_app USING (NOT i_owe_review_of(proposal_id));
  CREATE OR REPLACE FUNCTION challenge_lacks_answers(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM proposal p LEFT JOIN answer a ON a.proposal_id = p.id
        WHERE p.challenge_id = c AND (proposal_is_unsealed(p.state) OR p.state = 'submitted') AND a.released_at IS NULL)
      OR EXISTS (SELECT FROM answer_question WHERE challenge_id = c AND reply IS NULL)
  $$;
`;

/* How long the proposers of an owner waited, from closing to the release of the answers: the median over its challenges. */
const ANSWER_DAYS = `
  CREATE FUNCTION answer_days_of(owner uuid) RETURNS TABLE (days int, challenges int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT ceil(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.decided_at - c.closes_at) / 86400))::int, count(*)::int
    FROM decision d JOIN challenge c ON c.id = d.challenge_id WHERE c.organisation_id = owner HAVING count(*) > 0
  $$;
`;
