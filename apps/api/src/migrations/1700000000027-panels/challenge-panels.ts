/**
 * Who judges a challenge. Until its panel is formed that is the whole review panel; from then on the people that the taskforce
 * named, and whoever is taken off sees nothing of it any more, with the next request.
 */
export const CHALLENGE_PANELS = `
  CREATE TABLE challenge_panel (
    challenge_id uuid PRIMARY KEY REFERENCES challenge ON DELETE CASCADE,
    formed_by uuid NOT NULL REFERENCES app_user,
    formed_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE TABLE panel_member (
    challenge_id uuid NOT NULL REFERENCES challenge_panel ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    is_chair boolean NOT NULL DEFAULT false,
    PRIMARY KEY (challenge_id, user_id)
  );
  CREATE UNIQUE INDEX panel_member_one_chair ON panel_member (challenge_id) WHERE is_chair;
  CREATE INDEX panel_member_user ON panel_member (user_id);
  CREATE FUNCTION is_on_panel(person uuid, c uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    RETURN NOT EXISTS (SELECT FROM challenge_panel WHERE challenge_id = c)
      OR EXISTS (SELECT FROM panel_member WHERE challenge_id = c AND user_id = person);
  END $$;
  CREATE OR REPLACE FUNCTION i_review_proposal(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i_am_a_judge() AND NOT i_may_not_judge(p) AND EXISTS (SELECT FROM review_assignment WHERE proposal_id = p
      AND reviewer_id = app_user_id() AND state IN ('accepted', 'submitted') AND is_on_panel(reviewer_id, challenge_id))
  $$;
  CREATE OR REPLACE FUNCTION i_submitted_review_of(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i_am_a_judge() AND NOT i_may_not_judge(p) AND EXISTS (SELECT FROM review_assignment WHERE proposal_id = p
      AND reviewer_id = app_user_id() AND state = 'submitted' AND is_on_panel(reviewer_id, challenge_id))
  $$;
  CREATE OR REPLACE FUNCTION i_review_challenge(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM review_assignment WHERE challenge_id = c AND reviewer_id = app_user_id() AND state <> 'conflicted')
      AND i_am_a_judge() AND is_on_panel(app_user_id(), c)
  $$;
  CREATE OR REPLACE FUNCTION review_conflict_card(assignment uuid) RETURNS TABLE (challenge_title_nl text, challenge_title_en text, owner_name text, proposer_name text, proposer_city text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.title_nl, c.title_en, own.name, o.name, o.city FROM review_assignment a JOIN proposal p ON p.id = a.proposal_id
    JOIN challenge c ON c.id = a.challenge_id JOIN organisation own ON own.id = c.organisation_id JOIN organisation o ON o.id = p.organisation_id
    WHERE a.id = assignment AND a.reviewer_id = app_user_id() AND a.state <> 'conflicted' AND proposal_is_unsealed(p.state)
      AND i_am_a_judge() AND NOT i_may_not_judge(p.id) AND is_on_panel(a.reviewer_id, a.challenge_id)
  $$;
  DROP POLICY own ON review_assignment;
  CREATE POLICY own ON review_assignment FOR SELECT TO htsm_app
    USING (reviewer_id = app_user_id() AND i_am_a_judge() AND is_on_panel(reviewer_id, challenge_id));
  DROP POLICY respond ON review_assignment;
  CREATE POLICY respond ON review_assignment FOR UPDATE TO htsm_app
    USING (reviewer_id = app_user_id() AND i_am_a_judge() AND is_on_panel(reviewer_id, challenge_id)) WITH CHECK (reviewer_id = app_user_id());
  CREATE POLICY on_panel ON review_assignment AS RESTRICTIVE FOR INSERT TO htsm_app WITH CHECK (is_on_panel(reviewer_id, challenge_id));

  CALL guard_rows('challenge_panel'); CALL guard_rows('panel_member');
  GRANT SELECT, INSERT ON challenge_panel TO htsm_app;
  GRANT UPDATE (version) ON challenge_panel TO htsm_app;
  GRANT SELECT, INSERT, DELETE ON panel_member TO htsm_app;
  CREATE POLICY taskforce ON challenge_panel FOR SELECT TO htsm_app USING (app_is_taskforce());
  CREATE POLICY form ON challenge_panel FOR INSERT TO htsm_app
    WITH CHECK (app_is_taskforce() AND formed_by = app_user_id() AND i_have_no_stake_in(challenge_id));
  CREATE POLICY change ON challenge_panel FOR UPDATE TO htsm_app USING (app_is_taskforce() AND i_have_no_stake_in(challenge_id));
  CREATE POLICY taskforce ON panel_member FOR SELECT TO htsm_app USING (app_is_taskforce());
  CREATE POLICY form ON panel_member FOR INSERT TO htsm_app WITH CHECK (app_is_taskforce() AND i_have_no_stake_in(challenge_id)
    AND EXISTS (SELECT FROM membership b WHERE b.user_id = panel_member.user_id AND b.body = 'review_panel'));
  CREATE POLICY take_off ON panel_member FOR DELETE TO htsm_app USING (app_is_taskforce() AND i_have_no_stake_in(challenge_id));
`;
