import { Injectable } from '@nestjs/common';
import { MOST_FAILING_MS } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { TellKeepers } from './tell-keepers';
import type { DeliveryFault } from './webhook.dto';

/** A message that is sent now. */
export interface DueDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly messageId: string;
  readonly payload: string;
  /** Counts this attempt. */
  readonly attempts: number;
  readonly url: string;
  /** Sealed; the present one first, then the one before while it counts. */
  readonly secrets: readonly Buffer[];
  /** By the clock of the world: the other side compares it with its own. */
  readonly sentAt: Date;
}

/** How an attempt went. */
export interface Attempt {
  readonly status: number | null;
  readonly ms: number;
  /** Null when the other side took it. */
  readonly fault: DeliveryFault | null;
}

/** An address that is switched off because it failed for too long. */
export interface FailedWebhook {
  readonly id: string;
  readonly organisationId: string | null;
  readonly url: string;
  readonly failingSince: Date;
}

/** An attempt that a crash cut off counts as failed after this long. */
const LEASE = `interval '1 minute'`;

/** Messages on their way, as the worker sees them. */
@Injectable()
export class DeliveryRows {
  constructor(private readonly keepers: TellKeepers) {}

  /** Takes messages that are due, at most one for each address, so that a slow one holds nobody up; nobody else takes them. */
  claim(tx: Tx, most: number): Promise<DueDelivery[]> {
    return tx.rows<DueDelivery>(
      `WITH due AS (
         SELECT d.id FROM webhook_delivery d WHERE d.state = 'queued' AND d.next_attempt_at <= htsm_now() AND d.id IN (
           SELECT DISTINCT ON (q.webhook_id) q.id FROM webhook_delivery q JOIN webhook w ON w.id = q.webhook_id
           WHERE q.state = 'queued' AND q.next_attempt_at <= htsm_now() AND w.disabled_at IS NULL
           ORDER BY q.webhook_id, q.next_attempt_at, q.id)
         LIMIT $1 FOR UPDATE SKIP LOCKED)
       UPDATE webhook_delivery d SET attempts = d.attempts + 1, attempted_at = htsm_now(), next_attempt_at = htsm_now() + ${LEASE}
       FROM due, webhook w WHERE d.id = due.id AND w.id = d.webhook_id
       RETURNING d.id, d.webhook_id AS "webhookId", d.message_id AS "messageId", d.payload, d.attempts, w.url,
         CASE WHEN w.old_secret_until > htsm_now() THEN ARRAY[w.secret, w.old_secret] ELSE ARRAY[w.secret] END AS secrets,
         clock_timestamp() AS "sentAt"`,
      [most],
    );
  }

  /** Writes down a success; the address works again. */
  async taken(tx: Tx, delivery: DueDelivery, attempt: Attempt): Promise<void> {
    await this.note(tx, delivery, attempt, { state: 'delivered', waitMs: null });
    await tx.run('UPDATE webhook SET failing_since = NULL WHERE id = $1', [delivery.webhookId]);
  }

  /** Writes down a failure and when the next attempt is (null for never); an address that failed for too long is switched off. */
  async failed(tx: Tx, delivery: DueDelivery, attempt: Attempt, waitMs: number | null): Promise<void> {
    await this.note(tx, delivery, attempt, { state: waitMs === null ? 'failed' : 'queued', waitMs });
    await tx.run('UPDATE webhook SET failing_since = coalesce(failing_since, htsm_now()) WHERE id = $1', [
      delivery.webhookId,
    ]);
    const lost = await tx.row<FailedWebhook>(
      `UPDATE webhook SET disabled_at = htsm_now(), disabled_by = 'failing'
       WHERE id = $1 AND disabled_at IS NULL AND failing_since <= htsm_now() - $2 * interval '1 millisecond'
       RETURNING id, organisation_id AS "organisationId", url, failing_since AS "failingSince"`,
      [delivery.webhookId, MOST_FAILING_MS],
    );
    if (lost !== null) await this.keepers.run(tx, lost);
  }

  private async note(
    tx: Tx,
    delivery: DueDelivery,
    attempt: Attempt,
    { state, waitMs }: { readonly state: string; readonly waitMs: number | null },
  ): Promise<void> {
    await tx.run(
      `UPDATE webhook_delivery SET state = $2, last_status = $3, last_ms = $4, last_fault = $5,
         next_attempt_at = htsm_now() + $6 * interval '1 millisecond' WHERE id = $1 AND attempts = $7`,
      [delivery.id, state, attempt.status, attempt.ms, attempt.fault, waitMs ?? 0, delivery.attempts],
    );
  }
}
