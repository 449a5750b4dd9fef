import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import type { AttachmentRecord, ProposalListRecord, ProposalRecord } from './proposal.records';

const CHALLENGE = `jsonb_build_object('id', pc.id, 'slug', pc.slug, 'state', pc.state, 'ownerName', pc.owner_name,
  'titleNl', coalesce(nullif(pc.title_nl, ''), pc.title_en), 'titleEn', coalesce(nullif(pc.title_en, ''), pc.title_nl),
  'budgetEur', pc.budget_eur, 'hoursAsked', pc.hours_asked, 'ipRegime', pc.ip_regime, 'openedAt', pc.opened_at,
  'closesAt', pc.closes_at, 'decisionDueAt', (SELECT c.decision_due_at FROM challenge c WHERE c.id = pc.id))`;

const FITS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('criterionId', f.criterion_id, 'text', f.text)), '[]')
  FROM proposal_fit f WHERE f.proposal_id = p.id)`;

const ATTACHMENTS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'sha256', a.sha256, 'fileName', a.file_name,
  'sizeBytes', s.size_bytes, 'mediaType', s.media_type, 'createdAt', a.created_at) ORDER BY a.created_at, a.id), '[]')
  FROM proposal_attachment a JOIN stored_file s ON s.sha256 = a.sha256 WHERE a.proposal_id = p.id)`;

const READ = `
  SELECT p.id, p.version, p.state, p.organisation_id AS "organisationId", o.name AS "organisationName",
    p.title, p.summary, p.approach, p.planning, p.price_eur AS "priceEur", p.submitted_at AS "submittedAt",
    p.updated_at AS "updatedAt", n.now, ${CHALLENGE} AS challenge, ${FITS} AS fits, ${ATTACHMENTS} AS attachments,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'weight', k.weight, 'knockOutMinimum', k.knock_out_minimum,
      'titleNl', coalesce(nullif(k.title_nl, ''), k.title_en), 'titleEn', coalesce(nullif(k.title_en, ''), k.title_nl))
      ORDER BY k.position), '[]') FROM criterion k WHERE k.challenge_id = p.challenge_id) AS criteria,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'number', r.number, 'submittedAt', r.submitted_at,
      'proposalVersion', r.proposal_version, 'manifestSha256', r.manifest_sha256) ORDER BY r.submitted_at DESC, r.id), '[]')
      FROM proposal_receipt r WHERE r.proposal_id = p.id) AS receipts
  FROM proposal p JOIN organisation o ON o.id = p.organisation_id JOIN public_challenge pc ON pc.id = p.challenge_id,
    (SELECT htsm_now() AS now) n
  WHERE p.id = $1 AND p.organisation_id = ANY ($2)`;

const LIST = `
  SELECT p.id, p.version, p.state, o.name AS "organisationName", p.title, p.price_eur AS "priceEur",
    CASE WHEN p.state = 'draft' THEN p.summary ELSE '' END AS summary,
    CASE WHEN p.state = 'draft' THEN p.approach ELSE '' END AS approach,
    CASE WHEN p.state = 'draft' THEN p.planning ELSE '' END AS planning,
    CASE WHEN p.state = 'draft' THEN ${FITS} ELSE '[]' END AS fits,
    CASE WHEN p.state = 'draft' THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id)), '[]')
      FROM criterion k WHERE k.challenge_id = p.challenge_id) ELSE '[]' END AS criteria,
    p.submitted_at AS "submittedAt", p.updated_at AS "updatedAt", p.updated_at::text AS "updatedKey", n.now, ${CHALLENGE} AS challenge
  FROM proposal p JOIN organisation o ON o.id = p.organisation_id JOIN public_challenge pc ON pc.id = p.challenge_id,
    (SELECT htsm_now() AS now) n
  WHERE p.organisation_id = ANY ($1) AND ($2::timestamptz IS NULL OR (p.updated_at, p.id) < ($2::timestamptz, $3::uuid))
  ORDER BY p.updated_at DESC, p.id DESC LIMIT $4`;

/** Reads the proposals of the actor's own organisations; `organisationIds` says whose, the policies who may. */
@Injectable()
export class ProposalsRepository {
  /** Gives one proposal with all its parts, or null. */
  read(tx: Tx, id: string, organisationIds: readonly string[]): Promise<ProposalRecord | null> {
    return tx.row<ProposalRecord>(READ, [id, organisationIds]);
  }

  /** Gives one page, last changed first. */
  list(
    tx: Tx,
    organisationIds: readonly string[],
    after: { readonly updatedKey: string; readonly id: string } | null,
    limit: number,
  ): Promise<ProposalListRecord[]> {
    return tx.rows<ProposalListRecord>(LIST, [organisationIds, after?.updatedKey ?? null, after?.id ?? null, limit]);
  }

  /**
   * Holds the challenge as it is and then the proposal, in the order in which the clock takes them, until the end of
   * the transaction. Gives false when there is no such proposal for these organisations.
   */
  async lock(tx: Tx, id: string, organisationIds: readonly string[]): Promise<boolean> {
    const found = await tx.row<{ challenge_id: string }>(
      'SELECT challenge_id FROM proposal WHERE id = $1 AND organisation_id = ANY ($2)',
      [id, organisationIds],
    );
    if (found === null) return false;
    await tx.rows('SELECT hold_challenge($1)', [found.challenge_id]);
    await tx.rows('SELECT FROM proposal WHERE id = $1 FOR UPDATE', [id]);
    return true;
  }

  /** Gives a file of a proposal of these organisations, or null. */
  attachment(
    tx: Tx,
    { proposalId, attachmentId }: { readonly proposalId: string; readonly attachmentId: string },
    organisationIds: readonly string[],
  ): Promise<AttachmentRecord | null> {
    return tx.row<AttachmentRecord>(
      `SELECT a.id, a.sha256, a.file_name AS "fileName", s.size_bytes::int AS "sizeBytes", s.media_type AS "mediaType",
         to_json(a.created_at) #>> '{}' AS "createdAt"
       FROM proposal_attachment a JOIN stored_file s ON s.sha256 = a.sha256 JOIN proposal p ON p.id = a.proposal_id
       WHERE a.proposal_id = $1 AND a.id = $2 AND p.organisation_id = ANY ($3)`,
      [proposalId, attachmentId, organisationIds],
    );
  }
}
