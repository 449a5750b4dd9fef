import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The appointment of an introduction: slots on offer, the one that was chosen, and what became of it. */
export class Appointments1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(WHO);
    await runner.query(RULES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const TABLES = `
  CREATE TABLE appointment (
    /* Calendars know the appointment by it. */
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    suggestion_id uuid NOT NULL REFERENCES suggestion ON DELETE CASCADE,
    state text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'refused', 'fixed', 'cancelled')),
    arranged_as text NOT NULL CHECK (arranged_as IN ('taskforce', 'owner')),
    arranged_by uuid REFERENCES app_user ON DELETE SET NULL,
    /* What whoever took the last step wrote to the others. */
    words text NOT NULL DEFAULT '' CHECK (length(words) <= 600),
    words_of text NOT NULL CHECK (words_of IN ('taskforce', 'owner', 'sme', 'clock')),
    slot_id uuid,
    starts_at timestamptz,
    minutes int CHECK (minutes BETWEEN 10 AND 480),
    place text NOT NULL DEFAULT '' CHECK (length(place) <= 300),
    /* Of the calendar file; goes up with every change that calendars are told. */
    sequence int NOT NULL DEFAULT 0,
    /* The start that both sides were reminded of. */
    reminded_for timestamptz,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1,
    CHECK ((slot_id IS NULL) = (starts_at IS NULL) AND (starts_at IS NULL) = (minutes IS NULL)),
    CHECK (state <> 'fixed' OR starts_at IS NOT NULL)
  );
  CREATE INDEX appointment_suggestion ON appointment (suggestion_id, created_at DESC, id DESC);
  CREATE UNIQUE INDEX appointment_one_asked ON appointment (suggestion_id) WHERE state IN ('offered', 'refused');
  CREATE INDEX appointment_to_come ON appointment (starts_at) WHERE state = 'fixed';
  CREATE TABLE appointment_slot (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    appointment_id uuid NOT NULL REFERENCES appointment ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    minutes int NOT NULL CHECK (minutes BETWEEN 10 AND 480),
    place text NOT NULL CHECK (length(place) BETWEEN 1 AND 300),
    withdrawn_at timestamptz
  );
  CREATE INDEX appointment_slot_appointment ON appointment_slot (appointment_id, starts_at, id);
  ALTER TABLE appointment ADD FOREIGN KEY (slot_id) REFERENCES appointment_slot;
`;

const WHO = `
  /* As what the actor has to do with an introduction; null for everybody else, and before the introduction. */
  CREATE FUNCTION appointment_side(s uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT CASE WHEN organisation_id = ANY (app_org_ids()) THEN 'sme' WHEN challenge_is_mine(challenge_id) THEN 'owner'
      WHEN i_may_match(challenge_id) THEN 'taskforce' END
    FROM suggestion WHERE id = s AND state IN ('introduced', 'agreed', 'concluded')
  $$;
  CREATE FUNCTION introduction_goes_on(s uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM suggestion x JOIN challenge c ON c.id = x.challenge_id
      WHERE x.id = s AND x.state IN ('introduced', 'agreed') AND c.state <> 'cancelled')
  $$;
  /* Whether the actor arranges the appointment, or only answers. */
  CREATE FUNCTION i_arrange(s uuid, as_side text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(appointment_side(s) IN ('taskforce', as_side), false)
  $$;
  CREATE FUNCTION i_arrange_appointment(a uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM appointment WHERE id = a AND i_arrange(suggestion_id, arranged_as))
  $$;
  CREATE FUNCTION appointment_is_mine(a uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM appointment WHERE id = a AND appointment_side(suggestion_id) IS NOT NULL)
  $$;
  /* Whether an appointment is as one of its slots that can still be chosen. */
  CREATE FUNCTION appointment_is_as_offered(a appointment) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM appointment_slot WHERE id = a.slot_id AND appointment_id = a.id AND withdrawn_at IS NULL
      AND starts_at > htsm_now() AND (starts_at, minutes, place) = (a.starts_at, a.minutes, a.place))
  $$;
`;

/* All sides read it. Whoever arranges it writes it; the others choose what was offered, refuse, or cancel. */
const RULES = `
  CALL guard_rows('appointment'); CALL guard_rows('appointment_slot');
  GRANT SELECT, INSERT ON appointment, appointment_slot TO htsm_app;
  GRANT UPDATE (state, arranged_as, arranged_by, words, words_of, slot_id, starts_at, minutes, place, sequence, updated_at, version)
    ON appointment TO htsm_app;
  GRANT UPDATE (withdrawn_at) ON appointment_slot TO htsm_app;
  CREATE POLICY sides ON appointment FOR SELECT TO htsm_app USING (appointment_side(suggestion_id) IS NOT NULL);
  CREATE POLICY offer ON appointment FOR INSERT TO htsm_app WITH CHECK (
    appointment_side(suggestion_id) = arranged_as AND arranged_by = app_user_id() AND state = 'offered' AND introduction_goes_on(suggestion_id));
  CREATE POLICY arrange ON appointment FOR UPDATE TO htsm_app
    USING (state <> 'cancelled' AND i_arrange(suggestion_id, arranged_as)) WITH CHECK (i_arrange(suggestion_id, arranged_as));
  CREATE POLICY answer ON appointment FOR UPDATE TO htsm_app
    USING (state IN ('offered', 'fixed') AND appointment_side(suggestion_id) IN ('owner', 'sme'))
    WITH CHECK (appointment_side(suggestion_id) IN ('owner', 'sme') AND appointment_side(suggestion_id) <> arranged_as
      AND (state IN ('refused', 'cancelled') OR state = 'fixed' AND appointment_is_as_offered(appointment)));
  CREATE POLICY sides ON appointment_slot FOR SELECT TO htsm_app USING (appointment_is_mine(appointment_id));
  CREATE POLICY offer ON appointment_slot FOR INSERT TO htsm_app WITH CHECK (
    i_arrange_appointment(appointment_id) AND starts_at > htsm_now() AND withdrawn_at IS NULL);
  CREATE POLICY withdraw ON appointment_slot FOR UPDATE TO htsm_app
    USING (i_arrange_appointment(appointment_id)) WITH CHECK (i_arrange_appointment(appointment_id));
`;
