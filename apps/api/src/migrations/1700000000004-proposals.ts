import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals: sealed by row policy until the challenge stops accepting and the clock moves them to review. */
export class Proposals1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS);
    await runner.query(POLICIES);
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}

const TABLES = `
  CREATE TABLE proposal (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    challenge_id uuid NOT NULL REFERENCES challenge,
    organisation_id uuid NOT NULL REFERENCES organisation,
    created_by uuid NOT NULL REFERENCES app_user,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'under_review', 'shortlisted', 'awarded', 'declined', 'reserve', 'withdrawn')),
    title text NOT NULL DEFAULT '',
    summary text NOT NULL DEFAULT '',
    approach text NOT NULL DEFAULT '',
    planning text NOT NULL DEFAULT '',
    price_eur int CHECK (price_eur >= 0),
    submitted_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT htsm_now(),
    updated_at timestamptz NOT NULL DEFAULT htsm_now(),
    version int NOT NULL DEFAULT 1
  );
  CREATE UNIQUE INDEX proposal_one_active ON proposal (challenge_id, organisation_id) WHERE state <> 'withdrawn';
  CREATE INDEX proposal_organisation ON proposal (organisation_id, updated_at DESC, id DESC);
  CREATE INDEX proposal_challenge ON proposal (challenge_id, state);
  CREATE TABLE proposal_fit (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    criterion_id uuid NOT NULL REFERENCES criterion,
    text text NOT NULL DEFAULT '',
    PRIMARY KEY (proposal_id, criterion_id)
  );
  CREATE TABLE proposal_attachment (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    sha256 text NOT NULL REFERENCES stored_file,
    file_name text NOT NULL,
    uploaded_by uuid NOT NULL REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  CREATE INDEX proposal_attachment_proposal ON proposal_attachment (proposal_id);
  /* Every public key that ever signed a receipt: receipts stay verifiable when the application secret changes. */
  CREATE TABLE receipt_key (
    id text PRIMARY KEY,
    pem text NOT NULL,
    first_used_at timestamptz NOT NULL DEFAULT htsm_now()
  );
  GRANT SELECT, INSERT ON receipt_key TO htsm_app, htsm_worker;
  /* One receipt per submission, its manifest byte for byte as it was signed; numbers are random, because a sequence
     would tell how many others submitted. submit_key is the client's idempotency key, so a resent request finds its receipt. */
  CREATE TABLE proposal_receipt (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    number text NOT NULL UNIQUE,
    proposal_version int NOT NULL,
    manifest text NOT NULL,
    manifest_sha256 text NOT NULL,
    signature text NOT NULL,
    key_id text NOT NULL REFERENCES receipt_key,
    submitted_by uuid NOT NULL REFERENCES app_user,
    submitted_at timestamptz NOT NULL,
    submit_key text NOT NULL,
    UNIQUE (proposal_id, submit_key),
    UNIQUE (proposal_id, proposal_version)
  );
`;

/** Cross-table questions that policies ask; each reads below the policies to avoid asking itself. */
const FUNCTIONS = `
  CREATE FUNCTION proposal_is_unsealed(s text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT s IN ('under_review', 'shortlisted', 'awarded', 'declined', 'reserve')
  $$;
  CREATE FUNCTION proposal_is_mine(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT EXISTS (SELECT FROM proposal WHERE id = p AND organisation_id = ANY (app_org_ids()))
  $$;
  /* Holds the challenge as it is until the end of the transaction; a proposer may not update it, so policies would
     hide the row from a lock. Gives nothing back: whoever calls it reads the row afterwards, under the policies. */
  CREATE FUNCTION hold_challenge(c uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    PERFORM FROM challenge WHERE id = c FOR SHARE;
  END $$;
  /* Writes the mails itself, because whoever cancels may not learn who was proposing. */
  CREATE FUNCTION tell_proposers_of_cancellation(c uuid, why text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    WITH told AS (
      SELECT gen_random_uuid() AS id, r.*, p.id AS proposal_id, p.organisation_id,
        'challenge:' || c || ':cancelled:proposer:' || r.user_id AS key, '/my/proposals/' || p.id AS path,
        CASE WHEN r.locale = 'nl' THEN coalesce(nullif(ch.title_nl, ''), ch.title_en) ELSE coalesce(nullif(ch.title_en, ''), ch.title_nl) END AS title
      FROM challenge ch JOIN proposal p ON p.challenge_id = ch.id AND p.state <> 'withdrawn'
      CROSS JOIN LATERAL mail_recipients_of_organisation(p.organisation_id) r
      WHERE ch.id = c AND ch.state = 'cancelled'
    ), mailed AS (
      INSERT INTO mail_outbox (id, kind, to_email, to_user_id, locale, variables, dedupe_key, message_id)
      SELECT id, 'challenge_cancelled', email, user_id, locale,
        jsonb_build_object('name', name, 'reason', why, 'path', path, 'challengeTitle', title), key, '<' || id || '@htsm-challenges>'
      FROM told ON CONFLICT DO NOTHING RETURNING id
    )
    INSERT INTO notice (id, user_id, kind, about_type, about_id, organisation_id, path, dedupe_key)
    SELECT id, user_id, 'challenge_cancelled', 'proposal', proposal_id, organisation_id, path, key FROM told JOIN mailed USING (id);
  END
  $$;
`;

const POLICIES = `
  CALL guard_rows('proposal'); CALL guard_rows('proposal_fit'); CALL guard_rows('proposal_attachment'); CALL guard_rows('proposal_receipt');
  GRANT SELECT, INSERT, UPDATE ON proposal TO htsm_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON proposal_fit, proposal_attachment TO htsm_app;
  GRANT SELECT, INSERT ON proposal_receipt TO htsm_app;

  CREATE POLICY proposer ON proposal FOR ALL TO htsm_app
    USING (organisation_id = ANY (app_org_ids())) WITH CHECK (organisation_id = ANY (app_org_ids()));
  CREATE POLICY taskforce_reads ON proposal FOR SELECT TO htsm_app USING (app_is_taskforce() AND proposal_is_unsealed(state));
  CREATE POLICY taskforce_decides ON proposal FOR UPDATE TO htsm_app
    USING (app_is_taskforce() AND proposal_is_unsealed(state)) WITH CHECK (app_is_taskforce() AND proposal_is_unsealed(state));
  CREATE POLICY challenge_owner ON proposal FOR SELECT TO htsm_app USING (proposal_is_unsealed(state) AND challenge_is_mine(challenge_id));

  /* The parts follow the proposal: a subquery under row security sees what its reader may see. */
  CREATE POLICY follows_proposal ON proposal_fit FOR SELECT TO htsm_app USING (EXISTS (SELECT FROM proposal p WHERE p.id = proposal_id));
  CREATE POLICY proposer ON proposal_fit FOR ALL TO htsm_app USING (proposal_is_mine(proposal_id)) WITH CHECK (proposal_is_mine(proposal_id));
  CREATE POLICY follows_proposal ON proposal_attachment FOR SELECT TO htsm_app USING (EXISTS (SELECT FROM proposal p WHERE p.id = proposal_id));
  CREATE POLICY proposer ON proposal_attachment FOR ALL TO htsm_app USING (proposal_is_mine(proposal_id)) WITH CHECK (proposal_is_mine(proposal_id));
  /* Also the hash and the size of a file are known to its readers only; whoever adds one need not see it. */
  CALL guard_rows('stored_file');
  CREATE INDEX proposal_attachment_content ON proposal_attachment (sha256);
  CREATE INDEX challenge_attachment_content ON challenge_attachment (sha256);
  CREATE POLICY follows_attachment ON stored_file FOR SELECT TO htsm_app
    USING (EXISTS (SELECT FROM proposal_attachment a WHERE a.sha256 = stored_file.sha256)
      OR EXISTS (SELECT FROM challenge_attachment a WHERE a.sha256 = stored_file.sha256));
  CREATE POLICY add ON stored_file FOR INSERT TO htsm_app WITH CHECK (true);
  CREATE POLICY proposer ON proposal_receipt FOR ALL TO htsm_app USING (proposal_is_mine(proposal_id)) WITH CHECK (proposal_is_mine(proposal_id));
`;
