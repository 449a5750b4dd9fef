import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE, type AccessRequest } from '@htsm/api/core';
import { setSessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';

/** Opens a session for the browser that made a request, and gives it the cookie. */
@Injectable()
export class StartSession {
  constructor(private readonly sessions: SessionsService) {}

  async run(userId: string, request: AccessRequest, reply: FastifyReply): Promise<void> {
    const userAgent = request.headers['user-agent'] ?? '';
    const token = await this.sessions.open({ userId, userAgent, oldToken: request.cookies[SESSION_COOKIE] });
    setSessionCookie(reply, token);
  }
}
