import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What SMEs and knowledge institutes say of themselves, by which challenges find them. */
export class Profiles1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE profile_document; DROP TABLE profile');
  }
}

const TABLES = `
  CREATE TABLE profile (
    organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
    /* The language of the words in this row; each document has its own. */
    locale text NOT NULL DEFAULT 'nl' CHECK (locale IN ('nl', 'en')),
    about text NOT NULL DEFAULT '' CHECK (length(about) <= 3000),
    themes text[] NOT NULL DEFAULT '{}',
    capabilities text[] NOT NULL DEFAULT '{}' CHECK (cardinality(capabilities) <= 20),
    regions text[] NOT NULL DEFAULT '{}',
    certificates text[] NOT NULL DEFAULT '{}',
    size text CHECK (size IN ('micro', 'small', 'medium', 'large')),
    trl_min int CHECK (trl_min BETWEEN 1 AND 9),
    trl_max int CHECK (trl_max BETWEEN 1 AND 9),
    /* Whether challenge owners may see the name of the organisation in suggestions. */
    shows_name boolean NOT NULL DEFAULT true,
    version int NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    CHECK (trl_min <= trl_max)
  );
  CREATE TABLE profile_document (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    organisation_id uuid NOT NULL REFERENCES profile ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('project', 'product', 'certificate')),
    title text NOT NULL CHECK (length(title) <= 200),
    text text NOT NULL CHECK (length(text) <= 3000),
    year int,
    locale text NOT NULL CHECK (locale IN ('nl', 'en')),
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE INDEX profile_document_organisation ON profile_document (organisation_id, id);
`;

/** Members write what is theirs, the taskforce reads it; owners of challenges get no further than a recommendation. */
const RULES = `
  CALL guard_rows('profile'); CALL guard_rows('profile_document');
  GRANT SELECT, INSERT, UPDATE ON profile TO htsm_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON profile_document TO htsm_app;
  CREATE POLICY members ON profile FOR ALL TO htsm_app
    USING (organisation_id = ANY (app_org_ids())) WITH CHECK (organisation_id = ANY (app_org_ids()));
  CREATE POLICY taskforce ON profile FOR SELECT TO htsm_app USING (app_is_taskforce());
  CREATE POLICY members ON profile_document FOR ALL TO htsm_app
    USING (organisation_id = ANY (app_org_ids())) WITH CHECK (organisation_id = ANY (app_org_ids()));
  CREATE POLICY taskforce ON profile_document FOR SELECT TO htsm_app USING (app_is_taskforce());
`;
