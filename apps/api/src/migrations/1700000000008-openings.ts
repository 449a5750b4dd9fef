import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who opened a proposal or one of its files, and when: shown to the organisation that proposes. What it may see is one
 * row, who it was is another that no request reads: reviewers have no names for SMEs.
 */
export class Openings1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const TABLES = `
  CREATE TABLE proposal_opening (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    /* Of the file that was opened; null for the proposal itself. */
    file_name text,
    role text NOT NULL CHECK (role IN ('taskforce', 'challenge_owner', 'reviewer')),
    opened_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX proposal_opening_newest ON proposal_opening (proposal_id, opened_at DESC, id DESC);
  CREATE TABLE proposal_opening_reader (
    opening_id uuid PRIMARY KEY REFERENCES proposal_opening ON DELETE CASCADE,
    reader_id uuid NOT NULL REFERENCES app_user
  );
  CREATE INDEX proposal_opening_reader_person ON proposal_opening_reader (reader_id);
`;

/** Lines come in by one function and never change; they go with their proposal only. */
const RULES = `
  CALL guard_rows('proposal_opening'); CALL guard_rows('proposal_opening_reader');
  REVOKE INSERT, UPDATE, DELETE ON proposal_opening, proposal_opening_reader FROM htsm_worker;
  GRANT SELECT ON proposal_opening TO htsm_app;
  CREATE POLICY proposer ON proposal_opening FOR SELECT TO htsm_app USING (proposal_is_mine(proposal_id));

  CREATE FUNCTION refuse_change_of_opening() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM proposal WHERE id = OLD.proposal_id) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'The log of openings is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON proposal_opening FOR EACH ROW EXECUTE FUNCTION refuse_change_of_opening();

  /* Notes that the actor opens an unsealed proposal, or the file of that id, in this role. Somebody of the proposing
     organisation looks at their own work; a page that is loaded again within ten minutes is the same look. */
  CREATE FUNCTION note_opening(p uuid, attachment uuid, as_role text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    name text := (SELECT file_name FROM proposal_attachment WHERE id = attachment AND proposal_id = p);
    opening uuid;
  BEGIN
    IF app_user_id() IS NULL OR proposal_is_mine(p) THEN RETURN; END IF;
    IF EXISTS (SELECT FROM proposal_opening o JOIN proposal_opening_reader r ON r.opening_id = o.id
      WHERE o.proposal_id = p AND o.file_name IS NOT DISTINCT FROM name AND o.role = as_role AND r.reader_id = app_user_id()
        AND o.opened_at > htsm_now() - interval '10 minutes') THEN RETURN; END IF;
    INSERT INTO proposal_opening (proposal_id, file_name, role)
      SELECT id, name, as_role FROM proposal WHERE id = p AND proposal_is_unsealed(state) RETURNING id INTO opening;
    IF opening IS NOT NULL THEN INSERT INTO proposal_opening_reader VALUES (opening, app_user_id()); END IF;
  END $$;
`;
