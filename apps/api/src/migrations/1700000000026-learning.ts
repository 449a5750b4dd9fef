import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How good suggestions were: where an SME stood when somebody first acted, and what came of it; and who was shown how often. */
export class Learning1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLACES);
    await runner.query(CASES);
    await runner.query(SHOWN);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/*
 * Recommendations change every day and go when a challenge closes, so the place is kept in the transaction of the act itself,
 * whoever acts. Nobody reads the rows: that there is one could tell of a sealed proposal. Figures are read once it is decided.
 */
const PLACES = `
  CREATE TABLE place_at_act (
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    /* What was done first: the taskforce put it on the board, or the SME handed in a proposal. */
    act text NOT NULL CHECK (act IN ('board', 'proposal')),
    /* By score among all that fitted the challenge then, from 1 on. */
    place int NOT NULL CHECK (place >= 1),
    /* Which scoring, analyser and thesaurus made that ranking. */
    engine text NOT NULL,
    noted_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (challenge_id, organisation_id)
  );
  CREATE INDEX place_at_act_organisation ON place_at_act (organisation_id);
  CALL guard_rows('place_at_act');
  CREATE FUNCTION keep_place() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    INSERT INTO place_at_act (challenge_id, organisation_id, act, place, engine)
    SELECT r.challenge_id, r.organisation_id, TG_ARGV[0], 1 + (SELECT count(*) FROM recommendation b
      WHERE b.challenge_id = r.challenge_id AND b.score >= r.score AND (b.score > r.score OR b.id < r.id)), r.engine
    FROM recommendation r WHERE r.challenge_id = NEW.challenge_id AND r.organisation_id = NEW.organisation_id ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE TRIGGER keep_place AFTER INSERT ON suggestion FOR EACH ROW EXECUTE FUNCTION keep_place('board');
  CREATE TRIGGER keep_place AFTER UPDATE OF state ON proposal
    FOR EACH ROW WHEN (NEW.state = 'submitted' AND OLD.state = 'draft') EXECUTE FUNCTION keep_place('proposal');
`;

/*
 * A row for every SME accepted for a challenge that was decided in the year, or an empty one for a challenge without. Whoever
 * has a stake in a challenge gets no row of it; an SME with which one has a conflict is not there.
 */
const CASES = `
  /* The language that more is written in, as in the matcher; Dutch when both are even. */
  CREATE FUNCTION language_of_challenge(c uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT CASE WHEN length(concat(title_en, summary_en, problem_en, context_en, success_en))
      > length(concat(title_nl, summary_nl, problem_nl, context_nl, success_nl)) THEN 'en' ELSE 'nl' END FROM challenge WHERE id = c
  $$;
  CREATE FUNCTION learning_cases(of_year int) RETURNS TABLE (challenge int, week int, asked text, offered text, place int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH decided AS (
      SELECT subject_id AS id, min(occurred_at) AT TIME ZONE 'Europe/Amsterdam' AS moment FROM event WHERE type = 'challenge.decided'
        AND occurred_at >= make_timestamptz(of_year, 1, 1, 0, 0, 0, 'Europe/Amsterdam') - interval '1 week'
        AND occurred_at < make_timestamptz(of_year + 1, 1, 1, 0, 0, 0, 'Europe/Amsterdam') + interval '1 week' GROUP BY 1
    ), accepted AS (
      SELECT challenge_id, organisation_id FROM suggestion WHERE state IN ('interested', 'introduced', 'agreed', 'concluded')
        AND challenge_id IN (SELECT id FROM decided)
      UNION SELECT challenge_id, organisation_id FROM collaboration WHERE challenge_id IN (SELECT id FROM decided)
    )
    SELECT (dense_rank() OVER (ORDER BY d.moment, d.id))::int, extract(week FROM d.moment)::int, language_of_challenge(d.id), p.locale, w.place
    FROM decided d LEFT JOIN accepted a ON a.challenge_id = d.id AND i_may_follow(a.challenge_id, a.organisation_id)
    LEFT JOIN profile p ON p.organisation_id = a.organisation_id
    LEFT JOIN place_at_act w ON w.challenge_id = a.challenge_id AND w.organisation_id = a.organisation_id
    WHERE extract(isoyear FROM d.moment) = of_year AND i_may_match(d.id)
  $$;
`;

/*
 * For each quarter of a year that has begun: how many SMEs and institutes with a profile were shown how often, apart for those
 * that registered in the twelve months before its end. No names, and no challenges.
 */
const SHOWN = `
  CREATE FUNCTION shown_in_quarters(of_year int) RETURNS TABLE (quarter int, is_new boolean, impressions int, smes int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH quarters AS (
      SELECT n AS quarter, make_date(of_year, 3 * n - 2, 1) AS begins, (make_date(of_year, 3 * n - 2, 1) + interval '3 months')::date AS ends
      FROM generate_series(1, 4) n
    ), shown AS (
      SELECT organisation_id, extract(quarter FROM day)::int AS quarter, count(*)::int AS times FROM impression
      WHERE day >= make_date(of_year, 1, 1) AND day < make_date(of_year + 1, 1, 1) GROUP BY 1, 2
    )
    SELECT q.quarter, r.registered >= q.ends - interval '12 months', coalesce(s.times, 0), count(*)::int
    FROM quarters q
    JOIN (SELECT o.id, (o.created_at AT TIME ZONE 'Europe/Amsterdam')::date AS registered FROM organisation o JOIN profile p ON p.organisation_id = o.id
      WHERE o.kind <> 'company') r ON r.registered < q.ends
    LEFT JOIN shown s ON s.organisation_id = r.id AND s.quarter = q.quarter
    WHERE app_is_taskforce() AND q.begins <= today_in_groningen() GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  $$;
`;
