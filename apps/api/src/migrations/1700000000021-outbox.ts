import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What administrators do with mails: hold them, read them as far as they may, send them again; and the texts they keep. */
export class Outbox1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLDING);
    await runner.query(TEMPLATES);
    await runner.query(READING);
    await runner.query(AGAIN);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/** A kind on hold stays queued and is claimed by nobody; what waited for it counts as due from the release. */
const HOLDING = `
  CREATE TABLE mail_kind_hold (
    kind text PRIMARY KEY,
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CALL guard_rows('mail_kind_hold');
  GRANT SELECT, INSERT, DELETE ON mail_kind_hold TO htsm_app;
  CREATE POLICY administration ON mail_kind_hold FOR ALL TO htsm_app
    USING (app_has_role('administration')) WITH CHECK (app_has_role('administration'));
  CREATE FUNCTION mail_kind_released() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    UPDATE mail_outbox SET not_before = clock_timestamp() WHERE kind = OLD.kind AND state = 'queued' AND not_before < clock_timestamp();
    RETURN NULL;
  END $$;
  CREATE TRIGGER released AFTER DELETE ON mail_kind_hold FOR EACH ROW EXECUTE FUNCTION mail_kind_released();
  CREATE INDEX mail_outbox_newest ON mail_outbox (created_at DESC, id DESC);
`;

/**
 * What administrators read of a mail: only words on the list of its kind, at any depth; every other value gives way to the
 * marker. A kind or a word that nobody thought of is not on the list. Links need no word: they are made of the address alone.
 */
const READING = `
  CREATE FUNCTION mail_open_words(kind text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
      WHEN kind IN ('role_granted', 'role_revoked') THEN '{role}'
      WHEN kind IN ('challenge_opened', 'followed_closing', 'followed_moved') THEN '{challengeTitle,closesAt,path}'
      WHEN kind IN ('followed_cancelled', 'challenge_stopped_accepting') THEN '{challengeTitle}'
      WHEN kind = 'review_assigned' OR kind = 'review_reminder' THEN '{challengeTitle,dueAt}'
      WHEN kind = 'confirm_subscription' THEN '{frequency}'
      WHEN kind = 'webhook_switched_off' THEN '{failingSince}'
      WHEN kind = 'digest' THEN '{id,frequency,confirmedAt,followsProfile,slug,title,summary,ownerName,programme,closesAt,budgetEur,hoursAsked,interestId,isOfOrganisation}'
      ELSE '{}' END::text[]
  $$;
  CREATE FUNCTION mail_shown(value jsonb, word text, open text[], marker text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
  BEGIN
    RETURN CASE jsonb_typeof(value)
      WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(e.key, mail_shown(e.value, e.key, open, marker)), '{}') FROM jsonb_each(value) e)
      WHEN 'array' THEN (SELECT coalesce(jsonb_agg(mail_shown(e.value, word, open, marker) ORDER BY e.n), '[]')
        FROM jsonb_array_elements(value) WITH ORDINALITY e(value, n))
      WHEN 'null' THEN value
      ELSE CASE WHEN word = ANY (open) THEN value ELSE to_jsonb(marker) END END;
  END $$;
  /* A mail of several shows of each what its own kind lets be seen. */
  CREATE FUNCTION mail_shown_of(kind text, variables jsonb, marker text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN kind IN ('notices_merged', 'notices_daily') THEN jsonb_build_object('name', marker, 'items', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', i.item->'kind',
          'variables', mail_shown(i.item->'variables', '', mail_open_words(i.item->>'kind'), marker)) ORDER BY i.n), '[]')
        FROM jsonb_array_elements(variables->'items') WITH ORDINALITY i (item, n)))
      ELSE mail_shown(variables, '', mail_open_words(kind), marker) END
  $$;
  /* Whether the link of a mail still does something; a mail without a single-use link always may go again. */
  CREATE FUNCTION mail_link_is_live(kind text, variables jsonb) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT CASE WHEN variables->>'tokenId' IS NULL OR kind LIKE 'check_in%' THEN true
      WHEN kind = 'confirm_subscription' THEN EXISTS (SELECT FROM interest i WHERE i.id = (variables->>'tokenId')::uuid AND i.confirmed_at IS NULL)
      ELSE EXISTS (SELECT FROM account_token t WHERE t.id = (variables->>'tokenId')::uuid AND t.used_at IS NULL AND t.expires_at > htsm_now()) END
  $$;
  ALTER TABLE mail_outbox ADD COLUMN resent_of uuid REFERENCES mail_outbox;
  CREATE INDEX mail_outbox_copies ON mail_outbox (resent_of) WHERE resent_of IS NOT NULL;
  CREATE FUNCTION mail_for_administration(mail uuid, marker text) RETURNS TABLE (variables jsonb, has_more boolean, subscription_id uuid, is_link_live boolean, texts jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT mail_shown_of(m.kind, m.variables, marker), mail_shown_of(m.kind, m.variables, marker) <> m.variables,
      m.subscription_id, mail_link_is_live(m.kind, m.variables), mail_texts(m)
    FROM mail_outbox m WHERE m.id = mail AND app_has_role('administration') AND NOT mail_tells_of_sealed(m.kind, m.variables)
  $$;
  GRANT SELECT (accepted_at, resent_of, claimed_by, not_before) ON mail_outbox TO htsm_app;
`;

/**
 * Sends a mail again that the relay took or refused: a row of its own, with a Message-ID of its own. While one copy is under
 * way there is no second one, whoever asks at the same moment.
 */
const AGAIN = `
  CREATE FUNCTION copy_mail(mail uuid) RETURNS TABLE (outcome text, copy uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    m mail_outbox; first uuid; fresh uuid := gen_random_uuid();
  BEGIN
    SELECT coalesce(o.resent_of, o.id) INTO first FROM mail_outbox o WHERE o.id = mail;
    PERFORM FROM mail_outbox o WHERE o.id = first FOR UPDATE;
    SELECT * INTO m FROM mail_outbox o WHERE o.id = mail AND o.state IN ('accepted', 'failed') AND app_has_role('administration')
      AND NOT mail_tells_of_sealed(o.kind, o.variables);
    IF NOT FOUND THEN
      RETURN QUERY SELECT 'absent', NULL::uuid;
    ELSIF NOT mail_link_is_live(m.kind, m.variables) THEN
      RETURN QUERY SELECT 'spent', NULL::uuid;
    ELSIF EXISTS (SELECT FROM mail_outbox o WHERE (o.id = first OR o.resent_of = first) AND o.state IN ('waiting', 'queued', 'held', 'sending', 'uncertain')) THEN
      RETURN QUERY SELECT 'under_way', NULL::uuid;
    ELSE
      INSERT INTO mail_outbox (id, kind, to_email, to_user_id, subscription_id, locale, variables, dedupe_key, message_id, trial_texts, resent_of)
      SELECT fresh, m.kind, m.to_email, m.to_user_id, m.subscription_id, m.locale, m.variables,
        'again:' || first || ':' || (SELECT count(*) FROM mail_outbox o WHERE o.resent_of = first), '<' || fresh || '@htsm-challenges>', m.trial_texts, first;
      RETURN QUERY SELECT 'made', fresh;
    END IF;
  END $$;
`;

/**
 * The texts that administrators gave a kind of mail, per language: every saving is a version, and the newest one is used. A
 * version holds only what differs from the delivered texts. A mail keeps the texts that it was first written with.
 */
const TEMPLATES = `
  CREATE TABLE mail_template (
    kind text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('nl', 'en')),
    number int NOT NULL CHECK (number > 0),
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    texts jsonb NOT NULL,
    /* The version whose texts these are, when it was put back; 0 for the delivered texts. */
    restored_from int,
    made_by uuid NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    PRIMARY KEY (kind, locale, number)
  );
  CALL guard_rows('mail_template');
  GRANT SELECT, INSERT ON mail_template TO htsm_app;
  CREATE POLICY administration ON mail_template FOR ALL TO htsm_app
    USING (app_has_role('administration')) WITH CHECK (app_has_role('administration') AND made_by = app_user_id());
  /* Both null until the mail is first written; number 0 for the delivered texts. trial_texts: of a trial to oneself, not saved anywhere else. */
  ALTER TABLE mail_outbox ADD COLUMN template_number int, ADD COLUMN written_texts jsonb, ADD COLUMN trial_texts jsonb;
  GRANT SELECT (template_number) ON mail_outbox TO htsm_app;
  CREATE FUNCTION newest_mail_template(of_kind text, of_locale text) RETURNS int LANGUAGE sql STABLE AS $$
    SELECT coalesce(max(t.number), 0) FROM mail_template t WHERE t.kind = of_kind AND t.locale = of_locale
  $$;
  /* What a mail that is put into the outbox now would say otherwise than as delivered, for whoever may send it. */
  CREATE FUNCTION newest_mail_texts(of_kind text, of_locale text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT coalesce((SELECT t.texts FROM mail_template t WHERE t.kind = of_kind AND t.locale = of_locale ORDER BY t.number DESC LIMIT 1), '{}')
  $$;
  /* The changed texts that a mail is written with, by kind: a mail of several has those of each. Those of now, until it was written once. */
  CREATE FUNCTION mail_texts(m mail_outbox) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN m.written_texts IS NOT NULL THEN m.written_texts
      WHEN m.trial_texts IS NOT NULL THEN jsonb_build_object(m.kind, m.trial_texts)
      ELSE (SELECT coalesce(jsonb_object_agg(of.kind, of.texts), '{}') FROM (
        SELECT k.kind, newest_mail_texts(k.kind, m.locale) AS texts FROM (
          SELECT m.kind UNION SELECT i->>'kind' FROM jsonb_path_query(m.variables, '$.items[*] ? (exists (@.kind))') i) k (kind)) of
        WHERE of.texts <> '{}') END
  $$;
`;
