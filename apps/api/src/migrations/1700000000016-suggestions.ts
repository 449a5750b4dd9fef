import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The taskforce's board of a challenge: whom it invites, who answers, who is introduced, and what came of it. */
export class Suggestions1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(WHO);
    await runner.query(RULES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/*
 * What has other readers is a table of its own: the SME reads its invitation, the owner of the challenge does not; nobody but
 * the taskforce reads why it chose or refused an SME. What came of it is in the ledger of outcomes.
 */
const TABLES = `
  CREATE TABLE suggestion (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    /* Kept in step with the organisation, since owners of challenges do not see the organisations of others. */
    organisation_name text NOT NULL,
    state text NOT NULL DEFAULT 'suggested'
      CHECK (state IN ('suggested', 'invited', 'interested', 'introduced', 'agreed', 'concluded', 'declined', 'vetoed')),
    invited_at timestamptz,
    answered_at timestamptz,
    introduced_at timestamptz,
    agreed_at timestamptz,
    concluded_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1,
    UNIQUE (challenge_id, organisation_id),
    CHECK (state NOT IN ('invited', 'interested', 'introduced', 'agreed', 'concluded', 'declined') OR invited_at IS NOT NULL),
    CHECK (state NOT IN ('introduced', 'agreed', 'concluded') OR introduced_at IS NOT NULL)
  );
  CREATE INDEX suggestion_organisation ON suggestion (organisation_id, id);
  CREATE TABLE suggestion_judgement (
    suggestion_id uuid PRIMARY KEY REFERENCES suggestion ON DELETE CASCADE,
    is_by_hand boolean NOT NULL,
    is_pinned boolean NOT NULL DEFAULT false,
    pin_reason text NOT NULL DEFAULT '' CHECK (length(pin_reason) <= 500),
    veto_reason text NOT NULL DEFAULT '' CHECK (length(veto_reason) <= 500)
  );
  CREATE TABLE suggestion_invitation (
    suggestion_id uuid PRIMARY KEY REFERENCES suggestion ON DELETE CASCADE,
    /* A sentence of the taskforce's own for these SMEs; may be empty. */
    personal text NOT NULL DEFAULT '' CHECK (length(personal) <= 600),
    invited_by uuid NOT NULL REFERENCES app_user,
    remind_at timestamptz,
    reminded_at timestamptz,
    answered_by uuid REFERENCES app_user ON DELETE SET NULL,
    decline_reason text CHECK (decline_reason IN ('no_time', 'not_our_work', 'too_small', 'terms', 'conflict', 'other')),
    words text NOT NULL DEFAULT '' CHECK (length(words) <= 1000)
  );
  CREATE INDEX suggestion_reminder ON suggestion_invitation (remind_at, suggestion_id) WHERE remind_at IS NOT NULL AND reminded_at IS NULL;
  CREATE FUNCTION rename_suggestions() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    UPDATE suggestion SET organisation_name = NEW.name WHERE organisation_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER rename_suggestions AFTER UPDATE OF name ON organisation
    FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION rename_suggestions();
`;

const WHO = `
  /* The id of an SME's place on a board; made of both, so that a preview can tell the address before there is a row. */
  CREATE FUNCTION suggestion_id(c uuid, o uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT overlay(overlay(md5(c::text || o::text) PLACING '8' FROM 13) PLACING 'a' FROM 17)::uuid
  $$;
  CREATE FUNCTION profile_shows_name(o uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM profile WHERE organisation_id = o AND shows_name)
  $$;
  /* Whether an organisation of mine fits the challenge, is on its board, or proposes for it. */
  CREATE FUNCTION i_compete_for(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT cardinality(app_org_ids()) > 0 AND (
      EXISTS (SELECT FROM suggestion WHERE challenge_id = c AND organisation_id = ANY (app_org_ids()))
      OR EXISTS (SELECT FROM recommendation WHERE challenge_id = c AND organisation_id = ANY (app_org_ids()))
      OR EXISTS (SELECT FROM proposal WHERE challenge_id = c AND organisation_id = ANY (app_org_ids())))
  $$;
  /* The bars of the permission matrix on the board: nobody matches who has a stake in it. */
  CREATE FUNCTION i_may_match(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT app_is_taskforce() AND (cardinality(app_org_ids()) = 0 OR NOT (challenge_is_mine(c) OR i_compete_for(c)))
  $$;
  /* For policies of what hangs on a suggestion. */
  CREATE FUNCTION i_may_match_suggestion(s uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT app_is_taskforce() AND EXISTS (SELECT FROM suggestion WHERE id = s AND i_may_match(challenge_id))
  $$;
  CREATE FUNCTION suggestion_reached_me(s uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM suggestion WHERE id = s AND invited_at IS NOT NULL AND organisation_id = ANY (app_org_ids()))
  $$;
  /* The taskforce without a stake in a challenge: whoever may know of its board. */
  CREATE FUNCTION mail_recipients_of_board(c uuid) RETURNS TABLE (user_id uuid, email citext, name text, locale text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT r.user_id, r.email, r.name, r.locale FROM mail_recipients_of_body('taskforce') r WHERE NOT EXISTS (
      SELECT FROM membership m WHERE m.user_id = r.user_id AND m.organisation_id IN (
        SELECT organisation_id FROM challenge WHERE id = c UNION ALL SELECT organisation_id FROM suggestion WHERE challenge_id = c
        UNION ALL SELECT organisation_id FROM recommendation WHERE challenge_id = c UNION ALL SELECT organisation_id FROM proposal WHERE challenge_id = c))
  $$;
  /* Declined and vetoed ones are not suggested to the owner of the challenge again. */
  CREATE FUNCTION suggestion_is_off(c uuid, o uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM suggestion WHERE challenge_id = c AND organisation_id = o AND state IN ('declined', 'vetoed'))
  $$;
`;

/* Owners of challenges see who is on the way, by the name that the SME shows them, and everybody whom they were introduced to. */
const RULES = `
  CALL guard_rows('suggestion'); CALL guard_rows('suggestion_judgement');
  CALL guard_rows('suggestion_invitation');
  GRANT SELECT, INSERT, UPDATE ON suggestion, suggestion_judgement, suggestion_invitation TO htsm_app;
  CREATE POLICY taskforce ON recommendation FOR SELECT TO htsm_app USING (app_is_taskforce() AND i_may_match(challenge_id));
  CREATE POLICY taskforce ON recommendation_words FOR SELECT TO htsm_app USING (app_is_taskforce() AND EXISTS (
    SELECT FROM recommendation r WHERE r.id = recommendation_id AND i_may_match(r.challenge_id)));
  CREATE POLICY taskforce ON suggestion FOR ALL TO htsm_app USING (i_may_match(challenge_id)) WITH CHECK (i_may_match(challenge_id));
  CREATE POLICY invited ON suggestion FOR SELECT TO htsm_app USING (organisation_id = ANY (app_org_ids()) AND invited_at IS NOT NULL);
  CREATE POLICY answer ON suggestion FOR UPDATE TO htsm_app
    USING (organisation_id = ANY (app_org_ids()) AND state IN ('invited', 'interested', 'declined'))
    WITH CHECK (organisation_id = ANY (app_org_ids()) AND state IN ('invited', 'interested', 'declined'));
  CREATE POLICY challenge_owner ON suggestion FOR SELECT TO htsm_app USING (
    (introduced_at IS NOT NULL OR state IN ('invited', 'interested') AND profile_shows_name(organisation_id)) AND challenge_is_mine(challenge_id));
  CREATE POLICY taskforce ON suggestion_judgement FOR ALL TO htsm_app
    USING (i_may_match_suggestion(suggestion_id)) WITH CHECK (i_may_match_suggestion(suggestion_id));
  CREATE POLICY taskforce ON suggestion_invitation FOR ALL TO htsm_app
    USING (i_may_match_suggestion(suggestion_id)) WITH CHECK (i_may_match_suggestion(suggestion_id));
  CREATE POLICY invited ON suggestion_invitation FOR SELECT TO htsm_app USING (suggestion_reached_me(suggestion_id));
  CREATE POLICY answer ON suggestion_invitation FOR UPDATE TO htsm_app
    USING (suggestion_reached_me(suggestion_id)) WITH CHECK (suggestion_reached_me(suggestion_id));
  CREATE POLICY still_suggested ON recommendation AS RESTRICTIVE FOR SELECT TO htsm_app USING (
    app_is_taskforce() OR organisation_id = ANY (app_org_ids()) OR NOT suggestion_is_off(challenge_id, organisation_id));
`;
