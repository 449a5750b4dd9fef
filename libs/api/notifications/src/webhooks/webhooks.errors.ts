import { Refusal } from '@htsm/api/core';

/** There are as many addresses as there may be. */
export class TooManyWebhooks extends Refusal {
  constructor(max: number) {
    super('too_many_webhooks', 409, { params: { max } });
  }
}
