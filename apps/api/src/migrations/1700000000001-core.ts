import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Roles, the clock, the actor functions that every row policy reads, the event log and the mail outbox.
 * The roles get their passwords from the migrate command, which knows the application secret.
 */
export class Core1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS citext;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;
      GRANT USAGE ON SCHEMA public TO htsm_app, htsm_worker;
    `);
    await runner.query(CLOCK);
    await runner.query(ACTOR);
    await runner.query(GUARD);
    await runner.query(EVENTS);
    await runner.query(OUTBOX);
    await runner.query(RATE_LIMITS);
  }

  async down(): Promise<void> {
    throw new Error('The first migration has no way back: restore a backup instead.');
  }
}

/** The one clock that decides. The shift is zero except where a test moves time; only the owner may write it. */
const CLOCK = `
  CREATE TABLE clock_shift (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    shift_ms bigint NOT NULL DEFAULT 0
  );
  INSERT INTO clock_shift DEFAULT VALUES;
  GRANT SELECT ON clock_shift TO htsm_app, htsm_worker;
  CREATE FUNCTION htsm_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT clock_timestamp() + (SELECT shift_ms FROM clock_shift) * interval '1 millisecond'
  $$;
`;

/** What the policies know of the person behind the transaction; set by db.as(actor). */
const ACTOR = `
  CREATE FUNCTION app_user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.user_id', true), '')::uuid
  $$;
  CREATE FUNCTION app_org_ids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('app.org_ids', true), ''), '{}')::uuid[]
  $$;
  CREATE FUNCTION app_token_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('app.token_id', true), '')::uuid
  $$;
  CREATE FUNCTION app_has_role(role text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT role = ANY (string_to_array(coalesce(current_setting('app.roles', true), ''), ','))
  $$;
  CREATE FUNCTION app_is_taskforce() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT app_has_role('taskforce')
  $$;
`;

/** Turns on forced row security for a table; the migrating role and the worker see all rows, the API none yet. */
const GUARD = `
  CREATE PROCEDURE guard_rows(target regclass) LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY system_rows ON %s TO htsm_worker, %I USING (true) WITH CHECK (true)', target, current_user);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO htsm_worker', target);
  END $$;
`;

/**
 * One row for every change of state and every refused access: the audit log. Nobody changes a line (docs/adr/0008-audit-chain.md).
 * A sealed line is shown to the taskforce once its subject is in event_unsealed. The salt keeps a short reason from being
 * guessed by its hash after it was erased.
 */
const EVENTS = `
  CREATE TABLE event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type text NOT NULL,
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    actor_id uuid,
    reason text,
    payload jsonb NOT NULL DEFAULT '{}',
    visible_to_org_ids uuid[] NOT NULL DEFAULT '{}',
    is_sealed boolean NOT NULL DEFAULT false,
    request_id uuid DEFAULT nullif(current_setting('app.request_id', true), '')::uuid,
    salt uuid DEFAULT gen_random_uuid(),
    words_erased_at timestamptz,
    occurred_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX event_subject ON event (subject_type, subject_id, id);
  CREATE TABLE event_unsealed (subject_id uuid PRIMARY KEY);
  CREATE FUNCTION event_is_unsealed(subject uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM event_unsealed WHERE subject_id = subject)
  $$;
  CALL guard_rows('event'); CALL guard_rows('event_unsealed');
  REVOKE UPDATE, DELETE ON event, event_unsealed FROM htsm_worker;
  GRANT SELECT, INSERT ON event TO htsm_app;
  CREATE POLICY event_read ON event FOR SELECT TO htsm_app
    USING ((app_is_taskforce() AND (NOT is_sealed OR event_is_unsealed(subject_id))) OR visible_to_org_ids && app_org_ids());
  CREATE POLICY event_add ON event FOR INSERT TO htsm_app WITH CHECK (true);
`;

/**
 * Every mail is a row here first, written in the transaction that caused it; dedupe_key makes it once. `accepted`: the
 * relay has it; `uncertain`: nobody knows whether it does; `suppressed`: nobody may get it (docs/adr/0005-mail-once.md). `waiting`:
 * until it is known what goes with it; then `queued`, said in another mail (`merged`) or not wanted (docs/adr/0020-notices-and-merging.md).
 */
const OUTBOX = `
  CREATE TABLE mail_outbox (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind text NOT NULL,
    to_email citext NOT NULL,
    to_user_id uuid,
    subscription_id uuid,
    locale text NOT NULL CHECK (locale IN ('nl', 'en')),
    variables jsonb NOT NULL,
    dedupe_key text NOT NULL UNIQUE,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'held', 'sending', 'accepted', 'uncertain', 'failed', 'suppressed',
      'waiting', 'merged', 'unwanted')),
    attempts int NOT NULL DEFAULT 0,
    not_before timestamptz NOT NULL DEFAULT clock_timestamp(),
    message_id text NOT NULL UNIQUE,
    claimed_at timestamptz,
    accepted_at timestamptz,
    last_error text,
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX mail_outbox_due ON mail_outbox (not_before, id) WHERE state = 'queued';
  CALL guard_rows('mail_outbox');
  GRANT INSERT ON mail_outbox TO htsm_app;
  CREATE POLICY mail_outbox_add ON mail_outbox FOR INSERT TO htsm_app WITH CHECK (true);
`;

/** Fixed-window counters per key (a hash of account or address and purpose). */
const RATE_LIMITS = `
  CREATE TABLE rate_limit (
    key text PRIMARY KEY,
    hits int NOT NULL,
    resets_at timestamptz NOT NULL
  );
  GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO htsm_app, htsm_worker;
`;
