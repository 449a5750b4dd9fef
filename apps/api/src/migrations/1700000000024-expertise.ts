import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the members of the review panel know, in their own words. */
export class Expertise1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reviewer_expertise (
        user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
        locale text NOT NULL CHECK (locale IN ('nl', 'en')),
        words text NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
        themes text[] NOT NULL DEFAULT '{}' CHECK (cardinality(themes) <= 12),
        updated_at timestamptz NOT NULL DEFAULT htsm_now(),
        version int NOT NULL DEFAULT 1
      );
      CALL guard_rows('reviewer_expertise');
      GRANT SELECT, INSERT, UPDATE ON reviewer_expertise TO htsm_app;
      CREATE POLICY own ON reviewer_expertise FOR ALL TO htsm_app
        USING (user_id = app_user_id() AND app_has_role('review_panel'))
        WITH CHECK (user_id = app_user_id() AND app_has_role('review_panel'));
      CREATE POLICY taskforce ON reviewer_expertise FOR SELECT TO htsm_app USING (app_is_taskforce());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reviewer_expertise');
  }
}
