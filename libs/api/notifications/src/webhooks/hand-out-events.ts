import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, type Config, type Tx } from '@htsm/api/core';
import { webhookPayload, type WaitingEvent } from './webhook-payload';

/** Events handed out in one transaction. */
const BATCH = 50;

/** Makes a message of every event for every address that asked for it; an event and its messages are one transaction. */
@Injectable()
export class HandOutEvents {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** Gives how many events were handed out; safe to run in several workers at once. */
  run(): Promise<number> {
    return this.database.asSystem(async (tx) => {
      const events = await tx.rows<WaitingEvent>(
        `SELECT e.id, e.kind, e.challenge_id AS "challengeId", c.organisation_id AS "organisationId", e.occurred_at AS "occurredAt"
         FROM webhook_event e JOIN challenge c ON c.id = e.challenge_id WHERE e.handed_out_at IS NULL
         ORDER BY e.occurred_at, e.id LIMIT ${BATCH} FOR UPDATE OF e SKIP LOCKED`,
      );
      for (const event of events) await this.handOut(tx, event);
      return events.length;
    });
  }

  private async handOut(tx: Tx, event: WaitingEvent): Promise<void> {
    await tx.run('UPDATE webhook_event SET handed_out_at = htsm_now() WHERE id = $1', [event.id]);
    const payload = await webhookPayload(tx, this.config.publicUrl, event);
    if (payload === null) return;
    await tx.run(
      `INSERT INTO webhook_delivery (webhook_id, message_id, kind, payload)
       SELECT id, $1, $2, $3 FROM webhook WHERE disabled_at IS NULL AND $2 = ANY (kinds)
         AND (organisation_id IS NULL OR organisation_id = $4) ON CONFLICT DO NOTHING`,
      [event.id, event.kind, payload, event.organisationId],
    );
  }
}
