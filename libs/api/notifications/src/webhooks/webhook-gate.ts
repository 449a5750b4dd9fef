import { Injectable } from '@nestjs/common';
import {
  NotFound,
  OutgoingRequests,
  RateLimiter,
  ValidationFailed,
  type RateLimit,
  type UserActor,
} from '@htsm/api/core';

/** Every address that is added is looked up, and every test goes out. */
const TRIES: RateLimit = { purpose: 'webhook', hits: 60, windowS: 3600 };

/** Who may keep an address, how often they may make us send, and where to. */
@Injectable()
export class WebhookGate {
  constructor(
    private readonly outgoing: OutgoingRequests,
    private readonly limiter: RateLimiter,
  ) {}

  /** Throws TooManyAttempts. */
  async count(actor: UserActor): Promise<void> {
    await this.limiter.hit(TRIES, actor.userId);
  }

  /** Says no more than that the address will not do: what is behind it is nobody's business. Throws ValidationFailed. */
  async checkAddress(url: string): Promise<void> {
    const isFine = URL.canParse(url) && (await this.isLetOut(url));
    if (!isFine) throw new ValidationFailed([{ path: 'url', code: 'webhook_address' }]);
  }

  private isLetOut(url: string): Promise<boolean> {
    return this.outgoing.check(url).then(
      () => true,
      () => false,
    );
  }
}

/** Owners of an organisation keep its addresses, administrators those of the platform; throws NotFound. */
export function requireKeeper(actor: UserActor, organisationId: string | null): void {
  const own = actor.organisations.find(({ id }) => id === organisationId);
  const isKeeper = organisationId === null ? actor.bodies.includes('administration') : own?.role === 'owner';
  if (!isKeeper) throw new NotFound();
}
