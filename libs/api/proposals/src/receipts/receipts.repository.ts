import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import type { ReceiptRecord } from '../proposal.records';

const READ = `
  SELECT r.id, r.proposal_id AS "proposalId", r.number, r.submitted_at AS "submittedAt", coalesce(u.name, '') AS "submittedByName",
    r.proposal_version AS "proposalVersion", r.submit_key AS "submitKey", r.manifest, r.manifest_sha256 AS "manifestSha256", r.signature
  FROM proposal_receipt r LEFT JOIN app_user u ON u.id = r.submitted_by WHERE r.proposal_id = $1`;

/** What a receipt is made of when it is kept. */
export interface NewReceipt {
  readonly proposalId: string;
  readonly number: string;
  readonly proposalVersion: number;
  readonly manifest: string;
  readonly manifestSha256: string;
  readonly signature: string;
  readonly submittedBy: string;
  readonly submittedAt: Date;
  readonly submitKey: string;
}

/** The receipts of proposals; rows are the proposer's alone by policy. */
@Injectable()
export class ReceiptsRepository {
  /** Gives one receipt, or null. */
  read(tx: Tx, proposalId: string, id: string): Promise<ReceiptRecord | null> {
    return tx.row<ReceiptRecord>(`${READ} AND r.id = $2`, [proposalId, id]);
  }

  /** Gives the receipt that a submission with this key or of this version made before, or null. */
  earlier(tx: Tx, proposalId: string, submitKey: string, version: number): Promise<ReceiptRecord | null> {
    return tx.row<ReceiptRecord>(
      `${READ} AND (r.submit_key = $2 OR r.proposal_version = $3) ORDER BY r.submit_key = $2 DESC LIMIT 1`,
      [proposalId, submitKey, version],
    );
  }

  /** Keeps a receipt and gives its id. */
  async add(tx: Tx, receipt: NewReceipt): Promise<string> {
    const row = await tx.row<{ id: string }>(
      `INSERT INTO proposal_receipt
         (proposal_id, number, proposal_version, manifest, manifest_sha256, signature, submitted_by, submitted_at, submit_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      [
        receipt.proposalId,
        receipt.number,
        receipt.proposalVersion,
        receipt.manifest,
        receipt.manifestSha256,
        receipt.signature,
        receipt.submittedBy,
        receipt.submittedAt,
        receipt.submitKey,
      ],
    );
    if (row === null) throw new Error('The receipt was not kept');
    return row.id;
  }
}
