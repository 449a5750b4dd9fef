import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those who follow challenges from outside: what changed when, and the programs of others that are told of it. */
export class Feeds1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
    await runner.query(WEBHOOKS);
    await runner.query(HAPPENINGS);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE webhook_delivery; DROP TABLE webhook_event CASCADE; DROP TABLE webhook CASCADE;
      DROP FUNCTION note_webhook_event() CASCADE; DROP FUNCTION note_webhook_match() CASCADE;
      DROP TRIGGER note_public_change ON public_challenge; DROP FUNCTION note_public_change;
      ALTER TABLE public_challenge DROP COLUMN changed_at, DROP COLUMN deadline_sequence`);
  }
}

const CHANGES = `
  ALTER TABLE public_challenge
    ADD COLUMN changed_at timestamptz NOT NULL DEFAULT htsm_now(),
    /* How often the closing moved or was called off; calendars replace an event only by a higher number. */
    ADD COLUMN deadline_sequence int NOT NULL DEFAULT 0;
  CREATE INDEX public_challenge_changed ON public_challenge (changed_at);
  CREATE INDEX public_challenge_closes ON public_challenge (closes_at, id);
  CREATE FUNCTION note_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW IS DISTINCT FROM OLD THEN NEW.changed_at := htsm_now(); END IF;
    IF NEW.closes_at <> OLD.closes_at OR (NEW.state = 'cancelled') <> (OLD.state = 'cancelled') THEN
      NEW.deadline_sequence := OLD.deadline_sequence + 1;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER note_public_change BEFORE UPDATE ON public_challenge FOR EACH ROW EXECUTE FUNCTION note_public_change();
`;

const WEBHOOKS = `
  CREATE TABLE webhook (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    /* Whose challenges it hears of; null for all of them, kept by administrators. */
    organisation_id uuid REFERENCES organisation ON DELETE CASCADE,
    url text NOT NULL CHECK (length(url) <= 500),
    kinds text[] NOT NULL,
    /* Sealed; what it was before signs along until the given instant. */
    secret bytea NOT NULL,
    old_secret bytea,
    old_secret_until timestamptz,
    created_by uuid NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    failing_since timestamptz,
    disabled_at timestamptz,
    disabled_by text CHECK (disabled_by IN ('failing', 'hand')),
    CHECK ((disabled_at IS NULL) = (disabled_by IS NULL))
  );
  CREATE INDEX webhook_organisation ON webhook (organisation_id);
  /* What happened to a challenge and was not handed out yet, written in the transaction in which it happened. */
  CREATE TABLE webhook_event (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    kind text NOT NULL CHECK (kind IN ('challenge.opened', 'challenge.changed', 'challenge.closed', 'challenge.matched')),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    occurred_at timestamptz NOT NULL DEFAULT htsm_now(),
    handed_out_at timestamptz
  );
  CREATE UNIQUE INDEX webhook_event_waiting ON webhook_event (challenge_id, kind) WHERE handed_out_at IS NULL;
  CREATE TABLE webhook_delivery (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    webhook_id uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
    /* The same however often it is sent, so that the other side can tell a repeat. */
    message_id uuid NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'delivered', 'failed')),
    attempts int NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT htsm_now(),
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    attempted_at timestamptz,
    last_status int,
    last_ms int,
    last_fault text,
    UNIQUE (webhook_id, message_id)
  );
  CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook_id, created_at DESC, id);
  CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at) WHERE state = 'queued';
`;

/* Only while somebody listens; what happens again before it is handed out counts once. */
const HAPPENINGS = `
  CREATE FUNCTION note_happening(happening text, challenge uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    INSERT INTO webhook_event (kind, challenge_id)
    SELECT happening, challenge WHERE EXISTS (SELECT FROM webhook WHERE disabled_at IS NULL) ON CONFLICT DO NOTHING
  $$;
  REVOKE EXECUTE ON FUNCTION note_happening FROM PUBLIC;
  CREATE FUNCTION note_webhook_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.state = 'open' THEN PERFORM note_happening('challenge.opened', NEW.id); END IF;
    ELSIF OLD.state = 'open' AND NEW.state <> 'open' THEN
      PERFORM note_happening('challenge.closed', NEW.id);
    ELSIF NEW IS DISTINCT FROM OLD THEN
      PERFORM note_happening('challenge.changed', NEW.id);
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_webhook_event AFTER INSERT OR UPDATE ON public_challenge FOR EACH ROW EXECUTE FUNCTION note_webhook_event();
  CREATE FUNCTION note_webhook_match() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM note_happening('challenge.matched', NEW.challenge_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_webhook_match AFTER INSERT ON match FOR EACH ROW EXECUTE FUNCTION note_webhook_match();
`;

const RULES = `
  CALL guard_rows('webhook'); CALL guard_rows('webhook_event'); CALL guard_rows('webhook_delivery');
  GRANT SELECT, INSERT, UPDATE, DELETE ON webhook TO htsm_app;
  GRANT SELECT, INSERT, UPDATE ON webhook_delivery TO htsm_app;
  CREATE FUNCTION webhook_is_mine(hook uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM webhook w WHERE w.id = hook
      AND CASE WHEN w.organisation_id IS NULL THEN app_has_role('administration') ELSE app_owns_organisation(w.organisation_id) END)
  $$;
  CREATE POLICY organisation_owner ON webhook FOR ALL TO htsm_app
    USING (organisation_id = ANY (app_org_ids()) AND app_owns_organisation(organisation_id))
    WITH CHECK (organisation_id = ANY (app_org_ids()) AND app_owns_organisation(organisation_id));
  CREATE POLICY administration ON webhook FOR ALL TO htsm_app
    USING (organisation_id IS NULL AND app_has_role('administration'))
    WITH CHECK (organisation_id IS NULL AND app_has_role('administration'));
  CREATE POLICY keeper ON webhook_delivery FOR ALL TO htsm_app USING (webhook_is_mine(webhook_id)) WITH CHECK (webhook_is_mine(webhook_id));
`;
