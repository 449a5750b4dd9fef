import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of outcomes: what came of every challenge and SME that agreed, by the word of both sides and of the taskforce. */
export class Ledger1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(WHO);
    await runner.query(RULES);
    await runner.query(FIGURES);
    await runner.query(EXPOSURE);
    await runner.query(LOG);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/*
 * One ledger for a challenge and an SME, whether they came together by an award, by the board, or by both. Lines of `outcome`
 * are only added: a later word of the same side stands beside the earlier one.
 */
const TABLES = `
  CREATE TABLE collaboration (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    /* The SME. */
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    began_at timestamptz NOT NULL DEFAULT htsm_now(),
    UNIQUE (challenge_id, organisation_id)
  );
  CREATE INDEX collaboration_began ON collaboration (began_at, id);
  CREATE INDEX collaboration_organisation ON collaboration (organisation_id);
  CREATE TABLE check_in (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    collaboration_id uuid NOT NULL REFERENCES collaboration ON DELETE CASCADE,
    side text NOT NULL CHECK (side IN ('sme', 'owner')),
    months int NOT NULL CHECK (months IN (1, 6, 12, 24)),
    due_at timestamptz NOT NULL,
    asked_at timestamptz,
    reminded_at timestamptz,
    UNIQUE (collaboration_id, side, months)
  );
  CREATE INDEX check_in_due ON check_in (due_at, id) WHERE asked_at IS NULL;
  CREATE INDEX check_in_reminder ON check_in (asked_at, id) WHERE asked_at IS NOT NULL AND reminded_at IS NULL;
  CREATE TABLE outcome (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    collaboration_id uuid NOT NULL REFERENCES collaboration ON DELETE CASCADE,
    side text NOT NULL CHECK (side IN ('sme', 'owner', 'taskforce')),
    /* The question that it answers; null when nobody asked. */
    check_in_id uuid REFERENCES check_in ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('order', 'pilot', 'research', 'talks', 'nothing')),
    euros text CHECK (euros IN ('to_10k', 'to_50k', 'to_250k', 'to_1m', 'over_1m')),
    on_date date NOT NULL,
    words text NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
    reported_at timestamptz NOT NULL DEFAULT htsm_now(),
    CHECK ((side = 'taskforce') = (check_in_id IS NULL))
  );
  CREATE INDEX outcome_collaboration ON outcome (collaboration_id, id);
  CREATE INDEX outcome_check_in ON outcome (check_in_id);
`;

const WHO = `
  /* Whether I follow for the taskforce what came of a challenge and an SME: without a stake in the one or a conflict with the other. */
  CREATE FUNCTION i_may_follow(c uuid, o uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT i_may_match(c) AND NOT EXISTS (SELECT FROM proposal WHERE challenge_id = c AND organisation_id = o AND i_am_conflicted(id))
  $$;
  /* My side of a challenge and an SME; null for anybody else. */
  CREATE FUNCTION my_side(c uuid, o uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT CASE WHEN o = ANY (app_org_ids()) THEN 'sme' WHEN challenge_is_mine(c)
      AND NOT EXISTS (SELECT FROM proposal WHERE challenge_id = c AND organisation_id = o AND i_am_conflicted(id)) THEN 'owner' END
  $$;
  CREATE FUNCTION i_may_follow_collaboration(b uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT app_is_taskforce() AND EXISTS (SELECT FROM collaboration WHERE id = b AND i_may_follow(challenge_id, organisation_id))
  $$;
  CREATE FUNCTION my_side_of_collaboration(b uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT my_side(challenge_id, organisation_id) FROM collaboration WHERE id = b
  $$;
  /* Opens the ledger of a challenge and an SME with its questions; gives its id, or null when it was open before. */
  CREATE FUNCTION begin_collaboration(c uuid, o uuid) RETURNS uuid LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  DECLARE opened uuid;
  BEGIN
    IF NOT app_is_taskforce() THEN RAISE insufficient_privilege; END IF;
    INSERT INTO collaboration (challenge_id, organisation_id) VALUES (c, o) ON CONFLICT DO NOTHING RETURNING id INTO opened;
    INSERT INTO check_in (collaboration_id, side, months, due_at)
      SELECT b.id, of_side, after, b.began_at + after * interval '1 month' FROM collaboration b, unnest(ARRAY['sme', 'owner']) of_side, unnest(ARRAY[1, 6, 12, 24]) after
      WHERE b.id = opened;
    RETURN opened;
  END $$;
  /* Whether the mailed link that somebody holds is this question, asked of this side. */
  CREATE FUNCTION my_link_asks(b uuid, k uuid, of_side text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM check_in WHERE id = app_token_id() AND id = k AND collaboration_id = b AND side = of_side AND asked_at IS NOT NULL)
  $$;
  /* What the holder of a mailed link may read of the two sides: their names and the title of the challenge. */
  CREATE FUNCTION asked_by_link() RETURNS TABLE (collaboration_id uuid, challenge_id uuid, organisation_id uuid, side text, months int, asked_at timestamptz,
      title_nl text, title_en text, partner_name text, own_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT b.id, c.id, b.organisation_id, k.side, k.months, k.asked_at, c.title_nl, c.title_en,
      CASE k.side WHEN 'sme' THEN own.name ELSE sme.name END, CASE k.side WHEN 'sme' THEN sme.name ELSE own.name END
    FROM check_in k JOIN collaboration b ON b.id = k.collaboration_id JOIN challenge c ON c.id = b.challenge_id
    JOIN organisation own ON own.id = c.organisation_id JOIN organisation sme ON sme.id = b.organisation_id
    WHERE k.id = app_token_id() AND k.asked_at IS NOT NULL
  $$;
`;

/* A side reads its own words and those of the taskforce, which it was told; what the other side says, only the taskforce reads. */
const RULES = `
  CALL guard_rows('collaboration'); CALL guard_rows('check_in'); CALL guard_rows('outcome');
  REVOKE UPDATE, DELETE ON outcome FROM htsm_worker;
  GRANT SELECT ON collaboration, check_in TO htsm_app;
  GRANT SELECT, INSERT ON outcome TO htsm_app;
  CREATE POLICY taskforce ON collaboration FOR SELECT TO htsm_app USING (i_may_follow(challenge_id, organisation_id));
  CREATE POLICY sides ON collaboration FOR SELECT TO htsm_app USING (my_side(challenge_id, organisation_id) IS NOT NULL);
  CREATE POLICY taskforce ON check_in FOR SELECT TO htsm_app USING (i_may_follow_collaboration(collaboration_id));
  CREATE POLICY taskforce ON outcome FOR SELECT TO htsm_app USING (i_may_follow_collaboration(collaboration_id));
  CREATE POLICY noted ON outcome FOR INSERT TO htsm_app WITH CHECK (side = 'taskforce' AND i_may_follow_collaboration(collaboration_id));
  CREATE POLICY sides ON outcome FOR SELECT TO htsm_app USING (
    CASE side WHEN 'taskforce' THEN my_side_of_collaboration(collaboration_id) IS NOT NULL ELSE side = my_side_of_collaboration(collaboration_id) END);
  CREATE POLICY asked ON outcome FOR SELECT TO htsm_app USING (my_link_asks(collaboration_id, check_in_id, side));
  CREATE POLICY answers ON outcome FOR INSERT TO htsm_app WITH CHECK (my_link_asks(collaboration_id, check_in_id, side));
`;

/*
 * What happened in a year, from the log, without who. Proposals count from closing on, in the month of closing. Of what came of
 * a match, the last word of the taskforce counts, or else the more modest of the last words of both sides.
 */
const FIGURES = `
  CREATE FUNCTION yearly_facts(of_year int) RETURNS TABLE (kind text, month int, themes text[], region text, came text, days int)
    LANGUAGE sql STABLE SET search_path = public AS $$
    WITH line AS (
      SELECT e.id, e.type, e.subject_id, e.payload, e.occurred_at, e.occurred_at AT TIME ZONE 'Europe/Amsterdam' AS moment,
        CASE e.subject_type WHEN 'challenge' THEN e.subject_id ELSE (e.payload->>'challengeId')::uuid END AS challenge_id
      FROM event e WHERE e.type IN ('challenge.opened', 'challenge.decided', 'proposal.review_started', 'collaboration.began', 'outcome.reported')
        AND e.occurred_at >= make_timestamptz(of_year, 1, 1, 0, 0, 0, 'Europe/Amsterdam')
        AND e.occurred_at < make_timestamptz(of_year + 1, 1, 1, 0, 0, 0, 'Europe/Amsterdam')
    ), word AS (
      SELECT DISTINCT ON (subject_id, payload->>'side') * FROM line WHERE type = 'outcome.reported' ORDER BY subject_id, payload->>'side', id DESC
    ), came AS (
      SELECT DISTINCT ON (subject_id) * FROM word ORDER BY subject_id, payload->>'side' = 'taskforce' DESC,
        array_position(ARRAY['nothing', 'talks', 'research', 'pilot', 'order'], payload->>'kind'), id
    ), fact AS (
      SELECT CASE type WHEN 'challenge.opened' THEN 'challenges' WHEN 'proposal.review_started' THEN 'proposals' WHEN 'collaboration.began' THEN 'matches' ELSE 'decisions' END AS kind,
        id, moment, challenge_id, NULL AS came, occurred_at FROM line WHERE type <> 'outcome.reported'
      UNION ALL SELECT 'outcomes', id, moment, challenge_id, payload->>'kind', occurred_at FROM came
    )
    SELECT f.kind, extract(month FROM f.moment)::int,
      ARRAY(SELECT DISTINCT split_part(t, '/', 1) FROM unnest(c.themes) t ORDER BY 1), c.region, f.came,
      CASE f.kind WHEN 'decisions' THEN extract(day FROM f.occurred_at - c.opened_at)::int END
    FROM fact f JOIN challenge c ON c.id = f.challenge_id WHERE c.opened_at IS NOT NULL ORDER BY f.id
  $$;
  /* The same for everybody: whoever asks, the service tells no small count. */
  CREATE FUNCTION published_facts(of_year int) RETURNS TABLE (kind text, month int, themes text[], region text, came text, days int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$ SELECT * FROM yearly_facts(of_year) $$;
  CREATE FUNCTION years_of_figures() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT ARRAY(SELECT generate_series(extract(year FROM htsm_now() AT TIME ZONE 'Europe/Amsterdam')::int,
      extract(year FROM coalesce(min(occurred_at), htsm_now()) AT TIME ZONE 'Europe/Amsterdam')::int, -1)) FROM event WHERE type = 'challenge.opened'
  $$;
  CREATE INDEX event_of_figures ON event (occurred_at, id)
    WHERE type IN ('challenge.opened', 'challenge.decided', 'proposal.review_started', 'collaboration.began', 'outcome.reported');
`;

/*
 * Which SME was shown at which place of a list, once a day for each kind of reader; of the reader, no more than that. Nobody reads
 * it but for orders and reports; today's do not count, so that a list stays as it is for the day.
 */
const EXPOSURE = `
  CREATE TABLE impression (
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    day date NOT NULL,
    reader text NOT NULL CHECK (reader IN ('owner', 'taskforce')),
    place int NOT NULL CHECK (place >= 1),
    PRIMARY KEY (organisation_id, day, challenge_id, reader)
  );
  CREATE INDEX impression_day ON impression (day);
  CALL guard_rows('impression');
  CREATE FUNCTION today_in_groningen() RETURNS date LANGUAGE sql STABLE AS $$ SELECT (htsm_now() AT TIME ZONE 'Europe/Amsterdam')::date $$;
  CREATE FUNCTION note_impressions(c uuid, of_reader text, shown uuid[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
    INSERT INTO impression (challenge_id, organisation_id, day, reader, place)
    SELECT c, s.id, today_in_groningen(), of_reader, s.place FROM unnest(shown) WITH ORDINALITY AS s (id, place)
    WHERE CASE of_reader WHEN 'owner' THEN challenge_is_mine(c) ELSE i_may_match(c) END ON CONFLICT DO NOTHING
  $$;
  /* What those who fit a challenge received in the days before today, and whether they were ever shown. */
  CREATE FUNCTION exposure_for(c uuid, over_days int) RETURNS TABLE (organisation_id uuid, exposure float8, is_new boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT r.organisation_id, coalesce(sum(ln(2) / ln(1 + i.place)) FILTER (WHERE i.day >= today_in_groningen() - over_days), 0), count(i.day) = 0
    FROM recommendation r LEFT JOIN impression i ON i.organisation_id = r.organisation_id AND i.day < today_in_groningen()
    WHERE r.challenge_id = c AND (challenge_is_mine(c) OR i_may_match(c)) GROUP BY r.organisation_id
  $$;
`;

/* Lines of the log about a board, a call for partners and what came of a match follow the same bars as these. */
const LOG = `
  CREATE OR REPLACE FUNCTION event_is_barred(of_type text, of_id uuid, facts jsonb) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM (
        SELECT of_id WHERE of_type = 'proposal'
        UNION ALL SELECT (facts->>'proposalId')::uuid WHERE facts ? 'proposalId'
        UNION ALL SELECT jsonb_array_elements_text(facts->'proposalIds')::uuid WHERE facts ? 'proposalIds'
      ) about (proposal_id) WHERE i_may_not_judge(proposal_id))
      OR of_type IN ('suggestion', 'partner_call') AND NOT i_may_match((facts->>'challengeId')::uuid)
      OR of_type = 'collaboration' AND NOT i_may_follow((facts->>'challengeId')::uuid, (facts->>'organisationId')::uuid)
  $$;
`;
