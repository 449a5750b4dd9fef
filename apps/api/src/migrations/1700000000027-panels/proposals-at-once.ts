/** Above this many, each row is asked for itself: a list would cost more than it spares. */
const MOST = 20_000;

/**
 * What policies ask of many rows, answered once in a statement, for people who judge; only they read many. Equal to asking
 * i_may_not_judge, i_review_proposal and i_submitted_review_of of each proposal.
 */
export const PROPOSALS_AT_ONCE = `
  CREATE OR REPLACE FUNCTION my_barred_proposals() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    me uuid := app_user_id();
    mine uuid[] := app_org_ids();
    since date := today_in_groningen() - make_interval(years => coalesce((SELECT conflict_years FROM judging_rule), 20));
    barred uuid[];
  BEGIN
    IF NOT i_am_a_judge() THEN RETURN NULL; END IF;
    IF NOT i_could_be_conflicted() THEN RETURN '{}'; END IF;
    barred := ARRAY(SELECT b.id FROM (
      SELECT proposal_id FROM review_assignment WHERE reviewer_id = me AND state = 'conflicted'
      UNION ALL
      SELECT p.id FROM proposal p WHERE p.organisation_id = ANY (mine)
      UNION ALL
      SELECT p.id FROM challenge c JOIN proposal p ON p.challenge_id = c.id WHERE c.organisation_id = ANY (mine)
      UNION ALL
      SELECT rival.id FROM proposal p JOIN proposal rival ON rival.challenge_id = p.challenge_id
      WHERE p.organisation_id = ANY (mine) AND p.state <> 'draft'
      UNION ALL
      SELECT y.proposal_id FROM conflict_tie t JOIN proposal_party y ON y.organisation_id = t.organisation_id
      WHERE t.user_id = me AND (t.ended_on IS NULL OR t.ended_on > since)
        AND NOT EXISTS (SELECT FROM conflict_waiver w WHERE w.challenge_id = y.challenge_id AND w.user_id = me
          AND w.organisation_id = t.organisation_id AND t.fact = ANY (w.facts) AND w.ends_at > htsm_now())
    ) b (id) LIMIT ${MOST + 1});
    IF cardinality(barred) > ${MOST} THEN RETURN NULL; END IF;
    RETURN barred;
  END $$;
  CREATE OR REPLACE FUNCTION my_task_proposals(states text[]) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    me uuid := app_user_id();
    barred uuid[];
  BEGIN
    IF NOT i_am_a_judge() THEN RETURN '{}'; END IF;
    barred := my_barred_proposals();
    RETURN ARRAY(SELECT a.proposal_id FROM review_assignment a
      WHERE a.reviewer_id = me AND a.state = ANY (states) AND is_on_panel(me, a.challenge_id)
        AND NOT CASE WHEN barred IS NULL THEN i_may_not_judge(a.proposal_id) ELSE a.proposal_id IN (SELECT unnest(barred)) END);
  END $$;
`;
