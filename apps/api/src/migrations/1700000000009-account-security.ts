import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors and the unfinished steps of signing in. */
export class AccountSecurity1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTORS);
    await runner.query(STEPS);
    await runner.query(ADMINISTRATION);
    await runner.query(ADDRESSES);
    await runner.query(PROVIDERS);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/** What a person can show besides the password. Everything in it is sealed, hashed or public. */
const FACTORS = `
  CREATE TABLE totp_factor (
    user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
    /* Null until the first code from the app was right. */
    secret bytea,
    /* Of an app that is being set up; takes the place of secret at its first right code. */
    next_secret bytea,
    /* The time step of the last code that was taken: no code of it or before it works again. */
    last_step bigint NOT NULL DEFAULT 0,
    added_at timestamptz,
    last_used_at timestamptz
  );
  CREATE TABLE recovery_code (
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    code_hash bytea NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, code_hash)
  );
  CREATE TABLE passkey (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    name text NOT NULL,
    credential_id text NOT NULL UNIQUE,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    added_at timestamptz NOT NULL DEFAULT htsm_now(),
    last_used_at timestamptz
  );
  CREATE INDEX passkey_by_user ON passkey (user_id);
  /* A question to a device; user_id is null when any passkey may answer it. */
  CREATE TABLE passkey_challenge (
    challenge text PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('add', 'second_factor', 'sign_in')),
    user_id uuid REFERENCES app_user ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX passkey_challenge_by_user ON passkey_challenge (user_id, expires_at);
  CALL guard_rows('totp_factor'); CALL guard_rows('recovery_code');
  CALL guard_rows('passkey'); CALL guard_rows('passkey_challenge');
  GRANT SELECT, INSERT, UPDATE, DELETE ON totp_factor, recovery_code, passkey, passkey_challenge TO htsm_app;
  CREATE POLICY own ON passkey FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
  CREATE POLICY own ON passkey_challenge FOR ALL TO htsm_app
    USING (user_id IS NOT DISTINCT FROM app_user_id()) WITH CHECK (user_id IS NOT DISTINCT FROM app_user_id());
  /* Whose passkey it is, for signing in with it alone; the signature is checked afterwards. */
  CREATE FUNCTION auth_passkey_owner(credential text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.user_id FROM passkey p JOIN app_user u ON u.id = p.user_id WHERE p.credential_id = credential AND u.disabled_at IS NULL
  $$;
  CREATE POLICY own ON totp_factor FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
  CREATE POLICY own ON recovery_code FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
`;

/** Somebody whose password was right and whose session is not open yet. */
const STEPS = `
  CREATE TABLE sign_in_step (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    token_hash bytea NOT NULL UNIQUE,
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    purpose text NOT NULL CHECK (purpose IN ('second_factor')),
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX sign_in_step_by_user ON sign_in_step (user_id);
  CALL guard_rows('sign_in_step');
  GRANT SELECT, INSERT, DELETE ON sign_in_step TO htsm_app;
  CREATE POLICY own ON sign_in_step FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
  /* Whoever holds the cookie of a step learns whose it is, and nothing else. */
  CREATE FUNCTION auth_sign_in_step(hash bytea, wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.user_id FROM sign_in_step s JOIN app_user u ON u.id = s.user_id
    WHERE s.token_hash = hash AND s.purpose = wanted AND s.expires_at > htsm_now() AND u.disabled_at IS NULL
  $$;
`;

/** What an administrator may do to somebody else's account, and nothing beside it. */
const ADMINISTRATION = `
  /* Gives whether anything changed. A disabled person loses every session and every link at once. */
  CREATE FUNCTION admin_disable(person uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF NOT app_has_role('administration') OR person = app_user_id() THEN RETURN false; END IF;
    UPDATE app_user SET disabled_at = htsm_now() WHERE id = person AND disabled_at IS NULL;
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM session WHERE user_id = person;
    DELETE FROM sign_in_step WHERE user_id = person;
    UPDATE account_token SET used_at = htsm_now() WHERE user_id = person AND used_at IS NULL;
    RETURN true;
  END $$;
  CREATE FUNCTION admin_enable(person uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF NOT app_has_role('administration') THEN RETURN false; END IF;
    UPDATE app_user SET disabled_at = NULL WHERE id = person AND disabled_at IS NOT NULL;
    RETURN FOUND;
  END $$;
  /* For somebody who lost phone and codes: the second factors go, and with them every session. */
  CREATE FUNCTION admin_clear_factors(person uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  DECLARE had boolean;
  BEGIN
    IF NOT app_has_role('administration') OR person = app_user_id() THEN RETURN false; END IF;
    had := EXISTS (SELECT FROM totp_factor WHERE user_id = person) OR EXISTS (SELECT FROM passkey WHERE user_id = person);
    DELETE FROM totp_factor WHERE user_id = person;
    DELETE FROM passkey WHERE user_id = person;
    DELETE FROM recovery_code WHERE user_id = person;
    IF had THEN
      DELETE FROM session WHERE user_id = person;
      DELETE FROM sign_in_step WHERE user_id = person;
    END IF;
    RETURN had;
  END $$;
`;

/** A person's digests follow the person to another address; a subscription that the address had alone gives way. */
const ADDRESSES = `
  CREATE FUNCTION subscription_follows_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF EXISTS (SELECT FROM subscription WHERE user_id = NEW.id) THEN
      DELETE FROM subscription WHERE email = NEW.email AND user_id IS NULL;
      UPDATE subscription SET email = NEW.email, version = version + 1 WHERE user_id = NEW.id;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER subscription_follows_person AFTER UPDATE OF email ON app_user
    FOR EACH ROW WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION subscription_follows_person();
`;

/** Sign-in pages of organisations (OpenID Connect), people on their way there, and who is who. */
const PROVIDERS = `
  CREATE TABLE identity_provider (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    /* The mail domain for whose people it speaks. */
    domain citext NOT NULL UNIQUE,
    issuer text NOT NULL,
    client_id text NOT NULL,
    /* Sealed. */
    client_secret bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX identity_provider_organisation ON identity_provider (organisation_id);
  CREATE TABLE provider_attempt (
    id uuid PRIMARY KEY,
    provider_id uuid NOT NULL REFERENCES identity_provider ON DELETE CASCADE,
    /* Who was signed in and wants to link; null for signing in. */
    user_id uuid REFERENCES app_user ON DELETE CASCADE,
    /* The page of ours to go on to; null for the person's own. */
    next text,
    state text NOT NULL,
    nonce text NOT NULL,
    code_verifier text NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX provider_attempt_provider ON provider_attempt (provider_id);
  CREATE TABLE external_identity (
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    issuer text NOT NULL,
    subject text NOT NULL,
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    linked_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (issuer, subject)
  );
  CREATE INDEX external_identity_user ON external_identity (user_id);
  /* The identity that a mailed link is about. */
  CREATE TABLE pending_identity (
    token_id uuid PRIMARY KEY REFERENCES account_token ON DELETE CASCADE,
    issuer text NOT NULL,
    subject text NOT NULL
  );
  CALL guard_rows('identity_provider'); CALL guard_rows('provider_attempt');
  CALL guard_rows('external_identity'); CALL guard_rows('pending_identity');
  GRANT SELECT, INSERT, DELETE ON identity_provider, external_identity TO htsm_app;
  GRANT SELECT, INSERT ON pending_identity TO htsm_app;
  GRANT INSERT ON provider_attempt TO htsm_app;
  CREATE POLICY administration ON identity_provider FOR ALL TO htsm_app
    USING (app_has_role('administration')) WITH CHECK (app_has_role('administration'));
  CREATE POLICY by_token ON provider_attempt FOR INSERT TO htsm_app WITH CHECK (id = app_token_id());
  CREATE POLICY own ON external_identity FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
  CREATE POLICY by_token ON pending_identity FOR ALL TO htsm_app USING (token_id = app_token_id()) WITH CHECK (token_id = app_token_id());

  CREATE FUNCTION auth_identity_provider(address_domain citext) RETURNS TABLE (id uuid, domain citext, issuer text, client_id text, client_secret bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT p.id, p.domain, p.issuer, p.client_id, p.client_secret FROM identity_provider p WHERE p.domain = address_domain
  $$;
  /* Uses an attempt up; late ones go with it. */
  CREATE FUNCTION auth_take_provider_attempt(attempt uuid)
    RETURNS TABLE (id uuid, domain citext, issuer text, client_id text, client_secret bytea, state text, nonce text, code_verifier text, user_id uuid, next text)
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    DELETE FROM provider_attempt a WHERE a.expires_at <= htsm_now();
    RETURN QUERY
      WITH taken AS (DELETE FROM provider_attempt a WHERE a.id = attempt AND a.id = app_token_id() RETURNING a.*)
      SELECT p.id, p.domain, p.issuer, p.client_id, p.client_secret, t.state, t.nonce, t.code_verifier, t.user_id, t.next
      FROM taken t JOIN identity_provider p ON p.id = t.provider_id;
  END $$;
  /* Whose identity it is; nobody's when the account is switched off. */
  CREATE FUNCTION auth_external_identity(wanted_issuer text, wanted_subject text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT e.user_id FROM external_identity e JOIN app_user u ON u.id = e.user_id
    WHERE e.issuer = wanted_issuer AND e.subject = wanted_subject AND u.disabled_at IS NULL
  $$;
`;
