import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of an awarded proposal. */
export class Matching1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE match (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        challenge_id uuid NOT NULL REFERENCES challenge,
        proposal_id uuid NOT NULL UNIQUE REFERENCES proposal,
        organisation_id uuid NOT NULL REFERENCES organisation,
        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'introduced', 'in_talks', 'agreed', 'ended')),
        agreed text NOT NULL DEFAULT '',
        introduction_on date,
        next_check_in_on date,
        created_by uuid NOT NULL REFERENCES app_user,
        created_at timestamptz NOT NULL DEFAULT htsm_now(),
        updated_at timestamptz NOT NULL DEFAULT htsm_now(),
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX match_check_in ON match (next_check_in_on, id);
      CREATE TABLE match_note (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        match_id uuid NOT NULL REFERENCES match ON DELETE CASCADE,
        author_id uuid NOT NULL REFERENCES app_user,
        text text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT htsm_now()
      );
      CREATE INDEX match_note_match ON match_note (match_id, id);
      CALL guard_rows('match'); CALL guard_rows('match_note');
      GRANT SELECT, INSERT, UPDATE ON match TO htsm_app;
      GRANT SELECT, INSERT ON match_note TO htsm_app;
      CREATE POLICY taskforce ON match FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
      CREATE POLICY partners ON match FOR SELECT TO htsm_app USING (organisation_id = ANY (app_org_ids()) OR challenge_is_mine(challenge_id));
      CREATE POLICY no_conflict ON match AS RESTRICTIVE FOR ALL TO htsm_app
        USING (organisation_id = ANY (app_org_ids()) OR NOT i_am_conflicted(proposal_id));
      CREATE POLICY follows_match ON match_note AS RESTRICTIVE FOR ALL TO htsm_app USING (EXISTS (SELECT FROM match m WHERE m.id = match_id));
      CREATE POLICY taskforce ON match_note FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}
