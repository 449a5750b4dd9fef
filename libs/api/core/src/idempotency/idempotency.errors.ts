import { Refusal } from '../errors/refusal';

/** The key is no key: 16 to 200 visible characters of ASCII. */
export class IdempotencyKeyUnreadable extends Refusal {
  constructor() {
    super('idempotency_key_unreadable', 400);
  }
}

/** The key belongs to another request: another address, or another body. */
export class IdempotencyKeyUsed extends Refusal {
  constructor() {
    super('idempotency_key_used', 422);
  }
}
