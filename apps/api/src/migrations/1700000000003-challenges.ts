import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Challenges, their criteria, history and attachments, and the public list that search reads. */
export class Challenges1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(PUBLIC_LIST);
    await runner.query(POLICIES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const TABLES = `
  CREATE TABLE challenge (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    slug text NOT NULL UNIQUE,
    organisation_id uuid NOT NULL REFERENCES organisation,
    created_by uuid NOT NULL REFERENCES app_user,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'in_moderation', 'changes_requested', 'scheduled', 'open', 'evaluating', 'decided', 'closed', 'cancelled')),
    title_nl text NOT NULL DEFAULT '', title_en text NOT NULL DEFAULT '',
    summary_nl text NOT NULL DEFAULT '', summary_en text NOT NULL DEFAULT '',
    problem_nl text NOT NULL DEFAULT '', problem_en text NOT NULL DEFAULT '',
    context_nl text NOT NULL DEFAULT '', context_en text NOT NULL DEFAULT '',
    success_nl text NOT NULL DEFAULT '', success_en text NOT NULL DEFAULT '',
    programme text NOT NULL DEFAULT '',
    partners text NOT NULL DEFAULT '',
    themes text[] NOT NULL DEFAULT '{}',
    capabilities text[] NOT NULL DEFAULT '{}',
    trl_from int CHECK (trl_from BETWEEN 1 AND 9),
    trl_to int CHECK (trl_to BETWEEN 1 AND 9),
    region text CHECK (region IN ('groningen', 'friesland', 'drenthe', 'elsewhere')),
    budget_eur int CHECK (budget_eur > 0),
    no_budget_reason text NOT NULL DEFAULT '',
    ip_regime text CHECK (ip_regime IN ('exclusive', 'non_exclusive', 'stays_with_sme')),
    hours_asked int CHECK (hours_asked > 0),
    decider text NOT NULL DEFAULT '',
    contact_name text NOT NULL DEFAULT '',
    opens_at timestamptz,
    closes_at timestamptz,
    decision_due_at timestamptz,
    opened_at timestamptz,
    stopped_accepting_at timestamptz,
    cancel_reason text,
    /* Whether reviewers judge without knowing whose a proposal is. */
    is_blind boolean NOT NULL DEFAULT false,
    is_demo boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE INDEX challenge_organisation ON challenge (organisation_id);
  CREATE INDEX challenge_clock ON challenge (state, opens_at, closes_at) WHERE state IN ('scheduled', 'open');
  /* The contact person's address: of a public challenge for who is signed in, so it is a row of its own. */
  CREATE TABLE challenge_contact (
    challenge_id uuid PRIMARY KEY REFERENCES challenge ON DELETE CASCADE,
    email text NOT NULL
  );
  CREATE TABLE criterion (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    position int NOT NULL,
    title_nl text NOT NULL DEFAULT '', title_en text NOT NULL DEFAULT '',
    weight int NOT NULL CHECK (weight BETWEEN 0 AND 100),
    knock_out_minimum int CHECK (knock_out_minimum BETWEEN 1 AND 5),
    score_labels_nl text[] NOT NULL DEFAULT '{}',
    score_labels_en text[] NOT NULL DEFAULT '{}',
    UNIQUE (challenge_id, position) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE TABLE challenge_transition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    from_state text NOT NULL,
    to_state text NOT NULL,
    actor_id uuid,
    actor_name text NOT NULL,
    reason text,
    occurred_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX challenge_transition_challenge ON challenge_transition (challenge_id, id);
  /* One row per stored content; the bytes live in the file store under this hash. */
  CREATE TABLE stored_file (
    sha256 text PRIMARY KEY,
    size_bytes bigint NOT NULL,
    media_type text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE TABLE challenge_attachment (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    sha256 text NOT NULL REFERENCES stored_file,
    file_name text NOT NULL,
    uploaded_by uuid NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX challenge_attachment_challenge ON challenge_attachment (challenge_id);
`;

/** A copy of what everyone may read, kept by trigger, without row security: operators of text search are not leakproof. */
const PUBLIC_LIST = `
  CREATE TABLE public_challenge (
    id uuid PRIMARY KEY REFERENCES challenge ON DELETE CASCADE,
    slug text NOT NULL UNIQUE,
    state text NOT NULL,
    owner_name text NOT NULL,
    programme text NOT NULL,
    title_nl text NOT NULL, title_en text NOT NULL,
    summary_nl text NOT NULL, summary_en text NOT NULL,
    themes text[] NOT NULL, capabilities text[] NOT NULL,
    region text, budget_eur int, no_budget_reason text NOT NULL,
    ip_regime text, hours_asked int, trl_from int, trl_to int,
    opened_at timestamptz NOT NULL, closes_at timestamptz NOT NULL, is_demo boolean NOT NULL,
    text_nl tsvector NOT NULL, text_en tsvector NOT NULL,
    theme_paths text[] NOT NULL
  );
  CREATE INDEX public_challenge_closing ON public_challenge (state, closes_at, id);
  CREATE INDEX public_challenge_newest ON public_challenge (state, opened_at DESC, id);
  CREATE INDEX public_challenge_text_nl ON public_challenge USING gin (text_nl);
  CREATE INDEX public_challenge_text_en ON public_challenge USING gin (text_en);
  CREATE INDEX public_challenge_themes ON public_challenge USING gin (theme_paths);
  CREATE INDEX public_challenge_title ON public_challenge USING gin ((title_nl || ' ' || title_en) gin_trgm_ops);

  /* The codes of themes and of what they are below, each once: who asks for a theme finds all below it. */
  CREATE FUNCTION theme_paths(codes text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(DISTINCT code), '{}') FROM (
      SELECT unnest(codes) AS code UNION ALL SELECT split_part(c, '/', 1) FROM unnest(codes) AS c) both_levels
  $$;
  CREATE FUNCTION refresh_public_challenge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF NEW.state NOT IN ('open', 'evaluating', 'decided', 'closed') AND NOT (NEW.state = 'cancelled' AND NEW.opened_at IS NOT NULL) THEN
      DELETE FROM public_challenge WHERE id = NEW.id;
      RETURN NEW;
    END IF;
    INSERT INTO public_challenge
    SELECT NEW.id, NEW.slug, NEW.state, o.name, NEW.programme, NEW.title_nl, NEW.title_en, NEW.summary_nl, NEW.summary_en,
      NEW.themes, NEW.capabilities, NEW.region, NEW.budget_eur, NEW.no_budget_reason, NEW.ip_regime, NEW.hours_asked,
      NEW.trl_from, NEW.trl_to, NEW.opened_at, NEW.closes_at, NEW.is_demo,
      setweight(to_tsvector('dutch', NEW.title_nl), 'A') || setweight(to_tsvector('dutch', NEW.summary_nl || ' ' || array_to_string(NEW.capabilities, ' ') || ' ' || o.name), 'B')
        || setweight(to_tsvector('dutch', regexp_replace(NEW.problem_nl || ' ' || NEW.context_nl, '<[^>]*>', ' ', 'g')), 'C'),
      setweight(to_tsvector('english', NEW.title_en), 'A') || setweight(to_tsvector('english', NEW.summary_en || ' ' || array_to_string(NEW.capabilities, ' ') || ' ' || o.name), 'B')
        || setweight(to_tsvector('english', regexp_replace(NEW.problem_en || ' ' || NEW.context_en, '<[^>]*>', ' ', 'g')), 'C'),
      theme_paths(NEW.themes)
    FROM organisation o WHERE o.id = NEW.organisation_id
    ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, state = excluded.state, owner_name = excluded.owner_name, programme = excluded.programme,
      title_nl = excluded.title_nl, title_en = excluded.title_en, summary_nl = excluded.summary_nl, summary_en = excluded.summary_en,
      themes = excluded.themes, capabilities = excluded.capabilities, region = excluded.region, budget_eur = excluded.budget_eur,
      no_budget_reason = excluded.no_budget_reason, ip_regime = excluded.ip_regime, hours_asked = excluded.hours_asked,
      trl_from = excluded.trl_from, trl_to = excluded.trl_to, opened_at = excluded.opened_at, closes_at = excluded.closes_at,
      is_demo = excluded.is_demo, text_nl = excluded.text_nl, text_en = excluded.text_en,
      theme_paths = excluded.theme_paths;
    PERFORM pg_notify('public_challenges', NEW.id::text);
    RETURN NEW;
  END $$;
  CREATE TRIGGER challenge_public AFTER INSERT OR UPDATE ON challenge FOR EACH ROW EXECUTE FUNCTION refresh_public_challenge();
  GRANT SELECT ON public_challenge TO htsm_app, htsm_worker;

  /* Titles that look like a mistyped word; the threshold belongs to the operator, so it is set for this function only. */
  CREATE FUNCTION public_challenges_like(q text) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE
    SET pg_trgm.word_similarity_threshold = 0.4 AS $$
    SELECT id FROM public_challenge WHERE q <% (title_nl || ' ' || title_en) LIMIT 1000
  $$;
`;

const POLICIES = `
  CALL guard_rows('challenge'); CALL guard_rows('criterion'); CALL guard_rows('challenge_transition'); CALL guard_rows('challenge_attachment');
  CALL guard_rows('challenge_contact');
  GRANT SELECT, INSERT, UPDATE, DELETE ON challenge TO htsm_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON criterion, challenge_attachment, challenge_contact TO htsm_app;
  GRANT SELECT, INSERT ON challenge_transition TO htsm_app;
  GRANT SELECT, INSERT ON stored_file TO htsm_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON stored_file TO htsm_worker;

  CREATE FUNCTION challenge_is_public(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM public_challenge WHERE id = c)
  $$;
  CREATE FUNCTION challenge_is_mine(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM challenge WHERE id = c AND organisation_id = ANY (app_org_ids()))
  $$;
  CREATE FUNCTION challenge_is_moderated(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM challenge WHERE id = c AND state <> 'draft')
  $$;

  CREATE POLICY everyone ON challenge FOR SELECT TO htsm_app USING (challenge_is_public(id));
  CREATE POLICY owner ON challenge FOR ALL TO htsm_app
    USING (organisation_id = ANY (app_org_ids())) WITH CHECK (organisation_id = ANY (app_org_ids()));
  CREATE POLICY only_drafts_go ON challenge AS RESTRICTIVE FOR DELETE TO htsm_app USING (state = 'draft');
  CREATE POLICY taskforce ON challenge FOR ALL TO htsm_app USING (app_is_taskforce() AND state <> 'draft') WITH CHECK (app_is_taskforce());

  CREATE POLICY everyone ON criterion FOR SELECT TO htsm_app USING (challenge_is_public(challenge_id));
  CREATE POLICY owner ON criterion FOR ALL TO htsm_app USING (challenge_is_mine(challenge_id)) WITH CHECK (challenge_is_mine(challenge_id));
  CREATE POLICY taskforce ON criterion FOR SELECT TO htsm_app USING (app_is_taskforce() AND challenge_is_moderated(challenge_id));

  CREATE POLICY everyone ON challenge_attachment FOR SELECT TO htsm_app USING (challenge_is_public(challenge_id));
  CREATE POLICY owner ON challenge_attachment FOR ALL TO htsm_app USING (challenge_is_mine(challenge_id)) WITH CHECK (challenge_is_mine(challenge_id));
  CREATE POLICY taskforce ON challenge_attachment FOR SELECT TO htsm_app USING (app_is_taskforce() AND challenge_is_moderated(challenge_id));

  CREATE POLICY signed_in ON challenge_contact FOR SELECT TO htsm_app USING (app_user_id() IS NOT NULL AND challenge_is_public(challenge_id));
  CREATE POLICY owner ON challenge_contact FOR ALL TO htsm_app USING (challenge_is_mine(challenge_id)) WITH CHECK (challenge_is_mine(challenge_id));
  CREATE POLICY taskforce ON challenge_contact FOR SELECT TO htsm_app USING (app_is_taskforce() AND challenge_is_moderated(challenge_id));

  CREATE POLICY concerned ON challenge_transition FOR SELECT TO htsm_app
    USING (challenge_is_mine(challenge_id) OR (app_is_taskforce() AND challenge_is_moderated(challenge_id)));
  CREATE POLICY record ON challenge_transition FOR INSERT TO htsm_app WITH CHECK (challenge_is_mine(challenge_id) OR app_is_taskforce());

  CREATE POLICY challenge_owner ON organisation FOR SELECT TO htsm_app
    USING (kind <> 'sme' AND EXISTS (SELECT FROM challenge c WHERE c.organisation_id = organisation.id AND challenge_is_public(c.id)));
`;
