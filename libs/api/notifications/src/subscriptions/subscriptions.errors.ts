import { Refusal } from '@htsm/api/core';

/** The link of a mail is incomplete, or not ours. */
export class SubscriptionLinkUnknown extends Refusal {
  constructor() {
    super('subscription_link_unknown', 404, { attempt: { kind: 'wrong_link' } });
  }
}

/** The subscription exists, but its address was not confirmed yet. */
export class SubscriptionNotConfirmed extends Refusal {
  constructor() {
    super('subscription_not_confirmed', 409);
  }
}
