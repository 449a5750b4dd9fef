import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OLD_SECRET_HOURS, WEBHOOK_TEST_KIND, type DeliveryState, type WebhookKind } from '@htsm/domain';
import { EventLog, NotFound, type Tx, type UserActor } from '@htsm/api/core';
import type { DeliveryFault, SwitchedOffBy } from './webhook.dto';

/** Lines on a page of the log. */
export const LOG_PAGE = 50;
const MOST_WEBHOOKS = 200;

/** An address as a row, without its secrets. */
export interface WebhookRow {
  readonly id: string;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly url: string;
  readonly kinds: WebhookKind[];
  readonly createdAt: Date;
  readonly failingSince: Date | null;
  readonly disabledBy: SwitchedOffBy | null;
  readonly oldSecretUntil: Date | null;
}

/** A line of the log as a row. */
export interface DeliveryRow {
  readonly id: string;
  readonly messageId: string;
  readonly kind: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly attemptedAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly status: number | null;
  readonly ms: number | null;
  readonly fault: DeliveryFault | null;
  /** To the microsecond, which a Date is not. */
  readonly sortKey: string;
}

const COLUMNS = `w.id, w.organisation_id AS "organisationId", o.name AS "organisationName", w.url, w.kinds, w.created_at AS "createdAt",
  w.failing_since AS "failingSince", w.disabled_by AS "disabledBy",
  CASE WHEN w.old_secret_until > htsm_now() THEN w.old_secret_until END AS "oldSecretUntil"`;

/** Addresses and their log as rows; the policies show each keeper their own. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly events: EventLog) {}

  list(tx: Tx): Promise<WebhookRow[]> {
    return tx.rows<WebhookRow>(
      `SELECT ${COLUMNS} FROM webhook w LEFT JOIN organisation o ON o.id = w.organisation_id
       ORDER BY w.created_at DESC, w.id LIMIT ${MOST_WEBHOOKS}`,
    );
  }

  /** Throws NotFound. */
  async one(tx: Tx, id: string): Promise<WebhookRow> {
    const row = await tx.row<WebhookRow>(
      `SELECT ${COLUMNS} FROM webhook w LEFT JOIN organisation o ON o.id = w.organisation_id WHERE w.id = $1`,
      [id],
    );
    if (row === null) throw new NotFound();
    return row;
  }

  async count(tx: Tx, organisationId: string | null): Promise<number> {
    const row = await tx.row<{ n: number }>(
      'SELECT count(*)::int AS n FROM webhook WHERE organisation_id IS NOT DISTINCT FROM $1',
      [organisationId],
    );
    return row?.n ?? 0;
  }

  async add(
    tx: Tx,
    hook: {
      id: string;
      organisationId: string | null;
      url: string;
      kinds: readonly string[];
      secret: Buffer;
      by: string;
    },
  ): Promise<void> {
    await tx.run(
      `INSERT INTO webhook (id, organisation_id, url, kinds, secret, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [hook.id, hook.organisationId, hook.url, hook.kinds, hook.secret, hook.by],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.run('DELETE FROM webhook WHERE id = $1', [id]);
  }

  /** The secret before it signs along for a while. */
  async replaceSecret(tx: Tx, id: string, secret: Buffer): Promise<void> {
    await tx.run(
      `UPDATE webhook SET old_secret = secret, old_secret_until = htsm_now() + $3 * interval '1 hour', secret = $2 WHERE id = $1`,
      [id, secret, OLD_SECRET_HOURS],
    );
  }

  async switchOff(tx: Tx, id: string): Promise<void> {
    await tx.run(
      `UPDATE webhook SET disabled_at = htsm_now(), disabled_by = 'hand' WHERE id = $1 AND disabled_at IS NULL`,
      [id],
    );
  }

  /** What waited goes out now. */
  async switchOn(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE webhook SET disabled_at = NULL, disabled_by = NULL, failing_since = NULL WHERE id = $1', [id]);
  }

  /** Queues a message that only shows that the address works. */
  async addTest(tx: Tx, webhookId: string): Promise<void> {
    const payload = JSON.stringify({ type: WEBHOOK_TEST_KIND, timestamp: (await tx.now()).toISOString(), data: {} });
    await tx.run('INSERT INTO webhook_delivery (webhook_id, message_id, kind, payload) VALUES ($1, $2, $3, $4)', [
      webhookId,
      randomUUID(),
      WEBHOOK_TEST_KIND,
      payload,
    ]);
  }

  /** Queues a message that was delivered or given up once more, under its own id; throws NotFound. */
  async replay(tx: Tx, webhookId: string, deliveryId: string): Promise<void> {
    const queued = await tx.run(
      `UPDATE webhook_delivery SET state = 'queued', attempts = 0, next_attempt_at = htsm_now()
       WHERE id = $1 AND webhook_id = $2`,
      [deliveryId, webhookId],
    );
    if (queued === 0) throw new NotFound();
  }

  /** The log of an address, the newest first; one more than a page when there are more. */
  log(tx: Tx, webhookId: string, before: readonly (string | number | null)[]): Promise<DeliveryRow[]> {
    return tx.rows<DeliveryRow>(
      `SELECT id, message_id AS "messageId", kind, state, attempts, created_at AS "createdAt", attempted_at AS "attemptedAt",
         CASE WHEN state = 'queued' THEN next_attempt_at END AS "nextAttemptAt", last_status AS status, last_ms AS ms,
         last_fault AS fault, created_at::text AS "sortKey" FROM webhook_delivery
       WHERE webhook_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT ${LOG_PAGE + 1}`,
      [webhookId, ...before],
    );
  }

  /** Writes a line into the audit log. */
  async note(
    tx: Tx,
    actor: UserActor,
    { id, organisationId }: Pick<WebhookRow, 'id' | 'organisationId'>,
    what: string,
  ): Promise<void> {
    await this.events.append(tx, {
      type: `webhook.${what}`,
      subjectType: 'webhook',
      subjectId: id,
      actorId: actor.userId,
      visibleToOrgIds: organisationId === null ? [] : [organisationId],
    });
  }
}
