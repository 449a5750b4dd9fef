import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those who follow challenges from outside must know: when a public text changed, and how often its deadline did. */
export class Feeds1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
