import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ANONYMOUS, Database, type AccessRequest } from '@htsm/api/core';
import { become } from '../become';
import type { SessionDto } from '../dto/session.dto';
import { BrowserSession } from './browser-session';
import { SignInSteps, type BegunStep } from './sign-in-steps';

/** Opens a session for the browser that made a request, and gives it the cookie. */
@Injectable()
export class StartSession {
  constructor(
    private readonly database: Database,
    private readonly steps: SignInSteps,
    private readonly sessions: BrowserSession,
  ) {}

  /** For somebody whose password was right: without a second factor the session opens, with one it is asked for. */
  async run(userId: string, request: AccessRequest, reply: FastifyReply): Promise<SessionDto> {
    const outcome = await this.database.as(ANONYMOUS, async (tx): Promise<BegunStep | { readonly token: string }> => {
      await become(tx, userId);
      const step = await this.steps.begin(tx, userId);
      return step ?? { token: await this.sessions.open(tx, userId, request, false) };
    });
    return 'token' in outcome ? this.sessions.give(outcome.token, reply) : this.sessions.ask(outcome, reply);
  }
}
