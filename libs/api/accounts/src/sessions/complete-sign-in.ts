import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ANONYMOUS, Database, RateLimiter, type AccessRequest } from '@htsm/api/core';
import { LIMITS } from '../accounts.limits';
import type { PasskeyQuestionDto, SignInStepDto } from '../dto/second-factor.dto';
import type { SessionDto } from '../dto/session.dto';
import type { Proof } from '../second-factors/show-factor';
import { BrowserSession } from './browser-session';
import { STEP_COOKIE } from './session-cookie';
import { SignInSteps } from './sign-in-steps';

/** The second step of signing in. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly steps: SignInSteps,
    private readonly sessions: BrowserSession,
  ) {}

  /** What the browser's sign-in waits for; throws SignInExpired. */
  read(request: AccessRequest): Promise<SignInStepDto> {
    return this.database.as(ANONYMOUS, async (tx) => ({
      methods: await this.steps.methods(tx, request.cookies[STEP_COOKIE]),
    }));
  }

  /** Asks for a passkey; throws SignInExpired. */
  askPasskey(request: AccessRequest): Promise<PasskeyQuestionDto> {
    return this.database.as(ANONYMOUS, (tx) => this.steps.askPasskey(tx, request.cookies[STEP_COOKIE]));
  }

  /** Opens the session with a second factor; throws SignInExpired, TooManyAttempts and ValidationFailed. */
  async run(proof: Proof, request: AccessRequest, reply: FastifyReply): Promise<SessionDto> {
    const stepToken = request.cookies[STEP_COOKIE] ?? '';
    const userId = await this.database.as(ANONYMOUS, (tx) => this.steps.person(tx, stepToken));
    await this.limiter.hit(LIMITS.factorAccount, userId);
    const token = await this.database.as(ANONYMOUS, async (tx) => {
      await this.steps.finish(tx, stepToken, proof);
      return this.sessions.open(tx, userId, request, 'code' in proof ? 'code' : 'passkey');
    });
    await this.limiter.forget(LIMITS.factorAccount, userId);
    return this.sessions.give(token, reply);
  }
}
