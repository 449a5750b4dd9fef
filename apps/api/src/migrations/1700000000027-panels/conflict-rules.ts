/**
 * What ties forbid. Whoever has one with a party to a proposal, and no waiver of it, does not judge: neither as a reviewer nor
 * as the taskforce, with the next request. Parties themselves keep what they see as such.
 */
export const CONFLICT_RULES = `
  /* The lead, its partners by accepted answers to its calls, and the owner of the challenge. */
  CREATE VIEW proposal_party AS
    SELECT p.id AS proposal_id, p.challenge_id, p.organisation_id, 'proposer' AS role FROM proposal p
    UNION ALL
    SELECT p.id, p.challenge_id, c.organisation_id, 'owner' FROM proposal p JOIN challenge c ON c.id = p.challenge_id
    UNION ALL
    SELECT p.id, p.challenge_id, a.organisation_id, 'partner' FROM proposal p
    JOIN partner_call k ON k.challenge_id = p.challenge_id AND k.organisation_id = p.organisation_id
    JOIN partner_answer a ON a.call_id = k.id AND a.state = 'accepted' WHERE a.organisation_id <> p.organisation_id;
  CREATE FUNCTION tie_is_live(ended_on date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT ended_on IS NULL OR ended_on > today_in_groningen() - make_interval(years => coalesce((SELECT conflict_years FROM judging_rule), 20))
  $$;
  /* Until when a fact about a person and an organisation does not count in a challenge; null when it counts. */
  CREATE FUNCTION tie_waived_until(c uuid, person uuid, place uuid, about text) RETURNS timestamptz
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT max(ends_at) FROM conflict_waiver
    WHERE challenge_id = c AND user_id = person AND organisation_id = place AND about = ANY (facts) AND ends_at > htsm_now()
  $$;
  /* Asked for every row of a page, and from within other functions: only plpgsql keeps its plans from one call to the next. */
  CREATE FUNCTION person_is_tied(person uuid, p uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    RETURN EXISTS (SELECT FROM proposal_party y JOIN conflict_tie t ON t.user_id = person AND t.organisation_id = y.organisation_id
      WHERE y.proposal_id = p
        AND (t.ended_on IS NULL OR t.ended_on > today_in_groningen() - make_interval(years => coalesce((SELECT conflict_years FROM judging_rule), 20)))
        AND NOT EXISTS (SELECT FROM conflict_waiver w WHERE w.challenge_id = y.challenge_id AND w.user_id = person
          AND w.organisation_id = t.organisation_id AND t.fact = ANY (w.facts) AND w.ends_at > htsm_now()));
  END $$;
  /* A declared conflict, a tie without a waiver, or a competitor: then the proposal and all that hangs on it do not exist. */
  CREATE OR REPLACE FUNCTION i_am_conflicted(p uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF EXISTS (SELECT FROM review_assignment WHERE proposal_id = p AND reviewer_id = app_user_id() AND state = 'conflicted') THEN
      RETURN true;
    END IF;
    IF cardinality(app_org_ids()) > 0 AND i_am_rival_of(p) THEN
      RETURN true;
    END IF;
    IF NOT EXISTS (SELECT FROM conflict_tie WHERE user_id = app_user_id()) THEN
      RETURN false;
    END IF;
    RETURN NOT (cardinality(app_org_ids()) > 0 AND i_am_party_to(p)) AND person_is_tied(app_user_id(), p);
  END $$;
  CREATE OR REPLACE FUNCTION i_may_not_judge(p uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    RETURN i_am_conflicted(p) OR cardinality(app_org_ids()) > 0 AND i_am_party_to(p);
  END $$;
  CREATE OR REPLACE FUNCTION i_could_be_conflicted() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT cardinality(app_org_ids()) > 0 OR EXISTS (SELECT FROM review_assignment WHERE reviewer_id = app_user_id() AND state = 'conflicted')
      OR EXISTS (SELECT FROM conflict_tie WHERE user_id = app_user_id())
  $$;
  /* A tie with somebody who takes part: with a proposal that is open to the taskforce, or with the owner. */
  CREATE FUNCTION i_am_tied_in(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM conflict_tie WHERE user_id = app_user_id()) AND (
      EXISTS (SELECT FROM proposal p WHERE p.challenge_id = c AND proposal_is_unsealed(p.state) AND person_is_tied(app_user_id(), p.id))
      OR EXISTS (SELECT FROM challenge o JOIN conflict_tie t ON t.organisation_id = o.organisation_id AND t.user_id = app_user_id()
        WHERE o.id = c AND tie_is_live(t.ended_on) AND tie_waived_until(c, app_user_id(), t.organisation_id, t.fact) IS NULL))
  $$;
  CREATE OR REPLACE FUNCTION i_have_no_stake_in(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT NOT challenge_is_mine(c)
      AND NOT EXISTS (SELECT FROM proposal p WHERE p.challenge_id = c AND p.state <> 'draft' AND p.organisation_id = ANY (app_org_ids()))
      AND NOT EXISTS (SELECT FROM review_assignment a WHERE a.challenge_id = c AND a.reviewer_id = app_user_id() AND a.state = 'conflicted')
      AND NOT i_am_tied_in(c)
  $$;
  CREATE OR REPLACE FUNCTION i_may_not_decide(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT challenge_is_mine(c)
      OR EXISTS (SELECT FROM proposal p WHERE p.challenge_id = c AND p.state <> 'draft' AND p.organisation_id = ANY (app_org_ids()))
      OR EXISTS (SELECT FROM review_assignment a JOIN proposal p ON p.id = a.proposal_id
        WHERE a.challenge_id = c AND a.reviewer_id = app_user_id() AND a.state <> 'submitted' AND proposal_is_unsealed(p.state))
      OR i_am_tied_in(c)
  $$;

  /* Who takes part, for the taskforce without a stake: before closing only the owner is known. */
  CREATE FUNCTION parties_of(c uuid) RETURNS TABLE (organisation_id uuid, role text, proposal_ids uuid[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    WITH judged AS MATERIALIZED (SELECT p.id FROM proposal p
      WHERE p.challenge_id = c AND proposal_is_unsealed(p.state) AND app_is_taskforce() AND NOT i_may_not_judge(p.id))
    SELECT y.organisation_id, y.role, array_agg(y.proposal_id ORDER BY y.proposal_id)
    FROM judged j JOIN proposal_party y ON y.proposal_id = j.id WHERE y.role <> 'owner' GROUP BY y.organisation_id, y.role
    UNION ALL
    SELECT o.organisation_id, 'owner', ARRAY(SELECT id FROM judged ORDER BY id) FROM challenge o
    WHERE o.id = c AND app_is_taskforce() AND NOT challenge_is_mine(c)
  $$;
  /* The live ties of the panel with them, but none of the reader's own; by person and organisation. */
  CREATE FUNCTION conflicts_in(c uuid) RETURNS TABLE (user_id uuid, organisation_id uuid, organisation_name text, role text, fact text,
      kind text, link text, through text, ended_on date, waived_until timestamptz, proposal_ids uuid[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT t.user_id, t.organisation_id, o.name, y.role, t.fact, t.kind, t.link, t.through, t.ended_on,
      tie_waived_until(c, t.user_id, t.organisation_id, t.fact), y.proposal_ids
    FROM parties_of(c) y JOIN conflict_tie t ON t.organisation_id = y.organisation_id JOIN organisation o ON o.id = y.organisation_id
    WHERE t.user_id <> app_user_id() AND tie_is_live(t.ended_on)
    ORDER BY t.user_id, o.name, y.role, t.fact
  $$;
  /* The same for an address: of anybody with an account, or of nobody yet, of whom only the domain is known. */
  CREATE FUNCTION conflicts_of_address(c uuid, address text) RETURNS TABLE (organisation_id uuid, organisation_name text, role text, fact text,
      kind text, link text, through text, ended_on date, waived_until timestamptz, proposal_ids uuid[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
  DECLARE person uuid := (SELECT id FROM app_user WHERE email = address::citext);
  BEGIN
    RETURN QUERY
    SELECT y.organisation_id, o.name, y.role, f.fact, f.kind, f.link, f.through, f.ended_on,
      tie_waived_until(c, person, y.organisation_id, f.fact), y.proposal_ids
    FROM parties_of(c) y JOIN organisation o ON o.id = y.organisation_id JOIN (
      SELECT s.organisation_id, s.fact, s.kind, s.link, s.through, s.ended_on FROM conflict_source s WHERE s.user_id = person
      UNION
      SELECT d.organisation_id, 'domain:' || d.domain, 'email_domain', NULL, d.domain, NULL FROM organisation_domain d
      WHERE person IS NULL AND d.domain = mail_domain(address)) f ON f.organisation_id = y.organisation_id
    WHERE person IS DISTINCT FROM app_user_id() AND tie_is_live(f.ended_on)
    ORDER BY o.name, y.role, f.fact;
  END $$;

  CALL guard_rows('judging_rule'); CALL guard_rows('shared_mail_domain'); CALL guard_rows('former_membership');
  CALL guard_rows('reviewer_link'); CALL guard_rows('conflict_waiver'); CALL guard_rows('conflict_tie');
  GRANT SELECT ON judging_rule TO htsm_app;
  GRANT UPDATE (conflict_years, version) ON judging_rule TO htsm_app;
  CREATE POLICY taskforce ON judging_rule FOR ALL TO htsm_app USING (app_is_taskforce()) WITH CHECK (app_is_taskforce());

  GRANT SELECT, INSERT, UPDATE, DELETE ON reviewer_link TO htsm_app;
  CREATE POLICY own ON reviewer_link FOR ALL TO htsm_app
    USING (user_id = app_user_id() AND app_has_role('review_panel')) WITH CHECK (user_id = app_user_id() AND app_has_role('review_panel'));
  CREATE POLICY taskforce ON reviewer_link FOR SELECT TO htsm_app USING (app_is_taskforce());

  GRANT SELECT, INSERT ON conflict_waiver TO htsm_app;
  GRANT UPDATE (ends_at) ON conflict_waiver TO htsm_app;
  CREATE POLICY taskforce ON conflict_waiver FOR SELECT TO htsm_app
    USING (app_is_taskforce() AND user_id <> app_user_id() AND i_have_no_stake_in(challenge_id));
  CREATE POLICY sign ON conflict_waiver FOR INSERT TO htsm_app
    WITH CHECK (app_is_taskforce() AND user_id <> app_user_id() AND signed_by = app_user_id() AND i_have_no_stake_in(challenge_id));
  CREATE POLICY finish ON conflict_waiver FOR UPDATE TO htsm_app
    USING (app_is_taskforce() AND user_id <> app_user_id() AND i_have_no_stake_in(challenge_id))
    WITH CHECK (app_is_taskforce() AND user_id <> app_user_id());

  CREATE POLICY no_tie ON review_assignment AS RESTRICTIVE FOR INSERT TO htsm_app WITH CHECK (NOT person_is_tied(reviewer_id, proposal_id));
`;
