import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isOwnPath } from '@htsm/domain';
import {
  AttemptLog,
  CONFIG,
  RateLimiter,
  Refusal,
  type AccessRequest,
  type Config,
  type UserActor,
} from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { ProviderAddressDto, ProviderSignInDto } from '../dto/identity-provider.dto';
import { ATTEMPT_COOKIE, clearAttemptCookie, setAttemptCookie } from '../sessions/session-cookie';
import { StartSession } from '../sessions/start-session';
import { LinkIdentity } from './link-identity';
import { ProviderSignIn, type ReturnedPerson } from './provider-sign-in';

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
    private readonly attempts: AttemptLog,
  ) {}

  /** A path to go on to that is none of ours is left out. Throws TooManyAttempts and ProviderFailed. */
  async begin(
    { email, next }: ProviderSignInDto,
    networkAddress: string,
    reply: FastifyReply,
  ): Promise<ProviderAddressDto> {
    await this.limiter.hit(LIMITS.signInAddress, networkAddress);
    const begun = await this.door.signIn.begin(email, { userId: null, next: isOwnPath(next) ? next : null });
    if (begun === null) return { url: null };
    setAttemptCookie(reply, begun.attemptToken);
    return { url: begun.url };
  }

  /** The same for somebody who is signed in and wants to link; throws ProofRequired too. */
  async beginLink(actor: UserActor, reply: FastifyReply): Promise<ProviderAddressDto> {
    await this.door.identities.requireProof(actor);
    const begun = await this.door.signIn.begin(actor.email, { userId: actor.userId, next: null });
    if (begun === null) return { url: null };
    setAttemptCookie(reply, begun.attemptToken);
    return { url: begun.url };
  }

  /** Gives the path of the page to go on with; what went wrong is said there. */
  async comeBack(request: AccessRequest, reply: FastifyReply): Promise<string> {
    clearAttemptCookie(reply);
    try {
      const returned = new URL(request.url, this.config.publicUrl);
      return await this.next(await this.door.signIn.finish(request.cookies[ATTEMPT_COOKIE], returned), request, reply);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      this.attempts.note(fault, request);
      request.log.warn({ code: fault.code, cause: String(fault.cause ?? '') }, 'a provider sign-in failed');
      return '/sign-in?notice=provider_failed';
    }
  }

  private async next(back: ReturnedPerson, request: AccessRequest, reply: FastifyReply): Promise<string> {
    if (back.linksTo !== null) {
      await this.door.identities.linkHere(request.actor, back.linksTo, back.person);
      return '/account/security?notice=linked';
    }
    if (back.userId === null) {
      await this.door.identities.ask(back.person, back.domain);
      return '/sign-in?notice=link_mailed';
    }
    const session = await this.door.sessions.run({ userId: back.userId, by: 'provider' }, request, reply);
    return pageAfter(back.next, session.waitsFor !== null);
  }
}

/** Where to go after signing in: the page that was asked for or the person's own, by way of the second step if need be. */
function pageAfter(next: string | null, isHalfway: boolean): string {
  // a header holds letters of ASCII only
  const path = next?.replace(/[^\x21-\x7e]+/gu, encodeURIComponent) ?? null;
  if (!isHalfway) return path ?? '/home';
  return path === null ? '/sign-in/code' : `/sign-in/code?next=${encodeURIComponent(path)}`;
}
