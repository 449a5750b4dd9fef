import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Observable } from 'rxjs';
import { SESSION_IDLE_DAYS, SESSION_LONGEST_DAYS } from '@htsm/domain';
import { Database, SESSION_COOKIE, type AccessRequest, type UserActor } from '@htsm/api/core';
import { setSessionCookie } from './session-cookie';

const TOUCH_EVERY_MS = 10 * 60_000;
/** Sessions remembered as touched; beyond it the memory starts over, which costs one statement each. */
const REMEMBERED = 10_000;

/**
 * Keeps a session in use alive: at most every ten minutes it gets thirty more days, in the database and the browser, but
 * never more than ninety after it was opened.
 */
@Injectable()
export class SessionTouchInterceptor implements NestInterceptor {
  private readonly touchedAt = new Map<string, number>();

  constructor(private readonly database: Database) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const token = request.cookies?.[SESSION_COOKIE];
    const actor = request.actor;
    if (actor?.kind === 'user' && actor.sessionId !== null && token !== undefined && this.isDue(actor.sessionId)) {
      const isTouched = await this.touch(actor, actor.sessionId);
      if (isTouched) setSessionCookie(context.switchToHttp().getResponse<FastifyReply>(), token);
    }
    return next.handle();
  }

  private isDue(sessionId: string): boolean {
    const last = this.touchedAt.get(sessionId);
    if (last !== undefined && performance.now() - last < TOUCH_EVERY_MS) return false;
    if (this.touchedAt.size >= REMEMBERED) this.touchedAt.clear();
    this.touchedAt.set(sessionId, performance.now());
    return true;
  }

  private async touch(actor: UserActor, sessionId: string): Promise<boolean> {
    const touched = await this.database.as(actor, (tx) =>
      tx.run(
        `UPDATE session SET last_seen_at = htsm_now(),
           expires_at = LEAST(htsm_now() + $2 * interval '1 day', created_at + $4 * interval '1 day')
         WHERE id = $1 AND last_seen_at < htsm_now() - $3 * interval '1 millisecond'`,
        [sessionId, SESSION_IDLE_DAYS, TOUCH_EVERY_MS, SESSION_LONGEST_DAYS],
      ),
    );
    return touched > 0;
  }
}
