import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { AccessRequest } from '@htsm/api/core';

/** Lets Passport check the password; a body of another form passes to the DTO's own, clearer refusal. */
@Injectable()
export class LocalAuthGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { body } = context.switchToHttp().getRequest<AccessRequest>();
    if (!isSignIn(body)) return true;
    return Boolean(await super.canActivate(context));
  }
}

function isSignIn(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('email' in body) || !('password' in body)) return false;
  return isFilled(body.email, 254) && isFilled(body.password, 500) && Object.keys(body).length === 2;
}

function isFilled(value: unknown, max: number): boolean {
  return typeof value === 'string' && value !== '' && value.length <= max;
}
