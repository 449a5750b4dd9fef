import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Judging without names: what tells who the parties are, for the API to black out of what their reviewers read. */
export class BlindJudging1700000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BLINDNESS);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const BLINDNESS = `
  CREATE FUNCTION answer_is_released(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM answer WHERE proposal_id = p AND released_at IS NOT NULL)
  $$;
  /* Whether its reviewers do not know whose it is: until its answer is released. */
  CREATE FUNCTION is_judged_blind(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM proposal o JOIN challenge c ON c.id = o.challenge_id WHERE o.id = p AND c.is_blind) AND NOT answer_is_released(p)
  $$;
  /* Names, numbers and domains of the proposer and its partners, for who judges or could: the API takes them out of the texts. */
  CREATE FUNCTION telling_words(p uuid) RETURNS TABLE (party int, kind text, word text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH party AS MATERIALIZED (
      SELECT organisation_id AS id, row_number() OVER (ORDER BY min(CASE role WHEN 'proposer' THEN 0 ELSE 1 END), organisation_id)::int AS n
      FROM proposal_party WHERE proposal_id = p AND role <> 'owner' AND (i_review_proposal(p) OR i_may_bid_on(p)) GROUP BY organisation_id)
    SELECT n, 'organisation', o.name FROM party JOIN organisation o USING (id)
    UNION ALL SELECT n, 'number', o.kvk_number FROM party JOIN organisation o USING (id)
    UNION ALL SELECT n, 'domain', d.domain FROM party JOIN organisation_domain d ON d.organisation_id = party.id AND d.domain <> ''
    UNION ALL SELECT n, 'domain', substring(o.website FROM '^(?:https?://)?(?:www[.])?([^/:]+[.][^/:]+)') FROM party JOIN organisation o USING (id) WHERE o.website LIKE '%.%'
    UNION ALL SELECT n, 'person', u.name FROM party JOIN membership m ON m.organisation_id = party.id JOIN app_user u ON u.id = m.user_id
    UNION ALL SELECT n, 'person', u.name FROM party JOIN former_membership m ON m.organisation_id = party.id JOIN app_user u ON u.id = m.user_id
    ORDER BY 1, 2, 3
  $$;
  DROP FUNCTION review_conflict_card;
  /* What a reviewer must know to judge whether there is a conflict, and nothing of the content; of a blind challenge no names. */
  CREATE FUNCTION review_conflict_card(assignment uuid) RETURNS TABLE (challenge_title_nl text, challenge_title_en text, owner_name text,
      proposer_name text, proposer_city text, is_blind boolean, is_released boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.title_nl, c.title_en, own.name, CASE WHEN b.is_blind THEN NULL ELSE o.name END, CASE WHEN b.is_blind THEN NULL ELSE o.city END,
      b.is_blind, answer_is_released(p.id)
    FROM review_assignment a JOIN proposal p ON p.id = a.proposal_id JOIN challenge c ON c.id = a.challenge_id
    JOIN organisation own ON own.id = c.organisation_id JOIN organisation o ON o.id = p.organisation_id
    CROSS JOIN LATERAL (SELECT c.is_blind AND NOT answer_is_released(p.id) AS is_blind) b
    WHERE a.id = assignment AND a.reviewer_id = app_user_id() AND a.state <> 'conflicted' AND proposal_is_unsealed(p.state)
      AND i_am_a_judge() AND NOT i_may_not_judge(p.id) AND is_on_panel(a.reviewer_id, a.challenge_id)
  $$;
`;
