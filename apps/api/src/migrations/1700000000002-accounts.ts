import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, organisations, memberships, sessions and single-use tokens. */
export class Accounts1700000000002 implements MigrationInterface {
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
  CREATE TABLE app_user (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email citext NOT NULL UNIQUE,
    name text NOT NULL,
    locale text NOT NULL DEFAULT 'nl' CHECK (locale IN ('nl', 'en')),
    email_confirmed_at timestamptz,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE TABLE user_credential (
    user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
    password_hash text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE TABLE organisation (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('sme', 'company', 'knowledge')),
    kvk_number text NOT NULL UNIQUE,
    /* KvK number of the top of the group that it says it belongs to; empty when it stands alone or is that top itself. */
    group_kvk_number text NOT NULL DEFAULT '',
    city text NOT NULL DEFAULT '',
    region text CHECK (region IN ('groningen', 'friesland', 'drenthe', 'elsewhere')),
    website text NOT NULL DEFAULT '',
    employees int CHECK (employees > 0),
    is_demo boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE TABLE membership (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    body text NOT NULL CHECK (body IN ('organisation', 'taskforce', 'administration', 'review_panel')),
    organisation_id uuid REFERENCES organisation ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('owner', 'member')),
    /* An outside expert judges only on panels that name them; others judge wherever no panel is formed too. */
    is_guest boolean NOT NULL DEFAULT false CHECK (body = 'review_panel' OR NOT is_guest),
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    CHECK ((body = 'organisation') = (organisation_id IS NOT NULL))
  );
  CREATE UNIQUE INDEX membership_once ON membership (user_id, body, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'));
  CREATE INDEX membership_organisation ON membership (organisation_id);
  CREATE TABLE session (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    token_hash bytea NOT NULL UNIQUE,
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    user_agent text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    last_seen_at timestamptz NOT NULL DEFAULT htsm_now(),
    /* When the person last proved who they are, by a password or a factor. */
    authenticated_at timestamptz NOT NULL DEFAULT htsm_now(),
    /* When a second factor was shown or added in this session; null when none was. */
    second_factor_at timestamptz,
    expires_at timestamptz NOT NULL
  );
  /* Sign-ins of the demo, which need no second factor. Only the owner of the schema writes it, and a production process
     refuses to start while it holds a row. */
  CREATE TABLE second_factor_exemption (
    user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE
  );
  CREATE INDEX session_by_user ON session (user_id);
  CREATE TABLE account_token (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    purpose text NOT NULL CHECK (purpose IN ('confirm_email', 'reset_password', 'change_email', 'link_identity', 'invite')),
    user_id uuid REFERENCES app_user ON DELETE CASCADE,
    email citext NOT NULL,
    organisation_id uuid REFERENCES organisation ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX account_token_organisation ON account_token (organisation_id);
  CREATE INDEX account_token_email ON account_token (email);
  CREATE INDEX app_user_by_name ON app_user (lower(name), id);
  /* What somebody typed at registration; nothing of it exists, and no KvK number is taken, until the address is confirmed. */
  CREATE TABLE registration (
    token_id uuid PRIMARY KEY REFERENCES account_token ON DELETE CASCADE,
    name text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('nl', 'en')),
    password_hash text NOT NULL,
    organisation_name text NOT NULL,
    organisation_kind text NOT NULL CHECK (organisation_kind IN ('sme', 'company', 'knowledge')),
    kvk_number text NOT NULL
  );
`;

/** Lookups that come before there is an actor, each as narrow as its one use. */
const FUNCTIONS = `
  CREATE FUNCTION app_shares_organisation(other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM membership WHERE user_id = other AND organisation_id = ANY (app_org_ids()))
  $$;
  CREATE FUNCTION app_owns_organisation(org uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM membership WHERE user_id = app_user_id() AND organisation_id = org AND role = 'owner')
  $$;
  CREATE FUNCTION auth_person(person uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'locale', u.locale,
      'roles', coalesce((SELECT jsonb_agg(DISTINCT m.body) FROM membership m WHERE m.user_id = u.id AND m.body <> 'organisation'), '[]'),
      'organisations', coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'role', m.role) ORDER BY o.name)
        FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE m.user_id = u.id), '[]'))
    FROM app_user u WHERE u.id = person AND u.disabled_at IS NULL
  $$;
  /* When a session ends: sooner for whoever has a role apart from the organisations at this moment. Terms in hours. */
  CREATE FUNCTION session_end(s session, role_idle int, role_longest int) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT CASE WHEN EXISTS (SELECT FROM membership m WHERE m.user_id = s.user_id AND m.body <> 'organisation')
      THEN LEAST(s.expires_at, s.last_seen_at + role_idle * interval '1 hour', s.created_at + role_longest * interval '1 hour')
      ELSE s.expires_at END
  $$;
  CREATE FUNCTION auth_session(hash bytea, role_idle int, role_longest int) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT auth_person(s.user_id) || jsonb_build_object('sessionId', s.id, 'lastSeenAt', s.last_seen_at,
      'hasSecondFactor', s.second_factor_at IS NOT NULL, 'isExempt', EXISTS (SELECT FROM second_factor_exemption e WHERE e.user_id = s.user_id))
    FROM session s WHERE s.token_hash = hash AND session_end(s, role_idle, role_longest) > htsm_now()
  $$;
  /* Whether this database holds sign-ins that need no second factor: what a production process must not run on. */
  CREATE FUNCTION auth_has_exemptions() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM second_factor_exemption)
  $$;
  CREATE FUNCTION auth_credential(address citext) RETURNS TABLE (user_id uuid, password_hash text, is_confirmed boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.id, c.password_hash, u.email_confirmed_at IS NOT NULL
    FROM app_user u JOIN user_credential c ON c.user_id = u.id WHERE u.email = address AND u.disabled_at IS NULL
  $$;
  CREATE FUNCTION auth_user_by_email(address citext) RETURNS TABLE (user_id uuid, email citext, name text, locale text, is_confirmed boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.id, u.email, u.name, u.locale, u.email_confirmed_at IS NOT NULL FROM app_user u WHERE u.email = address AND u.disabled_at IS NULL
  $$;
  /* The newest registration of an address that still waits for its confirmation. */
  CREATE FUNCTION auth_pending_registration(address citext, kept_days int) RETURNS TABLE (token_id uuid, email citext, password_hash text, name text, locale text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT r.token_id, t.email, r.password_hash, r.name, r.locale FROM account_token t JOIN registration r ON r.token_id = t.id
    WHERE t.email = address AND t.used_at IS NULL AND t.created_at > htsm_now() - kept_days * interval '1 day'
    ORDER BY t.created_at DESC LIMIT 1
  $$;
  /* Forgets what strangers typed and never confirmed, links that nobody can use any more, and sessions that ended by themselves. */
  CREATE FUNCTION auth_forget_expired(kept_days int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    DELETE FROM session WHERE expires_at < htsm_now();
    DELETE FROM account_token WHERE created_at < htsm_now() - kept_days * interval '1 day' AND expires_at < htsm_now()
  $$;
  /* Whoever holds the cookie may end its session, also while signing in as somebody else. */
  CREATE FUNCTION auth_end_session(hash bytea) RETURNS uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
    DELETE FROM session WHERE token_hash = hash RETURNING user_id
  $$;
  /* Name of the organisation that a link invites into; the caller has verified the link. */
  CREATE FUNCTION auth_inviting_organisation(token uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT o.name FROM account_token t JOIN organisation o ON o.id = t.organisation_id WHERE t.id = token AND t.purpose = 'invite'
  $$;
  CREATE FUNCTION auth_kvk_is_taken(number text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM organisation WHERE kvk_number = number)
  $$;
  /* People a mail goes to; returns only what a mail needs. */
  CREATE FUNCTION mail_recipients_of_organisation(org uuid) RETURNS TABLE (user_id uuid, email citext, name text, locale text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.id, u.email, u.name, u.locale FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.organisation_id = org AND u.disabled_at IS NULL AND u.email_confirmed_at IS NOT NULL ORDER BY u.id
  $$;
  CREATE FUNCTION mail_recipients_of_body(wanted text) RETURNS TABLE (user_id uuid, email citext, name text, locale text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT u.id, u.email, u.name, u.locale FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.body = wanted AND wanted <> 'organisation' AND u.disabled_at IS NULL AND u.email_confirmed_at IS NOT NULL ORDER BY u.id
  $$;
`;

const POLICIES = `
  CALL guard_rows('app_user'); CALL guard_rows('user_credential'); CALL guard_rows('organisation');
  CALL guard_rows('membership'); CALL guard_rows('session'); CALL guard_rows('account_token');
  CALL guard_rows('registration'); CALL guard_rows('second_factor_exemption');
  GRANT SELECT, INSERT, UPDATE ON app_user, user_credential, organisation TO htsm_app;
  GRANT SELECT, INSERT, DELETE ON registration TO htsm_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON membership, session, account_token TO htsm_app;

  CREATE POLICY self ON app_user FOR ALL TO htsm_app USING (id = app_user_id()) WITH CHECK (id = app_user_id());
  CREATE POLICY colleagues ON app_user FOR SELECT TO htsm_app USING (app_shares_organisation(id));
  CREATE POLICY taskforce ON app_user FOR SELECT TO htsm_app USING (app_is_taskforce() OR app_has_role('administration'));
  CREATE POLICY self ON user_credential FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());

  CREATE POLICY members ON organisation FOR ALL TO htsm_app USING (id = ANY (app_org_ids())) WITH CHECK (id = ANY (app_org_ids()));
  CREATE POLICY taskforce ON organisation FOR SELECT TO htsm_app USING (app_is_taskforce() OR app_has_role('administration'));

  CREATE POLICY own ON membership FOR SELECT TO htsm_app USING (
    user_id = app_user_id() OR organisation_id = ANY (app_org_ids()) OR app_is_taskforce() OR app_has_role('administration'));
  CREATE POLICY join_organisation ON membership FOR INSERT TO htsm_app
    WITH CHECK (body = 'organisation' AND user_id = app_user_id() AND organisation_id = ANY (app_org_ids()));
  CREATE POLICY leave_organisation ON membership FOR DELETE TO htsm_app
    USING (body = 'organisation' AND organisation_id = ANY (app_org_ids()) AND app_owns_organisation(organisation_id));
  CREATE POLICY grant_role ON membership FOR INSERT TO htsm_app
    WITH CHECK (body <> 'organisation' AND app_has_role('administration'));
  CREATE POLICY revoke_role ON membership FOR DELETE TO htsm_app
    USING (body <> 'organisation' AND app_has_role('administration'));

  CREATE POLICY own ON session FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
  CREATE POLICY by_token ON account_token FOR SELECT TO htsm_app USING (id = app_token_id());
  CREATE POLICY create_token ON account_token FOR INSERT TO htsm_app WITH CHECK (id = app_token_id());
  CREATE POLICY use_token ON account_token FOR UPDATE TO htsm_app USING (id = app_token_id());
  CREATE POLICY own ON account_token FOR ALL TO htsm_app
    USING (user_id = app_user_id() OR app_owns_organisation(organisation_id))
    WITH CHECK (user_id = app_user_id() OR app_owns_organisation(organisation_id));
  CREATE POLICY by_token ON registration FOR ALL TO htsm_app USING (token_id = app_token_id()) WITH CHECK (token_id = app_token_id());
`;
