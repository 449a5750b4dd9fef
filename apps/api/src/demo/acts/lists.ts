import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** SMEs that a list of the past showed. */
const SHOWN = 12;
/** Days before the demo is made from which on near equals took turns; before that the same ones were always on top. */
const FAIR_FROM = 420;

/**
 * Who was shown on the lists of the past, and where those stood about whom somebody acted. Lists are made by the matcher, which
 * does not run in the demo's past; so these rows are invented, the same ones for every demo.
 */
export function listScenes(stage: Stage): Scene[] {
  return [
    {
      at: stage.at([0, 'now']),
      name: 'lists of the past',
      play: async () => {
        await stage.owner.query(IMPRESSIONS, [SHOWN, FAIR_FROM]);
        await stage.owner.query(PLACES);
      },
    },
  ];
}

/** A number from 0 to 1 that is the same for the same words. */
const chance = (words: string): string =>
  `(get_byte(decode(md5(${words}), 'hex'), 0) * 256 + get_byte(decode(md5(${words}), 'hex'), 1)) / 65536.0`;

/* Early on some were known by everybody; owners look every week, the taskforce every third day. */
const IMPRESSIONS = `
  WITH list AS (
    SELECT c.id AS challenge_id, c.slug, c.opened_at, least(c.closes_at, htsm_now() - interval '1 day') AS until,
      c.opened_at > htsm_now() - $2 * interval '1 day' AS is_fair
    FROM public_challenge l JOIN challenge c ON c.id = l.id WHERE c.is_demo AND c.opened_at IS NOT NULL
  ), visit AS (
    SELECT list.*, (at AT TIME ZONE 'Europe/Amsterdam')::date AS day, reader FROM list, (VALUES ('owner', 7), ('taskforce', 3)) AS r (reader, every),
      generate_series(opened_at + interval '1 day', until, every * interval '1 day') AS at
  ), shown AS (
    SELECT v.challenge_id, o.id AS organisation_id, v.day, v.reader, row_number() OVER (PARTITION BY v.challenge_id, v.day, v.reader ORDER BY
      ${chance('v.slug || o.name')} + CASE WHEN v.is_fair THEN 0.35 * ${chance('v.day::text || o.name')} ELSE 1.4 * ${chance(`'known' || o.name`)} END DESC, o.id) AS place
    FROM visit v JOIN organisation o ON o.kind <> 'company' AND o.is_demo AND o.created_at::date < v.day JOIN profile p ON p.organisation_id = o.id
  )
  INSERT INTO impression (challenge_id, organisation_id, day, reader, place)
  SELECT challenge_id, organisation_id, day, reader, place FROM shown WHERE place <= $1 ON CONFLICT DO NOTHING`;

/* The first of those somebody acted upon stood among the first seven, the next among the following ones. */
const PLACES = `
  INSERT INTO place_at_act (challenge_id, organisation_id, act, place, engine, noted_at)
  SELECT challenge_id, organisation_id, act, 7 * row_number() OVER (PARTITION BY challenge_id ORDER BY luck, organisation_id) - floor(7 * luck)::int, 'demo', at
  FROM (
    SELECT DISTINCT ON (a.challenge_id, a.organisation_id) a.*, ${chance('c.slug || o.name')} AS luck FROM (
      SELECT challenge_id, organisation_id, 'board' AS act, created_at AS at FROM suggestion
      UNION ALL SELECT challenge_id, organisation_id, 'proposal', submitted_at FROM proposal WHERE submitted_at IS NOT NULL
    ) a JOIN challenge c ON c.id = a.challenge_id JOIN organisation o ON o.id = a.organisation_id
    WHERE c.is_demo ORDER BY a.challenge_id, a.organisation_id, a.at
  ) acted ON CONFLICT DO NOTHING`;
