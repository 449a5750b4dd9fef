import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How SMEs find each other: what each shows to possible partners. */
export class Teaming1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OFFERS);
    await runner.query(OFFER_RULES);
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
