import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ANONYMOUS, Database, RateLimiter, type AccessRequest } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { PasskeyQuestionDto } from '../dto/second-factor.dto';
import type { SessionDto } from '../dto/session.dto';
import { UsePasskey } from '../second-factors/use-passkey';
import { BrowserSession } from './browser-session';

/** Signing in with a passkey alone. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly passkeys: UsePasskey,
    private readonly sessions: BrowserSession,
  ) {}

  /** The same question for everyone: it says nothing about who has a passkey. */
  async ask(networkAddress: string): Promise<PasskeyQuestionDto> {
    await this.limiter.hit(LIMITS.signInAddress, networkAddress);
    return this.database.as(ANONYMOUS, (tx) => this.passkeys.askAlone(tx));
  }

  /** Opens the session of the passkey's owner; throws ValidationFailed. */
  async run(answer: string, request: AccessRequest, reply: FastifyReply): Promise<SessionDto> {
    await this.limiter.hit(LIMITS.signInAddress, request.ip);
    const token = await this.database.as(ANONYMOUS, async (tx) => {
      const userId = await this.passkeys.alone(tx, answer);
      return this.sessions.open(tx, userId, request, 'passkey');
    });
    return this.sessions.give(token, reply);
  }
}
