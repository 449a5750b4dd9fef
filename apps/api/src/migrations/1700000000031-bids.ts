import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bids: how gladly members of a formed panel would judge each proposal. */
export class Bids1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BIDS);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const BIDS = `
  CREATE TABLE review_bid (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    bid text NOT NULL CHECK (bid IN ('eager', 'willing', 'rather_not')),
    bid_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (proposal_id, user_id)
  );
  CREATE INDEX review_bid_user ON review_bid (user_id);
  /* What a member of a formed panel may bid on: after closing, without what they may not judge and what they have a task for. */
  CREATE FUNCTION my_biddable_proposals() RETURNS TABLE (proposal_id uuid, challenge_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    me uuid := app_user_id();
    barred uuid[];
  BEGIN
    IF NOT app_has_role('review_panel') THEN RETURN; END IF;
    barred := my_barred_proposals();
    RETURN QUERY SELECT p.id, p.challenge_id FROM panel_member m JOIN challenge c ON c.id = m.challenge_id AND c.state = 'evaluating'
      JOIN proposal p ON p.challenge_id = c.id AND proposal_is_unsealed(p.state)
      WHERE m.user_id = me AND NOT EXISTS (SELECT FROM review_assignment a WHERE a.proposal_id = p.id AND a.reviewer_id = me)
        AND NOT CASE WHEN barred IS NULL THEN i_may_not_judge(p.id) ELSE p.id IN (SELECT unnest(barred)) END;
  END $$;
  CREATE FUNCTION i_may_bid_on(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM my_biddable_proposals() b WHERE b.proposal_id = p)
  $$;
  /* The little that a bid is made on, with what the bidder said. */
  CREATE FUNCTION my_bid_cards() RETURNS TABLE (challenge_id uuid, title_nl text, title_en text, proposal_id uuid, title text, summary text, is_blind boolean, bid text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.id, c.title_nl, c.title_en, p.id, p.title, p.summary, c.is_blind, b.bid
    FROM my_biddable_proposals() m JOIN proposal p ON p.id = m.proposal_id JOIN challenge c ON c.id = m.challenge_id
    LEFT JOIN review_bid b ON b.proposal_id = p.id AND b.user_id = app_user_id()
    ORDER BY c.id, p.id LIMIT 1000
  $$;

  CALL guard_rows('review_bid');
  GRANT SELECT, INSERT, UPDATE, DELETE ON review_bid TO htsm_app;
  CREATE POLICY own ON review_bid FOR ALL TO htsm_app
    USING (user_id = app_user_id() AND proposal_id IN (SELECT b.proposal_id FROM my_biddable_proposals() b))
    WITH CHECK (user_id = app_user_id() AND proposal_id IN (SELECT b.proposal_id FROM my_biddable_proposals() b));
  /* Of proposals that they see themselves. */
  CREATE POLICY taskforce ON review_bid FOR SELECT TO htsm_app
    USING (app_is_taskforce() AND EXISTS (SELECT FROM proposal p WHERE p.id = proposal_id AND proposal_is_unsealed(p.state)));
  CREATE POLICY no_conflict ON review_bid AS RESTRICTIVE FOR ALL TO htsm_app
    USING (NOT CASE WHEN (SELECT my_barred_proposals()) IS NULL THEN i_may_not_judge(proposal_id) ELSE proposal_id IN (SELECT unnest(my_barred_proposals())) END);
`;
