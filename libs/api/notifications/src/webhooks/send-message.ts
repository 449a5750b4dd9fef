import { Injectable } from '@nestjs/common';
import { OutgoingRefused, OutgoingRequests } from '@htsm/api/core';
import type { Attempt, DueDelivery } from './delivery-rows';
import { WebhookSecrets } from './webhook-secrets';
import { signedHeaders } from './webhook-signature';

const MOST_MS = 60_000;

/** Sends one message to one address, signed. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly secrets: WebhookSecrets,
    private readonly outgoing: OutgoingRequests,
  ) {}

  /** Gives how it went and never throws. Only an answer of 2xx counts as taken; redirects are not followed. */
  async run(delivery: DueDelivery): Promise<Attempt> {
    const started = performance.now();
    const ms = (): number => Math.min(MOST_MS, Math.round(performance.now() - started));
    try {
      const { status, ok } = await this.outgoing.send(delivery.url, {
        method: 'POST',
        headers: this.headersOf(delivery),
        body: delivery.payload,
        redirect: 'manual',
      });
      return { status, ms: ms(), fault: ok ? null : 'status' };
    } catch (fault) {
      return { status: null, ms: ms(), fault: fault instanceof OutgoingRefused ? 'refused' : 'unreachable' };
    }
  }

  private headersOf({ secrets, messageId: id, sentAt, payload }: DueDelivery): Record<string, string> {
    const opened = secrets.map((sealed) => this.secrets.open(sealed));
    return {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(payload)),
      'user-agent': 'HTSM-Challenges',
      ...signedHeaders(opened, { id, sentAt, payload }),
    };
  }
}
