import { CONFIG, Database, EventLog, MailOutbox, OutgoingRequests, openDataSource, type Config } from '@htsm/api/core';
import { roleUrl, type TestWorld } from '@htsm/api/core/testing';
import { DeliveryRows } from '../webhooks/delivery-rows';
import { HandOutEvents } from '../webhooks/hand-out-events';
import { SendMessage } from '../webhooks/send-message';
import { TellKeepers } from '../webhooks/tell-keepers';
import { WebhookRun } from '../webhooks/webhook-run';
import { WebhookSecrets } from '../webhooks/webhook-secrets';

/** What the worker has to tell programs elsewhere, on the database of a test world. */
export interface WebhookWorker {
  readonly database: Database;
  readonly deliveries: DeliveryRows;
  /** One more worker beside the others. */
  another(): WebhookRun;
  /** Closes it before the world. */
  close(): Promise<void>;
}

/** Opens the worker's side of a test world. */
export async function openWebhookWorker(world: TestWorld): Promise<WebhookWorker> {
  const source = await openDataSource(roleUrl(world.database, 'htsm_worker'), [], 4);
  const database = new Database(source);
  const config = world.app.get<Config>(CONFIG);
  const deliveries = new DeliveryRows(new TellKeepers(new MailOutbox(), new EventLog()));
  const message = new SendMessage(new WebhookSecrets(config), world.app.get(OutgoingRequests));
  return {
    database,
    deliveries,
    another: () => new WebhookRun(database, new HandOutEvents(database, config), deliveries, message),
    close: () => source.destroy(),
  };
}
