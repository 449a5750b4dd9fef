import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import type { ReceiptRecord } from '../proposal.records';
import type { ReceiptKey } from './receipt-signer';

const READ = `
  SELECT r.id, r.proposal_id AS "proposalId", r.number, r.submitted_at AS "submittedAt", coalesce(u.name, '') AS "submittedByName",
    r.proposal_version AS "proposalVersion", r.submit_key AS "submitKey", r.manifest, r.manifest_sha256 AS "manifestSha256",
    r.signature, r.key_id AS "keyId"
  FROM proposal_receipt r LEFT JOIN app_user u ON u.id = r.submitted_by WHERE r.proposal_id = $1`;

/** What a receipt is made of when it is kept. */
export interface NewReceipt {
  readonly proposalId: string;
  readonly number: string;
  readonly proposalVersion: number;
  readonly manifest: string;
  readonly manifestSha256: string;
  readonly signature: string;
  readonly key: ReceiptKey;
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

  /** Gives every public key that ever signed a receipt, newest first. */
  keys(tx: Tx): Promise<ReceiptKey[]> {
    return tx.rows<ReceiptKey>('SELECT id, pem FROM receipt_key ORDER BY first_used_at DESC, id');
  }

  /** Keeps a receipt, and the public key that checks it, and gives the receipt's id. */
  async add(tx: Tx, receipt: NewReceipt): Promise<string> {
    await tx.run('INSERT INTO receipt_key (id, pem) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', [
      receipt.key.id,
      receipt.key.pem,
    ]);
    const row = await tx.row<{ id: string }>(
      `INSERT INTO proposal_receipt
         (proposal_id, number, proposal_version, manifest, manifest_sha256, signature, key_id, submitted_by, submitted_at, submit_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        receipt.proposalId,
        receipt.number,
        receipt.proposalVersion,
        receipt.manifest,
        receipt.manifestSha256,
        receipt.signature,
        receipt.key.id,
        receipt.submittedBy,
        receipt.submittedAt,
        receipt.submitKey,
      ],
    );
    if (row === null) throw new Error('The receipt was not kept');
    return row.id;
  }
}
