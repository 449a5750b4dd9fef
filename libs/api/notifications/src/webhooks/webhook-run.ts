import { Injectable } from '@nestjs/common';
import { waitAfter } from '@htsm/domain';
import { Database } from '@htsm/api/core';
import { DeliveryRows, type DueDelivery } from './delivery-rows';
import { HandOutEvents } from './hand-out-events';
import { SendMessage } from './send-message';

/** Messages sent side by side in one round. */
const SIDE_BY_SIDE = 10;

/**
 * Tells programs elsewhere what happened, at least once. An attempt is claimed in one transaction and written down in
 * another; what a crash cut off in between is sent again, under the same id.
 */
@Injectable()
export class WebhookRun {
  constructor(
    private readonly database: Database,
    private readonly events: HandOutEvents,
    private readonly deliveries: DeliveryRows,
    private readonly message: SendMessage,
  ) {}

  /** Hands out what happened and sends what is due; gives whether there was anything. */
  async tick(): Promise<boolean> {
    const handedOut = await this.events.run();
    const due = await this.database.asSystem((tx) => this.deliveries.claim(tx, SIDE_BY_SIDE));
    await Promise.all(due.map((delivery) => this.deliver(delivery)));
    return handedOut + due.length > 0;
  }

  private async deliver(delivery: DueDelivery): Promise<void> {
    const attempt = await this.message.run(delivery);
    await this.database.asSystem((tx) =>
      attempt.fault === null
        ? this.deliveries.taken(tx, delivery, attempt)
        : this.deliveries.failed(tx, delivery, attempt, waitAfter(delivery.attempts, Math.random())),
    );
  }
}
