import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, readCursor, toPage, type Tx, type UserActor } from '@htsm/api/core';
import { WebhookGate, requireKeeper } from './webhook-gate';
import { WebhookSecrets } from './webhook-secrets';
import type { AddWebhookDto, WebhookDeliveriesDto, WebhookDto, WebhooksDto, WebhookWithSecretDto } from './webhook.dto';
import { deliveryDto, webhookDto } from './webhook.mapper';
import { LOG_PAGE, WebhooksRepository } from './webhooks.repository';
import { TooManyWebhooks } from './webhooks.errors';

/** Addresses of one organisation, or of the platform. */
const MOST_EACH = 10;

/** Programs elsewhere that are told of challenges, as their keepers see them. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly database: Database,
    private readonly repository: WebhooksRepository,
    private readonly gate: WebhookGate,
    private readonly secrets: WebhookSecrets,
  ) {}

  async list(actor: UserActor): Promise<WebhooksDto> {
    return { items: (await this.database.as(actor, (tx) => this.repository.list(tx))).map(webhookDto) };
  }

  /** Adds an address and sends it a first message; throws NotFound, ValidationFailed, TooManyWebhooks, TooManyAttempts. */
  async add(actor: UserActor, input: AddWebhookDto): Promise<WebhookWithSecretDto> {
    requireKeeper(actor, input.organisationId);
    await this.gate.count(actor);
    await this.gate.checkAddress(input.url);
    const { secret, sealed } = this.secrets.make();
    const id = randomUUID();
    const { organisationId, url, kinds } = input;
    const row = await this.database.as(actor, async (tx) => {
      if ((await this.repository.count(tx, organisationId)) >= MOST_EACH) throw new TooManyWebhooks(MOST_EACH);
      await this.repository.add(tx, { id, organisationId, url, kinds, secret: sealed, by: actor.userId });
      await this.repository.addTest(tx, id);
      await this.repository.note(tx, actor, { id, organisationId }, 'added');
      return this.repository.one(tx, id);
    });
    return { webhook: webhookDto(row), secret };
  }

  /** Gives a new secret; the one before signs along for a day. Throws NotFound. */
  async replaceSecret(actor: UserActor, id: string): Promise<WebhookWithSecretDto> {
    const { secret, sealed } = this.secrets.make();
    const webhook = await this.change(actor, id, 'secret_replaced', (tx) =>
      this.repository.replaceSecret(tx, id, sealed),
    );
    return { webhook, secret };
  }

  /** Nothing goes there until it is switched on again. Throws NotFound. */
  switchOff(actor: UserActor, id: string): Promise<WebhookDto> {
    return this.change(actor, id, 'switched_off', (tx) => this.repository.switchOff(tx, id));
  }

  /** What waited goes out. Throws NotFound. */
  switchOn(actor: UserActor, id: string): Promise<WebhookDto> {
    return this.change(actor, id, 'switched_on', (tx) => this.repository.switchOn(tx, id));
  }

  /** Removes an address with its log. Throws NotFound. */
  async remove(actor: UserActor, id: string): Promise<void> {
    await this.database.as(actor, async (tx) => {
      await this.repository.note(tx, actor, await this.repository.one(tx, id), 'removed');
      await this.repository.remove(tx, id);
    });
  }

  /** Sends a message that only shows that it works. Throws NotFound and TooManyAttempts. */
  async test(actor: UserActor, id: string): Promise<void> {
    await this.gate.count(actor);
    await this.database.as(actor, async (tx) => {
      await this.repository.one(tx, id);
      await this.repository.addTest(tx, id);
    });
  }

  /** A page of the log, the newest first. Throws NotFound. */
  async deliveries(actor: UserActor, id: string, cursor: string | undefined): Promise<WebhookDeliveriesDto> {
    const before = cursor === undefined ? [null, null] : readCursor(cursor, 2);
    const rows = await this.database.as(actor, async (tx) => {
      await this.repository.one(tx, id);
      return this.repository.log(tx, id, before);
    });
    return toPage(rows, LOG_PAGE, deliveryDto, (row) => [row.sortKey, row.id]);
  }

  /** Sends a message once more, under the id it has. Throws NotFound and TooManyAttempts. */
  async replay(actor: UserActor, id: string, deliveryId: string): Promise<void> {
    await this.gate.count(actor);
    await this.database.as(actor, async (tx) => {
      const hook = await this.repository.one(tx, id);
      await this.repository.replay(tx, id, deliveryId);
      await this.repository.note(tx, actor, hook, 'message_replayed');
    });
  }

  private change(actor: UserActor, id: string, what: string, work: (tx: Tx) => Promise<void>): Promise<WebhookDto> {
    return this.database.as(actor, async (tx) => {
      const hook = await this.repository.one(tx, id);
      await work(tx);
      await this.repository.note(tx, actor, hook, what);
      return webhookDto(await this.repository.one(tx, id));
    });
  }
}
