import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ANONYMOUS } from '../access/actor';
import type { AccessRequest } from '../access/access-request';
import { idempotencyKeyOf } from './idempotency-key';
import { IdempotentRequests, fingerprintOf, type KeptAnswer } from './idempotent-requests';

/** Tells the sender that the answer is the one of an earlier request. */
const REPLAYED_HEADER = 'idempotency-replayed';

/** Answers a request under a key that was answered before with that same answer; without a key it does nothing. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly requests: IdempotentRequests) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const key = idempotencyKeyOf(request.headers);
    if (key === undefined) return next.handle();
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
