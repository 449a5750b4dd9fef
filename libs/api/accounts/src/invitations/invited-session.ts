import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AccessRequest } from '@htsm/api/core';
import type { SessionDto } from '../dto/session.dto';
import { DescribeSession } from '../sessions/describe-session';
import { StartSession } from '../sessions/start-session';
import type { Joined } from './accept-invitation';

/** The session in which people begin whom another room invited by mail. */
@Injectable()
export class InvitedSession {
  constructor(
    private readonly sessions: StartSession,
    private readonly describe: DescribeSession,
  ) {}

  /** Signs a newcomer in; describes the session of anybody else. */
  begin({ userId, isNewcomer }: Joined, request: AccessRequest, reply: FastifyReply): Promise<SessionDto> {
    return isNewcomer
      ? this.sessions.run({ userId, by: 'invitation' }, request, reply)
      : this.describe.ofPerson(userId);
  }
}
