import { UseInterceptors, applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { KEY_HEADER } from './idempotency-key';
import { IdempotencyInterceptor } from './idempotency.interceptor';

/** Makes a creating route safe to send again: the same `Idempotency-Key` of the same person gives the same answer. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(UseInterceptors(IdempotencyInterceptor), ApiHeader({ ...KEY_HEADER }));

/** The same for a route that takes a file; its service lets `IncomingFiles.take` receive it. */
export const IdempotentUpload = (): MethodDecorator => ApiHeader({ ...KEY_HEADER });
