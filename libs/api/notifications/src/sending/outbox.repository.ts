import type { DataSource } from 'typeorm';
import { READ_LIST_WORDS, type ListWord } from '../mail/list-words';
import { CLAIMED_COLUMNS, type Claim, type ClaimedMail, type UncertainMail } from './outbox-row';

/** The life of a row of the outbox while it is being sent; every method is one statement, committed on return. */
export class OutboxRepository {
  constructor(private readonly source: DataSource) {}

  /**
   * Claims mails that are due and not on hold, oldest first, for the sender with this number; a trial is never on hold. The first claim settles with
   * which texts a mail is written, so that another try gives the same bytes.
   */
  claim(sender: number, limit: number): Promise<ClaimedMail[]> {
    return this.rows<ClaimedMail>(
      `WITH due AS MATERIALIZED (
         SELECT id FROM mail_outbox q WHERE state = 'queued' AND not_before <= clock_timestamp()
           AND (trial_texts IS NOT NULL OR NOT EXISTS (SELECT FROM mail_kind_hold h WHERE h.kind = q.kind))
         ORDER BY not_before, id LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE mail_outbox m SET state = 'sending', claimed_at = clock_timestamp(), claimed_by = $1, handover_at = NULL,
         template_number = coalesce(m.template_number, newest_mail_template(m.kind, m.locale)), written_texts = mail_texts(m)
       FROM due WHERE m.id = due.id RETURNING ${CLAIMED_COLUMNS}`,
      [sender, limit],
    );
  }

  /** The words of themes and regions, which the mails may name. */
  listWords(): Promise<ListWord[]> {
    return this.rows<ListWord>(READ_LIST_WORDS, []);
  }

  /** The numbers of all senders that have a mail in hand. */
  async sendersAtWork(): Promise<number[]> {
    const rows = await this.rows<{ sender: number }>(
      'SELECT DISTINCT claimed_by AS sender FROM mail_outbox WHERE claimed_by IS NOT NULL',
      [],
    );
    return rows.map((row) => row.sender);
  }

  /** Takes back what a sender that is gone had in hand: what it had not handed over is queued again, the rest is uncertain. */
  async orphan(sender: number): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET claimed_by = NULL, state = CASE WHEN handover_at IS NULL THEN 'queued' ELSE 'uncertain' END
       WHERE claimed_by = $1`,
      [sender],
    );
  }

  /** Claims uncertain mails whose relay has had `settleS` seconds to accept them, those never looked into first. */
  claimUncertain(sender: number, settleS: number): Promise<UncertainMail[]> {
    return this.rows<UncertainMail>(
      `WITH uncertain AS MATERIALIZED (
         SELECT id FROM mail_outbox WHERE state = 'uncertain' AND claimed_by IS NULL
           AND handover_at < clock_timestamp() - $2 * interval '1 second' AND not_before <= clock_timestamp()
         ORDER BY not_before, id LIMIT 20 FOR UPDATE SKIP LOCKED)
       UPDATE mail_outbox m SET claimed_by = $1, claimed_at = clock_timestamp() FROM uncertain WHERE m.id = uncertain.id
       RETURNING m.id, m.claimed_by AS sender, m.kind, m.message_id AS "messageId", m.handover_at AS "handoverAt"`,
      [sender, settleS],
    );
  }

  /** The relay took it; true whoever holds the row by now. */
  async markAccepted(id: string): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET state = 'accepted', accepted_at = htsm_now(), claimed_by = NULL, last_error = NULL
       WHERE id = $1 AND state IN ('sending', 'uncertain', 'queued', 'held')`,
      [id],
    );
  }

  /** Nobody may get this mail any more. */
  async markSuppressed(claim: Claim, why: string): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET state = 'suppressed', claimed_by = NULL, last_error = $3 WHERE id = $1 AND claimed_by = $2 AND state = 'sending'`,
      [claim.id, claim.sender, why],
    );
  }

  /** Tries again later; the relay has certainly not taken it. */
  async putOff(claim: Claim, delayS: number, attempts: number, error: string | null): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET state = 'queued', not_before = clock_timestamp() + $3 * interval '1 second', attempts = $4,
         last_error = $5, claimed_by = NULL, handover_at = NULL WHERE id = $1 AND claimed_by = $2 AND state = 'sending'`,
      [claim.id, claim.sender, delayS, attempts, error],
    );
  }

  /** Queues an uncertain mail again, under the same Message-ID. */
  async resend(claim: Claim): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET state = 'queued', not_before = clock_timestamp(), claimed_by = NULL, handover_at = NULL
       WHERE id = $1 AND claimed_by = $2 AND state = 'uncertain'`,
      [claim.id, claim.sender],
    );
  }

  /** Gives up. */
  async markFailed(claim: Claim, attempts: number, error: string): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET state = 'failed', attempts = $3, last_error = $4, claimed_by = NULL WHERE id = $1 AND claimed_by = $2 AND state = 'sending'`,
      [claim.id, claim.sender, attempts, error],
    );
  }

  /** The relay was told that the message is complete, and its answer did not come: wait, then look into it. */
  async markUncertain(claim: Claim, error: string): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET state = 'uncertain', claimed_by = NULL, handover_at = clock_timestamp(), last_error = $3
       WHERE id = $1 AND claimed_by = $2 AND state = 'sending'`,
      [claim.id, claim.sender, error],
    );
  }

  /** Nobody could be asked about an uncertain mail: it stays so, and is looked into again after a while. */
  async leaveUncertain(claim: Claim, delayS: number, why: string): Promise<void> {
    await this.rows(
      `UPDATE mail_outbox SET claimed_by = NULL, not_before = clock_timestamp() + $3 * interval '1 second', last_error = $4
       WHERE id = $1 AND claimed_by = $2 AND state = 'uncertain'`,
      [claim.id, claim.sender, delayS, why],
    );
  }

  private async rows<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      const result = await runner.query(sql, [...parameters], true);
      return (result.records ?? []) as Row[]; // the shape is the statement's; the caller names it
    } finally {
      await runner.release();
    }
  }
}
