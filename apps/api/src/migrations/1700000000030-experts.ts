import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outside experts: invited by mail to the panel of one challenge, and reviewers on that panel alone. */
export class Experts1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INVITATIONS);
    await runner.query(BY_LINK);
    await runner.query(TIES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const INVITATIONS = `
  /* Waiting invitations: whoever accepts becomes a member of the panel, and the row goes. */
  CREATE TABLE panel_invitation (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge_panel ON DELETE CASCADE,
    email citext NOT NULL,
    invited_by uuid NOT NULL REFERENCES app_user,
    sent_at timestamptz NOT NULL DEFAULT htsm_now(),
    expires_at timestamptz NOT NULL,
    UNIQUE (challenge_id, email)
  );
  CALL guard_rows('panel_invitation');
  GRANT SELECT, INSERT, UPDATE, DELETE ON panel_invitation TO htsm_app;
  CREATE POLICY taskforce ON panel_invitation FOR ALL TO htsm_app
    USING (app_is_taskforce() AND i_have_no_stake_in(challenge_id)) WITH CHECK (app_is_taskforce() AND i_have_no_stake_in(challenge_id));

  /* Guests judge nothing where no panel is formed. */
  CREATE OR REPLACE FUNCTION is_on_panel(person uuid, c uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF EXISTS (SELECT FROM challenge_panel WHERE challenge_id = c) THEN
      RETURN EXISTS (SELECT FROM panel_member WHERE challenge_id = c AND user_id = person);
    END IF;
    RETURN NOT EXISTS (SELECT FROM membership WHERE user_id = person AND body = 'review_panel' AND is_guest);
  END $$;
  CREATE OR REPLACE FUNCTION auth_forget_expired(kept_days int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    DELETE FROM session WHERE expires_at < htsm_now();
    DELETE FROM account_token WHERE created_at < htsm_now() - kept_days * interval '1 day' AND expires_at < htsm_now();
    DELETE FROM panel_invitation WHERE expires_at < htsm_now() - kept_days * interval '1 day'
  $$;
`;

/** What the bearer of a mailed link may do; the caller has verified the link. */
const BY_LINK = `
  CREATE FUNCTION auth_panel_invitation() RETURNS TABLE (challenge_id uuid, title_nl text, title_en text, owner_name text, email citext, expires_at timestamptz, has_account boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.id, c.title_nl, c.title_en, o.name, i.email, i.expires_at, EXISTS (SELECT FROM app_user u WHERE u.email = i.email)
    FROM panel_invitation i JOIN challenge c ON c.id = i.challenge_id JOIN organisation o ON o.id = c.organisation_id
    WHERE i.id = app_token_id() AND i.expires_at > htsm_now()
  $$;
  /* Uses the invitation up for the person whom the transaction is of, if it was for their address; of many at once one succeeds. */
  CREATE FUNCTION auth_join_panel() RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE joined uuid;
  BEGIN
    DELETE FROM panel_invitation i WHERE i.id = app_token_id() AND i.expires_at > htsm_now()
      AND EXISTS (SELECT FROM app_user u WHERE u.id = app_user_id() AND u.email = i.email AND u.disabled_at IS NULL)
      RETURNING i.challenge_id INTO joined;
    IF joined IS NOT NULL THEN
      INSERT INTO membership (user_id, body, role, is_guest) VALUES (app_user_id(), 'review_panel', 'member', true) ON CONFLICT DO NOTHING;
      INSERT INTO panel_member (challenge_id, user_id) VALUES (joined, app_user_id()) ON CONFLICT DO NOTHING;
      UPDATE challenge_panel SET version = version + 1 WHERE challenge_id = joined;
    END IF;
    RETURN joined;
  END $$;
  CREATE OR REPLACE FUNCTION mail_link_is_live(kind text, variables jsonb) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT CASE WHEN variables->>'tokenId' IS NULL OR kind LIKE 'check_in%' THEN true
      WHEN kind = 'confirm_subscription' THEN EXISTS (SELECT FROM interest i WHERE i.id = (variables->>'tokenId')::uuid AND i.confirmed_at IS NULL)
      WHEN kind = 'expert_invited' THEN EXISTS (SELECT FROM panel_invitation i WHERE i.id = (variables->>'tokenId')::uuid AND i.expires_at > htsm_now())
      ELSE EXISTS (SELECT FROM account_token t WHERE t.id = (variables->>'tokenId')::uuid AND t.used_at IS NULL AND t.expires_at > htsm_now()) END
  $$;
`;

const TIES = `
  /* Tasks under way of the actor that a link of theirs forbids from now on, one row for a challenge and an organisation. */
  CREATE FUNCTION my_tasks_barred_by(declared uuid) RETURNS TABLE (challenge_id uuid, title_nl text, title_en text, organisation_name text, kind text, through text, proposals int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.id, c.title_nl, c.title_en, o.name, (array_agg(t.kind ORDER BY t.fact))[1], (array_agg(t.through ORDER BY t.fact))[1],
      count(DISTINCT a.proposal_id)::int
    FROM reviewer_link l JOIN conflict_tie t ON t.user_id = l.user_id AND split_part(t.fact, ':', 2) = l.id::text
    JOIN proposal_party y ON y.organisation_id = t.organisation_id
    JOIN review_assignment a ON a.proposal_id = y.proposal_id AND a.reviewer_id = l.user_id AND a.state IN ('assigned', 'accepted', 'submitted')
    JOIN challenge c ON c.id = a.challenge_id AND c.state = 'evaluating' JOIN organisation o ON o.id = t.organisation_id
    WHERE l.id = declared AND l.user_id = app_user_id() AND tie_is_live(t.ended_on)
      AND tie_waived_until(c.id, l.user_id, t.organisation_id, t.fact) IS NULL
    GROUP BY c.id, c.title_nl, c.title_en, o.id, o.name ORDER BY c.id, o.name
  $$;
`;
