import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ANONYMOUS, Database, type AccessRequest } from '@htsm/api/core';
import { become } from '../become';
import type { SessionDto } from '../dto/session.dto';
import { BrowserSession } from './browser-session';
import type { SignInWay } from './open-session';
import { SignInSteps, type BegunStep } from './sign-in-steps';

/** Whose first factor was right, and which it was. */
export interface FirstFactor {
  readonly userId: string;
  readonly by: Extract<SignInWay, 'password' | 'provider' | 'invitation'>;
}

/** Opens a session for the browser that made a request, and gives it the cookie. */
@Injectable()
export class StartSession {
  constructor(
    private readonly database: Database,
    private readonly steps: SignInSteps,
    private readonly sessions: BrowserSession,
  ) {}

  /** For somebody who showed one factor: without a second one the session opens, with one it is asked for. */
  async run(person: FirstFactor, request: AccessRequest, reply: FastifyReply): Promise<SessionDto> {
    const outcome = await this.database.as(ANONYMOUS, async (tx): Promise<BegunStep | { readonly token: string }> => {
      const { userId, by } = person;
      await become(tx, userId);
      const step = await this.steps.begin(tx, userId);
      return step ?? { token: await this.sessions.open(tx, userId, request, by) };
    });
    return 'token' in outcome ? this.sessions.give(outcome.token, reply) : this.sessions.ask(outcome, reply);
  }
}
