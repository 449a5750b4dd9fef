import type { MigrationInterface, QueryRunner } from 'typeorm';
import { builtInTaxonomy } from '@htsm/domain/themes';

/** The words that challenges and organisations are described with, the operator's glossary, and the history of both. */
export class Vocabulary1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(HISTORY);
    await runner.query(CODES);
    await runner.query(RULES);
    await runner.query(FIRST_VERSION, [JSON.stringify(builtInTaxonomy().map((term, place) => ({ ...term, place })))]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE glossary_term; DROP TABLE taxonomy_term; DROP TABLE vocabulary_change; DROP TABLE vocabulary_version;
       DROP FUNCTION settle_codes() CASCADE; DROP FUNCTION replace_code(text, text, text); DROP FUNCTION note_vocabulary_change()`,
    );
  }
}

/* A term is never deleted: what was described with it keeps its meaning. Labels stand as in the middle of a sentence. */
const TABLES = `
  CREATE TABLE vocabulary_version (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    list text NOT NULL CHECK (list IN ('taxonomy', 'glossary')),
    number int NOT NULL CHECK (number > 0),
    step text NOT NULL CHECK (step IN ('delivered', 'added', 'changed', 'retired', 'restored', 'merged', 'imported', 'removed')),
    /* Null for what came with the product. */
    made_by uuid,
    made_at timestamptz NOT NULL DEFAULT htsm_now(),
    UNIQUE (list, number)
  );
  CREATE TABLE vocabulary_change (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    list text NOT NULL,
    version int NOT NULL,
    before jsonb,
    after jsonb,
    FOREIGN KEY (list, version) REFERENCES vocabulary_version (list, number)
  );
  CREATE INDEX vocabulary_change_version ON vocabulary_change (list, version, number);
  CREATE TABLE taxonomy_term (
    scheme text NOT NULL CHECK (scheme IN ('theme', 'capability', 'certificate', 'company_size', 'region', 'readiness', 'sbi_2025')),
    code text NOT NULL CHECK (code ~ '^[a-z0-9]+(_[a-z0-9]+)*(/[a-z0-9]+(_[a-z0-9]+)*)?$' AND length(code) <= 80),
    broader text NOT NULL DEFAULT '' CHECK (code NOT LIKE '%/%' OR broader = split_part(code, '/', 1)),
    /* Where it stands among its list. */
    position int NOT NULL,
    label_nl text NOT NULL CHECK (length(label_nl) BETWEEN 1 AND 80),
    label_en text NOT NULL CHECK (length(label_en) BETWEEN 1 AND 80),
    synonyms_nl text[] NOT NULL DEFAULT '{}' CHECK (cardinality(synonyms_nl) <= 30),
    synonyms_en text[] NOT NULL DEFAULT '{}' CHECK (cardinality(synonyms_en) <= 30),
    notation text NOT NULL DEFAULT '' CHECK (length(notation) <= 20),
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired', 'merged')),
    /* What stands for it since it was merged. */
    replaced_by text,
    /* The version of the taxonomy that last changed it. */
    version int NOT NULL,
    PRIMARY KEY (scheme, code),
    FOREIGN KEY (scheme, replaced_by) REFERENCES taxonomy_term (scheme, code),
    CHECK ((state = 'merged') = (replaced_by IS NOT NULL))
  );
  CREATE TABLE glossary_term (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    nl text NOT NULL CHECK (length(nl) BETWEEN 1 AND 80),
    en text NOT NULL CHECK (length(en) BETWEEN 1 AND 80),
    synonyms_nl text[] NOT NULL DEFAULT '{}' CHECK (cardinality(synonyms_nl) <= 30),
    synonyms_en text[] NOT NULL DEFAULT '{}' CHECK (cardinality(synonyms_en) <= 30),
    /* English names of more general terms. */
    broader text[] NOT NULL DEFAULT '{}' CHECK (cardinality(broader) <= 10),
    version int NOT NULL
  );
  CREATE UNIQUE INDEX glossary_term_words ON glossary_term (lower(nl), lower(en));
`;

/* What changes is written down whoever changes it; nobody changes what is written. */
const HISTORY = `
  CREATE FUNCTION note_vocabulary_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    INSERT INTO vocabulary_change (list, version, before, after)
    VALUES (TG_ARGV[0], (SELECT max(number) FROM vocabulary_version WHERE list = TG_ARGV[0]),
      CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
    RETURN NULL;
  END $$;
  CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON taxonomy_term
    FOR EACH ROW EXECUTE FUNCTION note_vocabulary_change('taxonomy');
  CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE ON glossary_term
    FOR EACH ROW EXECUTE FUNCTION note_vocabulary_change('glossary');
`;

/**
 * Codes in other tables: settle_codes(scheme, column) refuses a code that is not in the list, or is retired and was not
 * there before, and puts the successor in the place of a merged one. A table with that trigger follows later merges too.
 */
const CODES = `
  CREATE FUNCTION settle_codes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    given jsonb := to_jsonb(NEW) -> TG_ARGV[1];
    before jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) -> TG_ARGV[1] ELSE '[]' END;
    settled text[];
  BEGIN
    IF given = before OR jsonb_array_length(given) = 0 THEN RETURN NEW; END IF;
    SELECT array_agg(code ORDER BY place) INTO settled FROM (
      SELECT coalesce(t.replaced_by, t.code) AS code, min(g.place) AS place
      FROM jsonb_array_elements_text(given) WITH ORDINALITY AS g (code, place)
      LEFT JOIN taxonomy_term t ON t.scheme = TG_ARGV[0] AND t.code = g.code AND (t.state <> 'retired' OR before ? g.code)
      GROUP BY 1) one;
    IF array_position(settled, NULL) IS NOT NULL THEN
      RAISE EXCEPTION 'A code is not in the list %', TG_ARGV[0] USING ERRCODE = 'HT422', COLUMN = TG_ARGV[1];
    END IF;
    RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[1], settled));
  END $$;
  CREATE TRIGGER settle_themes BEFORE INSERT OR UPDATE OF themes ON challenge
    FOR EACH ROW EXECUTE FUNCTION settle_codes('theme', 'themes');
  CREATE TRIGGER settle_themes BEFORE INSERT OR UPDATE OF themes ON profile
    FOR EACH ROW EXECUTE FUNCTION settle_codes('theme', 'themes');
  CREATE TRIGGER settle_themes BEFORE INSERT OR UPDATE OF themes ON interest
    FOR EACH ROW EXECUTE FUNCTION settle_codes('theme', 'themes');
  CREATE TRIGGER settle_certificates BEFORE INSERT OR UPDATE OF certificates ON profile
    FOR EACH ROW EXECUTE FUNCTION settle_codes('certificate', 'certificates');

  /* Puts one code in the place of another in every table that settles codes of this list; the trigger itself does it. */
  CREATE FUNCTION replace_code(list text, old_code text, new_code text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE place record;
  BEGIN
    IF NOT app_has_role('administration') THEN RAISE EXCEPTION 'Only administrators merge terms'; END IF;
    FOR place IN
      SELECT tgrelid::regclass AS target, split_part(encode(tgargs, 'escape'), '\\000', 2) AS col FROM pg_trigger
      WHERE tgfoid = 'settle_codes'::regproc AND split_part(encode(tgargs, 'escape'), '\\000', 1) = list
    LOOP
      EXECUTE format('UPDATE %s SET %I = array_replace(%I, $1, $2) WHERE $1 = ANY (%I)', place.target, place.col, place.col, place.col)
        USING old_code, new_code;
    END LOOP;
  END $$;
`;

const RULES = `
  CALL guard_rows('vocabulary_version'); CALL guard_rows('vocabulary_change');
  CALL guard_rows('taxonomy_term'); CALL guard_rows('glossary_term');
  REVOKE UPDATE, DELETE ON vocabulary_version, vocabulary_change FROM htsm_worker;
  REVOKE DELETE ON taxonomy_term FROM htsm_worker;
  GRANT SELECT, INSERT ON vocabulary_version TO htsm_app;
  GRANT SELECT ON vocabulary_change TO htsm_app;
  GRANT SELECT, INSERT, UPDATE ON taxonomy_term TO htsm_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON glossary_term TO htsm_app;
  CREATE POLICY everyone ON taxonomy_term FOR SELECT TO htsm_app USING (true);
  CREATE POLICY administration ON taxonomy_term FOR ALL TO htsm_app
    USING (app_has_role('administration')) WITH CHECK (app_has_role('administration'));
  CREATE POLICY administration ON glossary_term FOR ALL TO htsm_app
    USING (app_has_role('administration')) WITH CHECK (app_has_role('administration'));
  CREATE POLICY administration ON vocabulary_version FOR ALL TO htsm_app
    USING (app_has_role('administration')) WITH CHECK (app_has_role('administration') AND made_by = app_user_id());
  CREATE POLICY administration ON vocabulary_change FOR SELECT TO htsm_app USING (app_has_role('administration'));
`;

const FIRST_VERSION = `
  WITH version AS (INSERT INTO vocabulary_version (list, number, step) VALUES ('taxonomy', 1, 'delivered'))
  INSERT INTO taxonomy_term (scheme, code, broader, position, label_nl, label_en, synonyms_nl, synonyms_en, notation, version)
  SELECT t.scheme, t.code, t.broader, row_number() OVER (PARTITION BY t.scheme ORDER BY t.place), t.nl, t.en,
    ARRAY(SELECT jsonb_array_elements_text(t."synonymsNl")), ARRAY(SELECT jsonb_array_elements_text(t."synonymsEn")), t.notation, 1
  FROM jsonb_to_recordset($1) AS t (scheme text, code text, broader text, nl text, en text, "synonymsNl" jsonb,
    "synonymsEn" jsonb, notation text, place int)
`;
