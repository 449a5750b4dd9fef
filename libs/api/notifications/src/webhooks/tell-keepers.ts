import { Injectable } from '@nestjs/common';
import { EventLog, MailOutbox, type Tx } from '@htsm/api/core';
import type { FailedWebhook } from './delivery-rows';

/** Tells the people of an address that it was switched off. */
@Injectable()
export class TellKeepers {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly events: EventLog,
  ) {}

  async run(tx: Tx, lost: FailedWebhook): Promise<void> {
    const people =
      lost.organisationId === null
        ? await this.outbox.peopleOfBody(tx, 'administration')
        : await this.outbox.peopleOfOrganisation(tx, lost.organisationId);
    const failingSince = lost.failingSince.toISOString();
    for (const to of people) {
      await this.outbox.enqueue(tx, {
        kind: 'webhook_switched_off',
        to,
        variables: { name: to.name, host: new URL(lost.url).host, failingSince, path: '/webhooks' },
        about: { type: 'own', id: lost.id },
        dedupeKey: `webhook:${lost.id}:off:${failingSince}:${to.userId ?? to.email}`,
      });
    }
    await this.events.append(tx, {
      type: 'webhook.switched_off',
      subjectType: 'webhook',
      subjectId: lost.id,
      actorId: null,
      visibleToOrgIds: lost.organisationId === null ? [] : [lost.organisationId],
    });
  }
}
