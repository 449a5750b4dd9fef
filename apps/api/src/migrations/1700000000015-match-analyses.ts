import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the matcher makes of texts, so that its index is filled without reading them again. */
export class MatchAnalyses1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE match_analysis');
  }
}

/* Only the worker reads it: the API's role has no right to the table, and no policy lets it see a row. */
const TABLES = `
  CREATE TABLE match_analysis (
    organisation_id uuid NOT NULL REFERENCES profile ON DELETE CASCADE,
    /* The organisation's own id for what it says about itself. */
    document_id uuid NOT NULL,
    /* Of analyser and thesaurus. */
    version text NOT NULL,
    /* Sixteen bytes of the hash of the text that was read. */
    source bytea NOT NULL,
    /* Seven bytes a term, see packText. */
    terms bytea NOT NULL,
    PRIMARY KEY (organisation_id, document_id)
  ) WITH (toast_tuple_target = 8160);
  ALTER TABLE match_analysis ALTER terms SET STORAGE EXTERNAL; /* hashes do not get smaller */
  CREATE INDEX match_analysis_version ON match_analysis (version);
  CALL guard_rows('match_analysis');
`;
