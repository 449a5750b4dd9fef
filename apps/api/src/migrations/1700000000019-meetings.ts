import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matchmaking events: who meets whom, when and at which table. */
export class Meetings1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENTS);
    await runner.query(TIMETABLE);
    await runner.query(RULES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/* Names and titles are copied: parties do not see the organisations of others. */
const EVENTS = `
  CREATE TABLE meeting_event (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    title_nl text NOT NULL CHECK (length(title_nl) <= 120),
    title_en text NOT NULL CHECK (length(title_en) <= 120),
    place text NOT NULL CHECK (length(place) <= 200),
    starts_at timestamptz NOT NULL,
    slots int NOT NULL CHECK (slots BETWEEN 1 AND 40),
    slot_minutes int NOT NULL CHECK (slot_minutes BETWEEN 5 AND 120),
    pause_minutes int NOT NULL CHECK (pause_minutes BETWEEN 0 AND 60),
    tables int NOT NULL CHECK (tables BETWEEN 1 AND 200),
    /* In millionths: recommendations below it are no reason to meet. */
    score_bar int NOT NULL CHECK (score_bar BETWEEN 0 AND 1000000),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'cancelled')),
    /* How often the programme was sent. */
    publication int NOT NULL DEFAULT 0,
    cancel_reason text NOT NULL DEFAULT '' CHECK (length(cancel_reason) <= 500),
    created_by uuid NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE INDEX meeting_event_recent ON meeting_event (starts_at, id);
  CREATE TABLE meeting_party (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES meeting_event ON DELETE CASCADE,
    /* The challenge with the people of its owner; null for an SME. */
    challenge_id uuid REFERENCES challenge ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    min_meetings int NOT NULL CHECK (min_meetings BETWEEN 0 AND 40),
    max_meetings int NOT NULL CHECK (max_meetings BETWEEN 1 AND 40),
    /* Slots in which the party cannot come, from 0. */
    busy int[] NOT NULL DEFAULT '{}',
    /* Dropped out; keeps its place in the list. */
    is_out boolean NOT NULL DEFAULT false,
    CHECK (min_meetings <= max_meetings),
    UNIQUE NULLS NOT DISTINCT (event_id, organisation_id, challenge_id)
  );
  CREATE TABLE meeting_wish (
    challenge_party_id uuid NOT NULL REFERENCES meeting_party ON DELETE CASCADE,
    sme_party_id uuid NOT NULL REFERENCES meeting_party ON DELETE CASCADE,
    rule text NOT NULL CHECK (rule IN ('wanted', 'forbidden', 'pinned')),
    /* Where a pinned meeting stands. */
    slot int CHECK ((slot IS NOT NULL) = (rule = 'pinned')),
    PRIMARY KEY (challenge_party_id, sme_party_id)
  );
  CREATE INDEX meeting_wish_sme ON meeting_wish (sme_party_id);
`;

/* What is being planned is the taskforce's; what parties were told is a table of its own. */
const TIMETABLE = `
  CREATE TABLE planned_meeting (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES meeting_event ON DELETE CASCADE,
    challenge_party_id uuid NOT NULL REFERENCES meeting_party ON DELETE CASCADE,
    sme_party_id uuid NOT NULL REFERENCES meeting_party ON DELETE CASCADE,
    slot int NOT NULL,
    table_number int NOT NULL,
    /* In millionths. */
    score int NOT NULL,
    UNIQUE (challenge_party_id, sme_party_id),
    UNIQUE (challenge_party_id, slot) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (sme_party_id, slot) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (event_id, slot, table_number) DEFERRABLE INITIALLY DEFERRED
  );
  CREATE TABLE timetable_run (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES meeting_event ON DELETE CASCADE,
    basis text NOT NULL CHECK (basis IN ('fresh', 'present')),
    state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'running', 'done', 'failed')),
    /* Proven so far, as a part of the total. */
    gap double precision,
    total double precision,
    missing int,
    moved int,
    asked_by uuid NOT NULL REFERENCES app_user,
    asked_at timestamptz NOT NULL DEFAULT htsm_now(),
    ended_at timestamptz
  );
  CREATE INDEX timetable_run_event ON timetable_run (event_id, asked_at);
  CREATE UNIQUE INDEX timetable_run_open ON timetable_run (event_id) WHERE state IN ('asked', 'running');
  CREATE TABLE published_meeting (
    /* That of the planned meeting; the calendars of the parties know it. */
    id uuid PRIMARY KEY,
    event_id uuid NOT NULL REFERENCES meeting_event ON DELETE CASCADE,
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    challenge_organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    sme_organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    event_title_nl text NOT NULL,
    event_title_en text NOT NULL,
    challenge_title_nl text NOT NULL,
    challenge_title_en text NOT NULL,
    owner_name text NOT NULL,
    sme_name text NOT NULL,
    place text NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    table_number int NOT NULL,
    /* Goes up with every change, as calendars want it (RFC 5546). */
    sequence int NOT NULL DEFAULT 0,
    state text NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'cancelled')),
    updated_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX published_meeting_event ON published_meeting (event_id);
  CREATE INDEX published_meeting_owner ON published_meeting (challenge_organisation_id, starts_at);
  CREATE INDEX published_meeting_sme ON published_meeting (sme_organisation_id, starts_at);
`;

const RULES = `
  CALL guard_rows('meeting_event'); CALL guard_rows('meeting_party'); CALL guard_rows('meeting_wish');
  CALL guard_rows('planned_meeting'); CALL guard_rows('timetable_run'); CALL guard_rows('published_meeting');
  GRANT SELECT, INSERT, UPDATE ON meeting_event, published_meeting TO htsm_app;
  GRANT SELECT, INSERT ON timetable_run TO htsm_app;
  GRANT SELECT, DELETE ON planned_meeting TO htsm_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON meeting_party, meeting_wish TO htsm_app;
  CREATE POLICY taskforce ON meeting_event FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
  CREATE POLICY taskforce ON meeting_party FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
  CREATE POLICY taskforce ON meeting_wish FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
  CREATE POLICY taskforce ON planned_meeting FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
  CREATE POLICY taskforce ON timetable_run FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
  CREATE POLICY taskforce ON published_meeting FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
  CREATE POLICY parties ON published_meeting FOR SELECT TO htsm_app
    USING (challenge_organisation_id = ANY (app_org_ids()) OR sme_organisation_id = ANY (app_org_ids()));
`;
