import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The anchor of a challenge: the proposal that every reviewer judges first, so that the panel sees how far apart it lies. */
export class Anchor1700000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ANCHOR);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/* Whoever does not see the proposal does not see that it is the anchor; a reviewer sees it of an own task. */
const ANCHOR = `
  CREATE TABLE challenge_anchor (
    challenge_id uuid PRIMARY KEY REFERENCES challenge,
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    chosen_by uuid NOT NULL REFERENCES app_user,
    chosen_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX challenge_anchor_proposal ON challenge_anchor (proposal_id);
  CALL guard_rows('challenge_anchor');
  GRANT SELECT, INSERT, DELETE ON challenge_anchor TO htsm_app;
  CREATE POLICY taskforce ON challenge_anchor FOR ALL TO htsm_app
    USING (app_is_taskforce() AND NOT i_may_not_judge(proposal_id))
    WITH CHECK (app_is_taskforce() AND NOT i_may_not_judge(proposal_id) AND chosen_by = app_user_id());
  CREATE POLICY own_task ON challenge_anchor FOR SELECT TO htsm_app
    USING (EXISTS (SELECT FROM review_assignment a WHERE a.proposal_id = challenge_anchor.proposal_id
      AND a.reviewer_id = app_user_id() AND a.state <> 'conflicted') AND i_am_a_judge() AND NOT i_may_not_judge(proposal_id));
  CREATE OR REPLACE FUNCTION my_least_judged_task(c uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT a.id FROM review_assignment a
    WHERE a.challenge_id = c AND a.reviewer_id = app_user_id() AND a.state IN ('assigned', 'accepted') AND i_am_a_judge() AND NOT i_may_not_judge(a.proposal_id)
    ORDER BY EXISTS (SELECT FROM challenge_anchor k WHERE k.proposal_id = a.proposal_id) DESC,
      (SELECT count(*) FROM review_assignment o WHERE o.proposal_id = a.proposal_id AND o.state = 'submitted'), proposal_number(a.proposal_id), a.id
    LIMIT 1
  $$;
`;
