import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Digest subscriptions and what each was sent; the primary key of digest_item is the promise of "once". */
export class Notifications1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SUBSCRIPTIONS);
    await runner.query(INTERESTS);
    await runner.query(DIGESTS);
    await runner.query(SENDING);
    await runner.query(TROUBLE);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const SUBSCRIPTIONS = `
  CREATE TABLE subscription (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid UNIQUE REFERENCES app_user ON DELETE CASCADE,
    email citext NOT NULL UNIQUE,
    locale text NOT NULL CHECK (locale IN ('nl', 'en')),
    quiet_weekends boolean NOT NULL DEFAULT false,
    quiet_holidays boolean NOT NULL DEFAULT false,
    /* Rows of quiet days: [{"from": "2026-12-24", "until": "2027-01-03"}]. */
    quiet_dates jsonb NOT NULL DEFAULT '[]',
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'active', 'unsubscribed', 'bounced')),
    confirmed_at timestamptz,
    unsubscribed_at timestamptz,
    last_digest_at timestamptz,
    /* When the worker looks at it again; whoever changes something that matters sets it to now. */
    next_at timestamptz NOT NULL DEFAULT htsm_now(),
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE INDEX subscription_due ON subscription (next_at, id) WHERE state = 'active';
  CALL guard_rows('subscription');
  GRANT SELECT, INSERT, UPDATE, DELETE ON subscription TO htsm_app;
  CREATE POLICY own ON subscription FOR ALL TO htsm_app USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id());
  CREATE POLICY by_token ON subscription FOR ALL TO htsm_app USING (id = app_token_id()) WITH CHECK (id = app_token_id());
  /* Asks whether an address is subscribed, for the double opt-in; the answer never reaches the asker. */
  CREATE FUNCTION subscription_of_address(address citext) RETURNS TABLE (id uuid, state text, user_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT s.id, s.state, s.user_id FROM subscription s WHERE s.email = address
  $$;
`;

/** What a subscriber wants to hear of; several for each, and each confirmed by the owner of the address. */
const INTERESTS = `
  CREATE TABLE interest (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subscription_id uuid NOT NULL REFERENCES subscription ON DELETE CASCADE,
    position int NOT NULL DEFAULT 0,
    /* Empty when the choices speak for themselves. */
    name text NOT NULL DEFAULT '' CHECK (length(name) <= 80),
    themes text[] NOT NULL DEFAULT '{}',
    regions text[] NOT NULL DEFAULT '{}',
    words text NOT NULL DEFAULT '' CHECK (length(words) <= 200),
    /* The language in which the words are read. */
    words_locale text NOT NULL DEFAULT 'nl' CHECK (words_locale IN ('nl', 'en')),
    organisation_id uuid REFERENCES organisation ON DELETE CASCADE,
    follows_profile boolean NOT NULL DEFAULT false,
    frequency text NOT NULL DEFAULT 'weekly' CHECK (frequency IN ('at_once', 'daily', 'weekly')),
    weekday int NOT NULL DEFAULT 1 CHECK (weekday BETWEEN 1 AND 7),
    /* The link to confirm works for a week after this. */
    asked_at timestamptz NOT NULL DEFAULT htsm_now(),
    confirmed_at timestamptz
  );
  CREATE INDEX interest_subscription ON interest (subscription_id, position, id);
  CREATE INDEX interest_at_once ON interest (subscription_id) WHERE frequency = 'at_once';
  CALL guard_rows('interest');
  GRANT SELECT, INSERT, UPDATE, DELETE ON interest TO htsm_app;
  CREATE POLICY own ON interest FOR ALL TO htsm_app
    USING (EXISTS (SELECT FROM subscription s WHERE s.id = subscription_id)) WITH CHECK (EXISTS (SELECT FROM subscription s WHERE s.id = subscription_id));
  /* Which subscription a mailed link to confirm is about. */
  CREATE FUNCTION subscription_of_interest(interest uuid) RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i.subscription_id FROM interest i WHERE i.id = interest
  $$;
`;

/** A wave is the first sight of an open challenge: the worker then looks at whoever wants mail at once. */
const DIGESTS = `
  CREATE TABLE digest_wave (
    challenge_id uuid PRIMARY KEY REFERENCES challenge ON DELETE CASCADE,
    seen_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE TABLE digest_item (
    subscription_id uuid NOT NULL REFERENCES subscription ON DELETE CASCADE,
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    mail_id uuid NOT NULL REFERENCES mail_outbox DEFERRABLE INITIALLY DEFERRED,
    queued_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (subscription_id, challenge_id)
  );
  CALL guard_rows('digest_wave'); CALL guard_rows('digest_item');
`;

/**
 * Who is sending a mail and how far: claimed_by is the number of an advisory lock that the sender holds while it lives,
 * handover_at the moment just before the relay was told that the message is complete (docs/adr/0005-mail-once.md).
 */
const SENDING = `
  ALTER TABLE mail_outbox ADD COLUMN claimed_by int, ADD COLUMN handover_at timestamptz;
  CREATE INDEX mail_outbox_in_hand ON mail_outbox (claimed_by) WHERE claimed_by IS NOT NULL;
  CREATE INDEX mail_outbox_trouble ON mail_outbox (state, created_at DESC, id DESC) WHERE state IN ('uncertain', 'failed', 'suppressed');
`;

/**
 * Addresses that nothing goes to any more, and what administrators see of the outbox: whom and when, never the content.
 */
const TROUBLE = `
  CREATE TABLE mail_suppression (
    email citext PRIMARY KEY,
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    reason text NOT NULL CHECK (reason IN ('refused', 'bounced', 'complained', 'by_hand')),
    /* What the mail server said, or why an administrator put it here. */
    words text NOT NULL DEFAULT '' CHECK (length(words) <= 500),
    mail_id uuid REFERENCES mail_outbox,
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CALL guard_rows('mail_suppression');
  GRANT SELECT, INSERT, DELETE ON mail_suppression TO htsm_app;
  CREATE POLICY administration ON mail_suppression FOR ALL TO htsm_app USING (app_has_role('administration'))
    WITH CHECK (app_has_role('administration') AND reason = 'by_hand');
  GRANT SELECT (id, kind, to_email, locale, state, attempts, last_error, created_at, claimed_at, handover_at) ON mail_outbox TO htsm_app;
  GRANT UPDATE (state, attempts, not_before, claimed_by, handover_at, last_error) ON mail_outbox TO htsm_app;
  /* A mail about a sealed proposal would tell administrators who is proposing; the last part of its path is the proposal.
     A mail of several is as secret as each of them. */
  CREATE FUNCTION mail_tells_of_sealed(kind text, variables jsonb) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM (
        SELECT kind, variables UNION ALL SELECT i->>'kind', i->'variables' FROM jsonb_path_query(variables, '$.items[*] ? (exists (@.kind))') i
      ) m (kind, variables)
      WHERE (m.kind LIKE 'proposal_%' OR coalesce(m.variables->>'path', '') LIKE '/my/proposals/%')
        AND NOT EXISTS (SELECT FROM proposal p WHERE m.variables->>'path' = '/my/proposals/' || p.id AND proposal_is_unsealed(p.state)))
  $$;
  CREATE POLICY administration_reads ON mail_outbox FOR SELECT TO htsm_app
    USING (app_has_role('administration') AND NOT mail_tells_of_sealed(kind, variables));
  CREATE POLICY administration_settles ON mail_outbox FOR UPDATE TO htsm_app
    USING (app_has_role('administration') AND state IN ('waiting', 'queued', 'held', 'uncertain', 'failed', 'suppressed') AND NOT mail_tells_of_sealed(kind, variables))
    WITH CHECK (app_has_role('administration') AND state IN ('queued', 'held', 'suppressed'));
`;
