import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { AccessRequest } from '../access/access-request';

/** Injects the language of the reader, as the session hook chose it. */
export const CurrentLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale => {
  return context.switchToHttp().getRequest<AccessRequest>().locale ?? 'nl';
});
