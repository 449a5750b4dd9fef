import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ANONYMOUS } from '../access/actor';
import type { AccessRequest } from '../access/access-request';
import { IdempotencyKeyUnreadable } from './idempotency.errors';
import { IdempotentRequests, fingerprintOf, type KeptAnswer } from './idempotent-requests';

const KEY = /^[\x21-\x7e]{16,200}$/;
/** Tells the sender that the answer is the one of an earlier request. */
const REPLAYED_HEADER = 'idempotency-replayed';

/** Answers a request under a key that was answered before with that same answer; without a key it does nothing. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotentRequests) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw new IdempotencyKeyUnreadable();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const asked = {
      actor: request.actor ?? ANONYMOUS,
      key,
      fingerprint: fingerprintOf(request.method, request.url, request.body),
    };
    const work = async (): Promise<KeptAnswer> => {
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      return { status: reply.statusCode, body };
    };
    return from(this.answer(reply, this.requests.once(asked, work)));
  }

  private async answer(reply: FastifyReply, outcome: ReturnType<IdempotentRequests['once']>): Promise<unknown> {
    const { status, body, isReplayed } = await outcome;
    void reply.status(status);
    if (isReplayed) void reply.header(REPLAYED_HEADER, 'true');
    return body;
  }
}
