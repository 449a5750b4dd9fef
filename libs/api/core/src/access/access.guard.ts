import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AccessRequest } from './access-request';
import { NotAllowed, NotSignedIn, SecondFactorRequired } from './access.errors';
import { ACCESS_METADATA, BEFORE_SECOND_FACTOR, belongsTo, type AccessDeclaration } from './allow';
import { ANONYMOUS } from './actor';

/** Refuses every route that does not declare who may use it, and everyone it was not declared for. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const declaration = this.reflector.getAllAndOverride<AccessDeclaration | undefined>(ACCESS_METADATA, targets);
    if (declaration === undefined) throw new NotAllowed();
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const actor = request.actor ?? ANONYMOUS;
    const isOwing = actor.kind === 'user' && actor.owesSecondFactor === true;
    const isHalf = isOwing && this.reflector.getAllAndOverride<boolean>(BEFORE_SECOND_FACTOR, targets) !== true;
    // a public route is for everyone, so it stays; the half-open session counts for nothing there
    if (isHalf) request.actor = ANONYMOUS;
    if ('public' in declaration) return true;
    if (actor.kind !== 'user') throw new NotSignedIn();
    if (isHalf) throw new SecondFactorRequired();
    if (!belongsTo(actor, declaration.audiences)) throw new NotAllowed();
    return true;
  }
}
