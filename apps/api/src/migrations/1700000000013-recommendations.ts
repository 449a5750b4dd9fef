import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which SMEs fit which challenges, and why. */
export class Recommendations1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(CHANGES);
    await runner.query(RULES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recommendation_words; DROP TABLE recommendation; DROP TABLE match_change CASCADE');
  }
}

/* What the words of the SME's documents show is a row of its own: owners of challenges may not read those documents. */
const TABLES = `
  CREATE TABLE recommendation (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES profile ON DELETE CASCADE,
    /* In millionths; the parts of the explanation add up to it. */
    score int NOT NULL CHECK (score BETWEEN 1 AND 1000000),
    explanation jsonb NOT NULL,
    /* Copied, since owners of challenges do not see the organisations of others. */
    organisation_name text NOT NULL,
    /* Copied from the profile: whether the owner of the challenge may see this row. */
    shows_name boolean NOT NULL,
    /* Which engine and thesaurus computed it. */
    engine text NOT NULL,
    computed_at timestamptz NOT NULL DEFAULT htsm_now(),
    UNIQUE (challenge_id, organisation_id)
  );
  CREATE INDEX recommendation_best ON recommendation (challenge_id, score DESC, id);
  CREATE INDEX recommendation_own ON recommendation (organisation_id, score DESC, id);
  CREATE TABLE recommendation_words (
    recommendation_id uuid PRIMARY KEY REFERENCES recommendation ON DELETE CASCADE,
    explanation jsonb NOT NULL
  );
  CREATE TABLE match_change (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('profile', 'challenge')),
    subject_id uuid NOT NULL
  );
`;

/* Whatever changes a text is followed, whoever changes it. */
const CHANGES = `
  CREATE FUNCTION note_match_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    INSERT INTO match_change (kind, subject_id)
    VALUES (TG_ARGV[0], (to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END) ->> TG_ARGV[1])::uuid);
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_match_change AFTER INSERT OR UPDATE OR DELETE ON profile
    FOR EACH ROW EXECUTE FUNCTION note_match_change('profile', 'organisation_id');
  CREATE TRIGGER note_match_change AFTER INSERT OR UPDATE OR DELETE ON profile_document
    FOR EACH ROW EXECUTE FUNCTION note_match_change('profile', 'organisation_id');
  CREATE TRIGGER note_match_change AFTER UPDATE OF name ON organisation
    FOR EACH ROW EXECUTE FUNCTION note_match_change('profile', 'id');
  CREATE TRIGGER note_match_change AFTER INSERT OR UPDATE OR DELETE ON public_challenge
    FOR EACH ROW EXECUTE FUNCTION note_match_change('challenge', 'id');
`;

const RULES = `
  CALL guard_rows('recommendation'); CALL guard_rows('recommendation_words'); CALL guard_rows('match_change');
  GRANT SELECT ON recommendation, recommendation_words TO htsm_app;
  CREATE POLICY members ON recommendation FOR SELECT TO htsm_app USING (organisation_id = ANY (app_org_ids()));
  CREATE POLICY challenge_owner ON recommendation FOR SELECT TO htsm_app USING (shows_name AND challenge_is_mine(challenge_id));
  CREATE POLICY members ON recommendation_words FOR SELECT TO htsm_app USING (EXISTS (
    SELECT FROM recommendation r WHERE r.id = recommendation_id AND r.organisation_id = ANY (app_org_ids())));
`;
