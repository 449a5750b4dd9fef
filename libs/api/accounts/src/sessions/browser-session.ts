import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE, type AccessRequest, type Tx } from '@htsm/api/core';
import type { SessionDto } from '../dto/session.dto';
import { DescribeSession } from './describe-session';
import { OpenSession, type SignInWay } from './open-session';
import { clearStepCookie, setSessionCookie, setStepCookie } from './session-cookie';
import type { BegunStep } from './sign-in-steps';

/** The session of the browser that made a request: its row, its cookie, and what it is told. */
@Injectable()
export class BrowserSession {
  constructor(
    private readonly openSession: OpenSession,
    private readonly describe: DescribeSession,
  ) {}

  /** Opens the session, in the transaction that took the proof; gives the secret for the cookie. */
  open(tx: Tx, userId: string, request: AccessRequest, by: SignInWay): Promise<string> {
    const userAgent = request.headers['user-agent'] ?? '';
    const oldToken = request.cookies[SESSION_COOKIE];
    return this.openSession.run(tx, { userId, userAgent, oldToken, by });
  }

  /** Gives the browser its session, once the transaction is committed, and tells it who it is. */
  give(token: string, reply: FastifyReply): Promise<SessionDto> {
    clearStepCookie(reply);
    setSessionCookie(reply, token);
    return this.describe.ofToken(token);
  }

  /** Tells the browser that a second factor is asked for. */
  ask(step: BegunStep, reply: FastifyReply): Promise<SessionDto> {
    setStepCookie(reply, step.stepToken);
    return this.describe.waiting(step.methods);
  }
}
