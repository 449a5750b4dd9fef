import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reached a person, as a list in the product; and what they chose about the mails of it. */
export class Notices1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NOTICES);
    await runner.query(WHOSE);
    await runner.query(CHOICES);
    await runner.query(MERGING);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/** A notice holds no words: what it is about is read when it is shown, as far as its reader may see that. */
const NOTICES = `
  CREATE TABLE notice (
    /* The id of its mail. */
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    kind text NOT NULL,
    about_type text NOT NULL CHECK (about_type IN
      ('own', 'challenge', 'panel', 'board', 'review', 'proposal', 'suggestion', 'match', 'meeting_event')),
    about_id uuid NOT NULL,
    /* As what the person gets it; null for what is about themselves. */
    role text CHECK (role IN ('taskforce', 'administration', 'review_panel')),
    organisation_id uuid REFERENCES organisation ON DELETE CASCADE,
    path text,
    dedupe_key text NOT NULL UNIQUE,
    read_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX notice_list ON notice (user_id, created_at DESC, id DESC);
  CREATE INDEX notice_unread ON notice (user_id) WHERE read_at IS NULL;
  CREATE INDEX notice_age ON notice (created_at);
  CREATE TABLE notice_mute (
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    about_id uuid NOT NULL,
    muted_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (user_id, about_id)
  );
`;

/**
 * Whether the thing is still its reader's to know of. The questions are asked of the settings of the transaction, so that
 * the worker can ask them for somebody before it mails (docs/adr/0020-notices-and-merging.md).
 */
const WHOSE = `
  CREATE FUNCTION i_have_no_stake_in(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT NOT challenge_is_mine(c)
      AND NOT EXISTS (SELECT FROM proposal p WHERE p.challenge_id = c AND p.state <> 'draft' AND p.organisation_id = ANY (app_org_ids()))
      AND NOT EXISTS (SELECT FROM review_assignment a WHERE a.challenge_id = c AND a.reviewer_id = app_user_id() AND a.state = 'conflicted')
  $$;
  CREATE FUNCTION notice_reaches_me(n notice) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT n.user_id = app_user_id() AND (n.role IS NULL OR app_has_role(n.role))
      AND (n.organisation_id IS NULL OR n.organisation_id = ANY (app_org_ids()))
      AND CASE n.about_type
        WHEN 'own' THEN true
        WHEN 'challenge' THEN challenge_is_public(n.about_id) OR challenge_is_mine(n.about_id)
          OR app_is_taskforce() AND challenge_is_moderated(n.about_id)
        WHEN 'panel' THEN app_is_taskforce() AND i_have_no_stake_in(n.about_id)
        WHEN 'board' THEN i_may_match(n.about_id)
        WHEN 'review' THEN i_am_a_judge() AND EXISTS (SELECT FROM review_assignment a WHERE a.challenge_id = n.about_id
          AND a.reviewer_id = app_user_id() AND NOT i_may_not_judge(a.proposal_id))
        WHEN 'proposal' THEN proposal_is_mine(n.about_id)
        WHEN 'suggestion' THEN suggestion_reached_me(n.about_id)
          OR EXISTS (SELECT FROM suggestion s WHERE s.id = n.about_id AND s.introduced_at IS NOT NULL AND challenge_is_mine(s.challenge_id))
        WHEN 'match' THEN EXISTS (SELECT FROM match m WHERE m.id = n.about_id
          AND (m.organisation_id = ANY (app_org_ids()) OR challenge_is_mine(m.challenge_id)))
        WHEN 'meeting_event' THEN EXISTS (SELECT FROM published_meeting p WHERE p.event_id = n.about_id
          AND (p.challenge_organisation_id = ANY (app_org_ids()) OR p.sme_organisation_id = ANY (app_org_ids())))
        ELSE false END
  $$;
  CALL guard_rows('notice'); CALL guard_rows('notice_mute');
  GRANT SELECT, INSERT ON notice TO htsm_app;
  GRANT UPDATE (read_at) ON notice TO htsm_app;
  CREATE POLICY add ON notice FOR INSERT TO htsm_app WITH CHECK (true);
  CREATE POLICY own ON notice FOR SELECT TO htsm_app USING (user_id = app_user_id() AND notice_reaches_me(notice));
  CREATE POLICY read ON notice FOR UPDATE TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
  GRANT SELECT, INSERT, DELETE ON notice_mute TO htsm_app;
  CREATE POLICY own ON notice_mute FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
`;

/** How somebody wants the mails about a topic; a topic without a row is as it is by default. */
const CHOICES = `
  CREATE TABLE notice_choice (
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    topic text NOT NULL,
    mail text NOT NULL CHECK (mail IN ('at_once', 'daily', 'none')),
    PRIMARY KEY (user_id, topic)
  );
  CALL guard_rows('notice_choice');
  GRANT SELECT, INSERT, UPDATE, DELETE ON notice_choice TO htsm_app;
  CREATE POLICY own ON notice_choice FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
`;

/**
 * A mail that waits says when it goes out with the daily one, if it does; one that was released counts for its day; one that was
 * merged names the mail that says it.
 */
const MERGING = `
  ALTER TABLE mail_outbox ADD COLUMN digest_at timestamptz, ADD COLUMN released_at timestamptz,
    ADD COLUMN merged_into uuid REFERENCES mail_outbox DEFERRABLE INITIALLY DEFERRED;
  CREATE INDEX mail_outbox_waiting ON mail_outbox ((coalesce(digest_at, created_at))) WHERE state = 'waiting';
  CREATE INDEX mail_outbox_waiting_for ON mail_outbox (to_user_id) WHERE state = 'waiting';
  CREATE INDEX mail_outbox_released ON mail_outbox (to_user_id, released_at) WHERE released_at IS NOT NULL;
  CREATE INDEX mail_outbox_merged ON mail_outbox (merged_into) WHERE merged_into IS NOT NULL;
`;
