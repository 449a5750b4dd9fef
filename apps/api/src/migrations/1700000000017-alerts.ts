import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What alerts know of profiles, and who follows which challenge. */
export class Alerts1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROFILE_FITS);
    await runner.query(FOLLOWERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE challenge_follow; DROP TABLE challenge_reminder');
    await runner.query(
      'DROP TRIGGER tell_alerts ON recommendation; DROP FUNCTION look_for_new_fits; DROP VIEW profile_fit',
    );
  }
}

/**
 * All that alerts read of recommendations, so that neither room knows the other: which challenges fit which organisation,
 * and why. A new one makes the worker look at the members who asked for it, since it may come later than the challenge.
 */
const PROFILE_FITS = `
  CREATE VIEW profile_fit WITH (security_invoker) AS
    SELECT r.organisation_id, r.challenge_id, r.score, r.explanation -> 'themes' AS themes, w.explanation -> 'terms' AS terms
    FROM recommendation r LEFT JOIN recommendation_words w ON w.recommendation_id = r.id;
  GRANT SELECT ON profile_fit TO htsm_app, htsm_worker;
  CREATE FUNCTION look_for_new_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    UPDATE subscription s SET next_at = htsm_now()
    WHERE s.state = 'active' AND s.user_id IN (SELECT m.user_id FROM membership m JOIN fresh f ON f.organisation_id = m.organisation_id)
      AND EXISTS (SELECT FROM interest i WHERE i.subscription_id = s.id AND i.follows_profile AND i.frequency = 'at_once');
    RETURN NULL;
  END $$;
  CREATE TRIGGER tell_alerts AFTER INSERT ON recommendation
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION look_for_new_fits();
`;

/**
 * Followers, each with what they were told last, so that a change is told once; and the moments of reminding that are done:
 * `closes_at` is part of the key, because a moved deadline is another one.
 */
const FOLLOWERS = `
  CREATE TABLE challenge_follow (
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    told_closes_at timestamptz NOT NULL,
    told_state text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (user_id, challenge_id)
  );
  CREATE INDEX challenge_follow_challenge ON challenge_follow (challenge_id);
  CREATE TABLE challenge_reminder (
    challenge_id uuid NOT NULL REFERENCES challenge ON DELETE CASCADE,
    closes_at timestamptz NOT NULL,
    hours_before int NOT NULL,
    reminded_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (challenge_id, closes_at, hours_before)
  );
  CALL guard_rows('challenge_follow'); CALL guard_rows('challenge_reminder');
  GRANT SELECT, INSERT, DELETE ON challenge_follow TO htsm_app;
  CREATE POLICY own ON challenge_follow FOR ALL TO htsm_app
    USING (user_id = app_user_id()) WITH CHECK (user_id = app_user_id() AND challenge_is_public(challenge_id));
`;
