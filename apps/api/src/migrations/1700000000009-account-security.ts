import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors and the unfinished steps of signing in. */
export class AccountSecurity1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTORS);
    await runner.query(STEPS);
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
