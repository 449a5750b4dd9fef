import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AccessRequest } from './access-request';
import { NotAllowed, NotSignedIn } from './access.errors';
import { ACCESS_METADATA, belongsTo, type AccessDeclaration } from './allow';
import { ANONYMOUS } from './actor';

/** Refuses every route that does not declare who may use it, and everyone it was not declared for. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const declaration = this.reflector.getAllAndOverride<AccessDeclaration | undefined>(ACCESS_METADATA, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (declaration === undefined) throw new NotAllowed();
    if ('public' in declaration) return true;
    const actor = context.switchToHttp().getRequest<AccessRequest>().actor ?? ANONYMOUS;
    if (actor.kind !== 'user') throw new NotSignedIn();
    if (!belongsTo(actor, declaration.audiences)) throw new NotAllowed();
    return true;
  }
}
