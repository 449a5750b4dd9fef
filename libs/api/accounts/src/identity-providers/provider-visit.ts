import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, RateLimiter, Refusal, type AccessRequest, type Config } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { ProviderAddressDto } from '../dto/identity-provider.dto';
import { ATTEMPT_COOKIE, clearAttemptCookie, setAttemptCookie } from '../sessions/session-cookie';
import { StartSession } from '../sessions/start-session';
import { LinkIdentity } from './link-identity';
import { ProviderSignIn } from './provider-sign-in';

/** What opens when somebody comes back from a provider. */
@Injectable()
export class ProviderDoor {
  constructor(
    readonly signIn: ProviderSignIn,
    readonly identities: LinkIdentity,
    readonly sessions: StartSession,
  ) {}
}

/** The way of a browser to a provider and back: cookies, and the page that follows. */
@Injectable()
export class ProviderVisit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly limiter: RateLimiter,
    private readonly door: ProviderDoor,
  ) {}

  /** Throws TooManyAttempts and ProviderFailed. */
  async begin(email: string, networkAddress: string, reply: FastifyReply): Promise<ProviderAddressDto> {
    await this.limiter.hit(LIMITS.signInAddress, networkAddress);
    const begun = await this.door.signIn.begin(email);
    if (begun === null) return { url: null };
    setAttemptCookie(reply, begun.attemptToken);
    return { url: begun.url };
  }

  /** Gives the path of the page to go on with; what went wrong is said there. */
  async comeBack(request: AccessRequest, reply: FastifyReply): Promise<string> {
    clearAttemptCookie(reply);
    try {
      const returned = new URL(request.url, this.config.publicUrl);
      const { person, domain, userId } = await this.door.signIn.finish(request.cookies[ATTEMPT_COOKIE], returned);
      if (userId === null) {
        await this.door.identities.ask(person, domain);
        return '/sign-in?notice=link_mailed';
      }
      const session = await this.door.sessions.run(userId, request, reply);
      return session.waitsFor === null ? '/home' : '/sign-in/code';
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      request.log.warn({ code: fault.code, cause: String(fault.cause ?? '') }, 'a provider sign-in failed');
      return '/sign-in?notice=provider_failed';
    }
  }
}
