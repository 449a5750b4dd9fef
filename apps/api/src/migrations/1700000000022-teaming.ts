import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How SMEs find each other: what each shows to possible partners, and calls for partners with their answers. */
export class Teaming1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OFFERS);
    await runner.query(OFFER_RULES);
    await runner.query(CALLS);
    await runner.query(CALL_RULES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/*
 * Of a profile, what possible partners may know: codes and the short words for what it can do. Its texts and documents stay
 * behind the policies of the profile itself.
 */
const OFFERS = `
  CREATE TABLE team_offer (
    organisation_id uuid PRIMARY KEY REFERENCES profile ON DELETE CASCADE,
    organisation_name text NOT NULL,
    city text NOT NULL,
    locale text NOT NULL,
    themes text[] NOT NULL,
    capabilities text[] NOT NULL,
    regions text[] NOT NULL,
    certificates text[] NOT NULL,
    trl_min int,
    trl_max int,
    shows_name boolean NOT NULL
  );
  CREATE FUNCTION refresh_team_offer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    INSERT INTO team_offer
    SELECT p.organisation_id, o.name, o.city, p.locale, p.themes, p.capabilities, p.regions, p.certificates, p.trl_min, p.trl_max, p.shows_name
    FROM profile p JOIN organisation o ON o.id = p.organisation_id
    WHERE p.organisation_id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid
    ON CONFLICT (organisation_id) DO UPDATE SET organisation_name = excluded.organisation_name, city = excluded.city, locale = excluded.locale,
      themes = excluded.themes, capabilities = excluded.capabilities, regions = excluded.regions, certificates = excluded.certificates,
      trl_min = excluded.trl_min, trl_max = excluded.trl_max, shows_name = excluded.shows_name;
    RETURN NULL;
  END $$;
  CREATE TRIGGER refresh_team_offer AFTER INSERT OR UPDATE ON profile FOR EACH ROW EXECUTE FUNCTION refresh_team_offer('organisation_id');
  CREATE TRIGGER refresh_team_offer AFTER UPDATE OF name, city ON organisation FOR EACH ROW EXECUTE FUNCTION refresh_team_offer('id');
`;

/* Who solves challenges sees who shows its name; the taskforce sees all; who only posts challenges, reviews or visits sees none. */
const OFFER_RULES = `
  CALL guard_rows('team_offer');
  GRANT SELECT ON team_offer TO htsm_app;
  CREATE FUNCTION i_can_team() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM organisation WHERE id = ANY (app_org_ids()) AND kind <> 'company')
  $$;
  CREATE POLICY members ON team_offer FOR SELECT TO htsm_app USING (organisation_id = ANY (app_org_ids()));
  CREATE POLICY taskforce ON team_offer FOR SELECT TO htsm_app USING (app_is_taskforce());
  CREATE POLICY partners ON team_offer FOR SELECT TO htsm_app USING (shows_name AND (SELECT i_can_team()));
  CREATE FUNCTION is_owner_of(c uuid, o uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM challenge WHERE id = c AND organisation_id = o)
  $$;
  /* How well those who can be asked fit a challenge; the ranking of partners, without the reasons. */
  CREATE FUNCTION partner_scores(c uuid) RETURNS TABLE (organisation_id uuid, score int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT r.organisation_id, r.score FROM recommendation r
    WHERE r.challenge_id = c AND (r.shows_name AND (SELECT i_can_team()) OR (SELECT i_may_match(c)))
  $$;
`;

const CALLS = `
  CREATE TABLE partner_call (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    /* As it was called when it placed the call: partners do not see the organisations of others. */
    organisation_name text NOT NULL,
    placed_by uuid NOT NULL REFERENCES app_user,
    brings text NOT NULL CHECK (length(brings) <= 600),
    seeks text NOT NULL CHECK (length(seeks) <= 600),
    capabilities text[] NOT NULL CHECK (cardinality(capabilities) <= 12),
    /* Never after the closing of the challenge. */
    ends_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'ended', 'withdrawn')),
    withdraw_reason text NOT NULL DEFAULT '' CHECK (length(withdraw_reason) <= 500),
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    updated_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE UNIQUE INDEX partner_call_one_open ON partner_call (challenge_id, organisation_id) WHERE state = 'open';
  CREATE INDEX partner_call_organisation ON partner_call (organisation_id, created_at DESC, id);
  CREATE TABLE partner_answer (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    call_id uuid NOT NULL REFERENCES partner_call ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    organisation_name text NOT NULL,
    answered_by uuid NOT NULL REFERENCES app_user,
    words text NOT NULL CHECK (length(words) <= 600),
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'declined')),
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    decided_at timestamptz,
    UNIQUE (call_id, organisation_id)
  );
  CREATE INDEX partner_answer_organisation ON partner_answer (organisation_id, created_at DESC, id);
`;

/*
 * Who looks for whom is sensitive: it tells who competes. A call is there for who could join, until it ends by itself; not for
 * the owner of the challenge, reviewers and visitors, before closing or after. The taskforce moderates calls, unless it has a
 * stake; what two parties wrote each other it does not see.
 */
const CALL_RULES = `
  CREATE FUNCTION call_is_on(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM public_challenge WHERE id = c AND state = 'open' AND closes_at > htsm_now())
  $$;
  CREATE FUNCTION call_is_mine(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM partner_call WHERE id = p AND organisation_id = ANY (app_org_ids()))
  $$;
  CREATE FUNCTION call_was_answered_by_me(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM partner_answer WHERE call_id = p AND organisation_id = ANY (app_org_ids()))
  $$;
  /* Whom the two sides of an accepted answer can speak to: for each the other. */
  CREATE FUNCTION partner_contact(a uuid) RETURNS TABLE (name text, email text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.name, u.email::text FROM partner_answer x JOIN partner_call c ON c.id = x.call_id
    JOIN app_user u ON u.id = CASE WHEN x.organisation_id = ANY (app_org_ids()) THEN c.placed_by ELSE x.answered_by END
    WHERE x.id = a AND x.state = 'accepted' AND app_org_ids() && ARRAY[x.organisation_id, c.organisation_id]
  $$;
  CALL guard_rows('partner_call'); CALL guard_rows('partner_answer');
  /* Nobody changes words once they are written. */
  GRANT SELECT, INSERT ON partner_call, partner_answer TO htsm_app;
  GRANT UPDATE (state, withdraw_reason, updated_at) ON partner_call TO htsm_app;
  GRANT UPDATE (state, decided_at) ON partner_answer TO htsm_app;
  CREATE POLICY members ON partner_call FOR SELECT TO htsm_app USING (organisation_id = ANY (app_org_ids()));
  CREATE POLICY place ON partner_call FOR INSERT TO htsm_app WITH CHECK (
    organisation_id = ANY (app_org_ids()) AND state = 'open' AND (SELECT i_can_team()) AND call_is_on(challenge_id) AND NOT challenge_is_mine(challenge_id));
  CREATE POLICY finish ON partner_call FOR UPDATE TO htsm_app
    USING (organisation_id = ANY (app_org_ids()) AND state = 'open') WITH CHECK (organisation_id = ANY (app_org_ids()) AND state = 'ended');
  CREATE POLICY partners ON partner_call FOR SELECT TO htsm_app USING (
    state = 'open' AND ends_at > htsm_now() AND (SELECT i_can_team()) AND NOT app_has_role('review_panel')
    AND call_is_on(challenge_id) AND NOT challenge_is_mine(challenge_id));
  CREATE POLICY answered ON partner_call FOR SELECT TO htsm_app USING (call_was_answered_by_me(id));
  CREATE POLICY taskforce ON partner_call FOR SELECT TO htsm_app USING (i_may_match(challenge_id));
  CREATE POLICY moderate ON partner_call FOR UPDATE TO htsm_app
    USING (i_may_match(challenge_id) AND state = 'open') WITH CHECK (i_may_match(challenge_id) AND state = 'withdrawn');
  CREATE POLICY members ON partner_answer FOR SELECT TO htsm_app USING (organisation_id = ANY (app_org_ids()) OR call_is_mine(call_id));
  CREATE POLICY answer ON partner_answer FOR INSERT TO htsm_app WITH CHECK (
    organisation_id = ANY (app_org_ids()) AND state = 'waiting' AND NOT call_is_mine(call_id)
    AND EXISTS (SELECT FROM partner_call c WHERE c.id = call_id AND c.state = 'open' AND c.ends_at > htsm_now()));
  CREATE POLICY decide ON partner_answer FOR UPDATE TO htsm_app
    USING (call_is_mine(call_id) AND state = 'waiting') WITH CHECK (call_is_mine(call_id) AND state IN ('accepted', 'declined'));
`;
