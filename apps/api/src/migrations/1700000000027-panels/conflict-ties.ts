/**
 * The view of what binds people, kept as rows for whoever is on the review panel: policies ask for it with every proposal.
 * Triggers follow what it is made of, in the transaction of the change; the nightly check compares both.
 */
export const CONFLICT_TIES = `
  CREATE TABLE conflict_tie (
    user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
    fact text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('same_organisation', 'group', 'kvk_number', 'email_domain', 'declared_link', 'joint_consortium', 'match')),
    link text,
    through text NOT NULL,
    ended_on date,
    PRIMARY KEY (user_id, organisation_id, fact)
  );
  CREATE INDEX conflict_tie_organisation ON conflict_tie (organisation_id);
  GRANT SELECT ON conflict_source TO htsm_worker;
  CREATE FUNCTION refresh_ties_of(people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE judges uuid[] := ARRAY(SELECT user_id FROM membership WHERE body = 'review_panel' AND user_id = ANY (people));
  BEGIN
    DELETE FROM conflict_tie WHERE user_id = ANY (people);
    IF cardinality(judges) > 0 THEN
      INSERT INTO conflict_tie (user_id, organisation_id, fact, kind, link, through, ended_on)
      SELECT user_id, organisation_id, fact, kind, link, through, ended_on FROM conflict_source WHERE user_id = ANY (judges)
      ON CONFLICT DO NOTHING;
    END IF;
  END $$;
  CREATE FUNCTION refresh_ties_with(places uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    DELETE FROM conflict_tie WHERE organisation_id = ANY (places);
    IF EXISTS (SELECT FROM membership WHERE body = 'review_panel') THEN
      INSERT INTO conflict_tie (user_id, organisation_id, fact, kind, link, through, ended_on)
      SELECT s.user_id, s.organisation_id, s.fact, s.kind, s.link, s.through, s.ended_on
      FROM conflict_source s JOIN membership b ON b.user_id = s.user_id AND b.body = 'review_panel'
      WHERE s.organisation_id = ANY (places) ON CONFLICT DO NOTHING;
    END IF;
  END $$;
  /* Those who work or worked for one of the organisations. */
  CREATE FUNCTION people_of(places uuid[]) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce(array_agg(DISTINCT user_id), '{}') FROM working_place WHERE organisation_id = ANY (places)
  $$;

  CREATE FUNCTION ties_follow_new_members() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM refresh_ties_of(ARRAY(SELECT DISTINCT user_id FROM fresh));
    PERFORM refresh_ties_with(ARRAY(SELECT DISTINCT organisation_id FROM fresh WHERE organisation_id IS NOT NULL));
    RETURN NULL;
  END $$;
  CREATE FUNCTION ties_follow_old_members() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    INSERT INTO former_membership (user_id, organisation_id, ended_on)
    SELECT g.user_id, g.organisation_id, today_in_groningen() FROM gone g JOIN app_user u ON u.id = g.user_id JOIN organisation o ON o.id = g.organisation_id
    ON CONFLICT (user_id, organisation_id) DO UPDATE SET ended_on = excluded.ended_on;
    PERFORM refresh_ties_of(ARRAY(SELECT DISTINCT user_id FROM gone));
    PERFORM refresh_ties_with(ARRAY(SELECT DISTINCT organisation_id FROM gone WHERE organisation_id IS NOT NULL));
    RETURN NULL;
  END $$;
  CREATE FUNCTION ties_follow_new_organisations() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM refresh_ties_with(ARRAY(SELECT id FROM fresh));
    RETURN NULL;
  END $$;
  CREATE FUNCTION ties_follow_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE people uuid[] := ARRAY(SELECT DISTINCT user_id FROM conflict_tie WHERE organisation_id = NEW.id);
  BEGIN
    PERFORM refresh_ties_with(ARRAY[NEW.id]);
    PERFORM refresh_ties_of(people || ARRAY(SELECT DISTINCT user_id FROM conflict_tie WHERE organisation_id = NEW.id));
    RETURN NULL;
  END $$;
  CREATE FUNCTION ties_follow_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM refresh_ties_of(ARRAY[NEW.id]);
    PERFORM refresh_ties_with(ARRAY(SELECT organisation_id FROM membership WHERE user_id = NEW.id AND organisation_id IS NOT NULL));
    RETURN NULL;
  END $$;
  CREATE FUNCTION ties_follow_link() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM refresh_ties_of(ARRAY[CASE TG_OP WHEN 'DELETE' THEN OLD.user_id ELSE NEW.user_id END]);
    RETURN NULL;
  END $$;
  CREATE FUNCTION ties_follow_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM refresh_ties_of(people_of(ARRAY(SELECT organisation_id FROM joint_work WHERE id = NEW.id)));
    RETURN NULL;
  END $$;
  CREATE FUNCTION ties_follow_shared_domains() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM refresh_ties_of(ARRAY(SELECT user_id FROM membership WHERE body = 'review_panel'));
    RETURN NULL;
  END $$;
  CREATE TRIGGER ties_follow AFTER INSERT ON membership REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ties_follow_new_members();
  CREATE TRIGGER ties_follow_end AFTER DELETE ON membership REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION ties_follow_old_members();
  CREATE TRIGGER ties_follow AFTER INSERT ON organisation REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ties_follow_new_organisations();
  CREATE TRIGGER ties_follow_change AFTER UPDATE ON organisation FOR EACH ROW
    WHEN ((OLD.name, OLD.kvk_number, OLD.group_kvk_number, OLD.website) IS DISTINCT FROM (NEW.name, NEW.kvk_number, NEW.group_kvk_number, NEW.website))
    EXECUTE FUNCTION ties_follow_organisation();
  CREATE TRIGGER ties_follow AFTER UPDATE ON app_user FOR EACH ROW
    WHEN (mail_domain(OLD.email::text) <> mail_domain(NEW.email::text)) EXECUTE FUNCTION ties_follow_address();
  CREATE TRIGGER ties_follow AFTER INSERT OR UPDATE OR DELETE ON reviewer_link FOR EACH ROW EXECUTE FUNCTION ties_follow_link();
  CREATE TRIGGER ties_follow AFTER INSERT OR UPDATE OF state ON match FOR EACH ROW EXECUTE FUNCTION ties_follow_work();
  CREATE TRIGGER ties_follow AFTER INSERT OR UPDATE OF state ON partner_answer FOR EACH ROW
    WHEN (NEW.state = 'accepted') EXECUTE FUNCTION ties_follow_work();
  CREATE TRIGGER ties_follow AFTER INSERT ON collaboration FOR EACH ROW EXECUTE FUNCTION ties_follow_work();
  CREATE TRIGGER ties_follow AFTER INSERT OR DELETE ON shared_mail_domain FOR EACH STATEMENT EXECUTE FUNCTION ties_follow_shared_domains();
`;
