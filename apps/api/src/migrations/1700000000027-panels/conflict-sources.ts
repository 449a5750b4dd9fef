/**
 * What binds a person to an organisation, as one view over what the platform knows. A row is a fact: `fact` names it and
 * stays the same as long as it does, `kind` says how it was found, `through` is the name, KvK number or domain on the side of
 * the person, `link` what they declared. `ended_on` is null while it lasts.
 */
export const CONFLICT_SOURCES = `
  CREATE FUNCTION plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public AS $$
    SELECT btrim(regexp_replace(regexp_replace(lower(unaccent('unaccent'::regdictionary, name)), '[^a-z0-9]+', ' ', 'g'),
      '( (b ?v|n ?v|v ?o ?f|c ?v|u ?a|gmbh|ltd|inc))+ *$', ''))
  $$;
  CREATE FUNCTION mail_domain(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(split_part(address, '@', 2))
  $$;
  CREATE FUNCTION website_domain(address text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(regexp_replace(substring(address from '^https?://([^/:?#]+)'), '^www\\.', '', 'i'))
  $$;
  /* All of one group share this: the KvK number of its top. */
  CREATE FUNCTION group_of(own_number text, group_number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(group_number, ''), own_number)
  $$;
  CREATE INDEX organisation_plain_name ON organisation (plain_name(name));
  CREATE INDEX organisation_website_domain ON organisation (website_domain(website));
  CREATE INDEX organisation_group ON organisation (group_of(kvk_number, group_kvk_number));
  CREATE INDEX app_user_mail_domain ON app_user (mail_domain(email::text));
  CREATE INDEX reviewer_link_plain_name ON reviewer_link (plain_name(organisation_name));
  CREATE INDEX reviewer_link_domain ON reviewer_link (mail_domain) WHERE mail_domain <> '';

  CREATE VIEW organisation_domain AS
    SELECT o.id AS organisation_id, website_domain(o.website) AS domain FROM organisation o
    WHERE o.website <> '' AND NOT EXISTS (SELECT FROM shared_mail_domain s WHERE s.domain = website_domain(o.website))
    UNION ALL
    SELECT m.organisation_id, mail_domain(u.email::text) FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.organisation_id IS NOT NULL AND NOT EXISTS (SELECT FROM shared_mail_domain s WHERE s.domain = mail_domain(u.email::text));
  /* Where somebody works or worked, by their account. */
  CREATE VIEW working_place AS
    SELECT m.user_id, m.organisation_id, NULL::date AS ended_on FROM membership m WHERE m.organisation_id IS NOT NULL
    UNION ALL
    SELECT f.user_id, f.organisation_id, f.ended_on FROM former_membership f
    WHERE NOT EXISTS (SELECT FROM membership m WHERE m.user_id = f.user_id AND m.organisation_id = f.organisation_id);
  /* Two organisations that worked together, in both directions. */
  CREATE VIEW joint_work AS
    SELECT a.organisation_id, c.organisation_id AS other_id, 'joint_consortium' AS kind, a.id,
      (a.decided_at AT TIME ZONE 'Europe/Amsterdam')::date AS began_on, (a.decided_at AT TIME ZONE 'Europe/Amsterdam')::date AS ended_on
    FROM partner_answer a JOIN partner_call c ON c.id = a.call_id WHERE a.state = 'accepted'
    UNION ALL
    SELECT c.organisation_id, a.organisation_id, 'joint_consortium', a.id,
      (a.decided_at AT TIME ZONE 'Europe/Amsterdam')::date, (a.decided_at AT TIME ZONE 'Europe/Amsterdam')::date
    FROM partner_answer a JOIN partner_call c ON c.id = a.call_id WHERE a.state = 'accepted'
    UNION ALL
    SELECT m.organisation_id, c.organisation_id, 'match', m.id, (m.created_at AT TIME ZONE 'Europe/Amsterdam')::date,
      CASE WHEN m.state = 'ended' THEN (m.updated_at AT TIME ZONE 'Europe/Amsterdam')::date END
    FROM match m JOIN challenge c ON c.id = m.challenge_id
    UNION ALL
    SELECT c.organisation_id, m.organisation_id, 'match', m.id, (m.created_at AT TIME ZONE 'Europe/Amsterdam')::date,
      CASE WHEN m.state = 'ended' THEN (m.updated_at AT TIME ZONE 'Europe/Amsterdam')::date END
    FROM match m JOIN challenge c ON c.id = m.challenge_id
    UNION ALL
    SELECT b.organisation_id, c.organisation_id, 'match', b.id, (b.began_at AT TIME ZONE 'Europe/Amsterdam')::date,
      (b.began_at AT TIME ZONE 'Europe/Amsterdam')::date FROM collaboration b JOIN challenge c ON c.id = b.challenge_id
    UNION ALL
    SELECT c.organisation_id, b.organisation_id, 'match', b.id, (b.began_at AT TIME ZONE 'Europe/Amsterdam')::date,
      (b.began_at AT TIME ZONE 'Europe/Amsterdam')::date FROM collaboration b JOIN challenge c ON c.id = b.challenge_id;

  CREATE VIEW conflict_source AS
    SELECT w.user_id, w.organisation_id, 'place:' || w.organisation_id AS fact, 'same_organisation' AS kind, NULL::text AS link,
      o.name AS through, w.ended_on
    FROM working_place w JOIN organisation o ON o.id = w.organisation_id
    UNION ALL
    SELECT w.user_id, g.id, 'group:' || w.organisation_id, 'group', NULL, o.name, w.ended_on
    FROM working_place w JOIN organisation o ON o.id = w.organisation_id
    JOIN organisation g ON group_of(g.kvk_number, g.group_kvk_number) = group_of(o.kvk_number, o.group_kvk_number) AND g.id <> o.id
    UNION ALL
    SELECT w.user_id, j.other_id, j.kind || ':' || j.id, j.kind, NULL, o.name, LEAST(j.ended_on, w.ended_on)
    FROM working_place w JOIN organisation o ON o.id = w.organisation_id JOIN joint_work j ON j.organisation_id = w.organisation_id
    WHERE j.other_id <> w.organisation_id AND (w.ended_on IS NULL OR j.began_on <= w.ended_on)
    UNION ALL
    /* A colleague has that domain anyway. */
    SELECT DISTINCT u.id, d.organisation_id, 'domain:' || d.domain, 'email_domain', NULL::text, d.domain, NULL::date
    FROM app_user u JOIN organisation_domain d ON d.domain = mail_domain(u.email::text)
    WHERE NOT EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.organisation_id = d.organisation_id)
    UNION ALL
    SELECT l.user_id, o.id, 'kvk:' || l.id, 'kvk_number', l.kind, l.kvk_number, l.ended_on
    FROM reviewer_link l JOIN organisation o ON o.kvk_number = l.kvk_number
    UNION ALL
    SELECT l.user_id, o.id, 'name:' || l.id, 'declared_link', l.kind, l.organisation_name, l.ended_on
    FROM reviewer_link l JOIN organisation o ON plain_name(o.name) = plain_name(l.organisation_name) AND o.kvk_number <> l.kvk_number
    UNION ALL
    SELECT DISTINCT l.user_id, d.organisation_id, 'link-domain:' || l.id, 'email_domain', l.kind, l.mail_domain, l.ended_on
    FROM reviewer_link l JOIN organisation_domain d ON d.domain = l.mail_domain
    UNION ALL
    /* The group of what they named: an organisation of the platform, or a top that is not on it. */
    SELECT DISTINCT l.user_id, g.id, 'link-group:' || l.id, 'group', l.kind, l.organisation_name, l.ended_on
    FROM reviewer_link l
    JOIN LATERAL (SELECT l.kvk_number AS top WHERE l.kvk_number <> ''
      UNION SELECT group_of(o.kvk_number, o.group_kvk_number) FROM organisation o
        WHERE o.kvk_number = l.kvk_number OR plain_name(o.name) = plain_name(l.organisation_name)) named ON true
    JOIN organisation g ON group_of(g.kvk_number, g.group_kvk_number) = named.top
    WHERE g.kvk_number <> l.kvk_number AND plain_name(g.name) <> plain_name(l.organisation_name);
`;
