import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors and the unfinished steps of signing in. */
export class AccountSecurity1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTORS);
    await runner.query(STEPS);
    await runner.query(ADMINISTRATION);
    await runner.query(ADDRESSES);
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
