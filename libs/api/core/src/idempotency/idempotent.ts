import { UseInterceptors, applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor';

/** Makes a creating route safe to send again: the same `Idempotency-Key` of the same person gives the same answer. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'One key per action, 16 to 200 characters; kept for a day. Another body under it is refused.',
      schema: { type: 'string', minLength: 16, maxLength: 200 },
    }),
  );
