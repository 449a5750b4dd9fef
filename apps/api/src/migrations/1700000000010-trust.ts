import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes the event log append-only and every line depend on all lines before it (docs/adr/0008-audit-chain.md), and keeps
 * what the worker finds every night.
 */
export class Trust1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_ONLY);
    await runner.query(CHAIN);
    await runner.query(ERASURE);
    await runner.query(NIGHTLY);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

/** Holds for every role, superusers too: only erasing the words of a line passes, and it leaves the line itself. */
const APPEND_ONLY = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE FUNCTION refuse_change_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE erasable CONSTANT text[] := '{reason,payload,salt,words_erased_at}';
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.words_erased_at IS NULL AND NEW.words_erased_at IS NOT NULL
      AND NEW.reason IS NULL AND NEW.payload = '{}' AND NEW.salt IS NULL
      AND to_jsonb(NEW) - erasable = to_jsonb(OLD) - erasable THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'The audit log is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_event();
  CREATE TRIGGER never_empty BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event_unsealed FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER never_empty BEFORE TRUNCATE ON event_unsealed FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/**
 * The links stand beside the lines, because a link is made at commit: whoever appends holds the head only for the length
 * of a commit, takes no lock after it and so cannot deadlock. The order of the chain is the order of the commits.
 */
const CHAIN = `
  CREATE TABLE event_chain (
    position bigint PRIMARY KEY,
    event_id bigint NOT NULL UNIQUE,
    content_hash bytea NOT NULL,
    hash bytea NOT NULL
  );
  CREATE TABLE event_chain_head (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    position bigint NOT NULL DEFAULT 0,
    hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
  ) WITH (fillfactor = 10);
  INSERT INTO event_chain_head DEFAULT VALUES;
  CALL guard_rows('event_chain'); CALL guard_rows('event_chain_head');
  REVOKE INSERT, UPDATE, DELETE ON event_chain, event_chain_head FROM htsm_worker;

  CREATE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    content bytea := sha256(convert_to(jsonb_build_array(NEW.salt, NEW.reason, NEW.payload)::text, 'UTF8'));
    head event_chain_head;
  BEGIN
    SELECT * INTO head FROM event_chain_head FOR UPDATE;
    head.position := head.position + 1;
    head.hash := sha256(head.hash || convert_to(jsonb_build_array(head.position, NEW.id, NEW.type, NEW.subject_type, NEW.subject_id,
      NEW.actor_id, NEW.request_id, (extract(epoch FROM NEW.occurred_at) * 1000000)::bigint, NEW.visible_to_org_ids, NEW.is_sealed,
      encode(content, 'hex'))::text, 'UTF8'));
    INSERT INTO event_chain VALUES (head.position, NEW.id, content, head.hash);
    UPDATE event_chain_head SET position = head.position, hash = head.hash;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_event();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON event_chain FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER never_empty BEFORE TRUNCATE ON event_chain FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** The erasure path: reasons and payloads of lines about a person go, and a line of its own says that they went. */
const ERASURE = `
  CREATE FUNCTION erase_event_words(lines bigint[], why text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE erased int;
  BEGIN
    INSERT INTO event (type, subject_type, subject_id, reason, payload)
      SELECT 'audit.words_erased', e.subject_type, e.subject_id, why, jsonb_build_object('eventId', e.id)
      FROM event e WHERE e.id = ANY (lines) AND e.words_erased_at IS NULL ORDER BY e.id;
    UPDATE event SET reason = NULL, payload = '{}', salt = NULL, words_erased_at = htsm_now()
      WHERE id = ANY (lines) AND words_erased_at IS NULL;
    GET DIAGNOSTICS erased = ROW_COUNT;
    RETURN erased;
  END $$;
  REVOKE EXECUTE ON FUNCTION erase_event_words FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION erase_event_words TO htsm_worker;
`;

/** One row per night: the row is also what makes one of several workers do it. Findings hold names and counts, never ids. */
const NIGHTLY = `
  CREATE TABLE nightly_check (
    night date PRIMARY KEY,
    began_at timestamptz NOT NULL DEFAULT htsm_now(),
    ended_at timestamptz,
    findings jsonb NOT NULL DEFAULT '[]',
    audit_lines bigint,
    audit_head text,
    swept_files int NOT NULL DEFAULT 0
  );
  CALL guard_rows('nightly_check');
  GRANT SELECT ON nightly_check TO htsm_app;
  CREATE POLICY administration ON nightly_check FOR SELECT TO htsm_app USING (app_has_role('administration'));
`;
