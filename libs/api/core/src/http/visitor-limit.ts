import {
  Injectable,
  SetMetadata,
  UseGuards,
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AccessRequest } from '../access/access-request';
import { RateLimiter, type RateLimit } from './rate-limiter';
import { visitorOf } from './visitor';

const VISITOR_LIMIT = 'htsm:visitor-limit';

/** How often one visitor may call a route. */
export interface VisitorLimit extends RateLimit {
  /** Name of a query parameter; only requests that give it count. Left out: all count. */
  readonly onlyWith?: string;
}

/** Counts the calls of a route: per person when signed in, else per network address. */
@Injectable()
export class VisitorLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
  ) {}

  /** Throws TooManyAttempts. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const limit = this.reflector.get<VisitorLimit>(VISITOR_LIMIT, context.getHandler());
    const request = context.switchToHttp().getRequest<AccessRequest>();
    if (isCounted(limit, request.query)) await this.limiter.hit(limit, countedAs(request));
    return true;
  }
}

/** Answers 429 with Retry-After to who calls the route more often than the limit. */
export const LimitVisitor = (limit: VisitorLimit): MethodDecorator =>
  applyDecorators(SetMetadata(VISITOR_LIMIT, limit), UseGuards(VisitorLimitGuard));

/** Per person: many more files than a proposal takes. */
export const UPLOAD_LIMIT: VisitorLimit = { purpose: 'upload', hits: 600, windowS: 3600 };

function isCounted({ onlyWith }: VisitorLimit, query: unknown): boolean {
  if (onlyWith === undefined) return true;
  return typeof query === 'object' && query !== null && onlyWith in query;
}

function countedAs(request: AccessRequest): string {
  return request.actor?.kind === 'user' ? `user:${request.actor.userId}` : visitorOf(request);
}
