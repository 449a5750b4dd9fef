import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { RequestMethod, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addRefusalLog } from '../access/refusal-log';
import { addSessionHook } from '../access/session-hook';
import { FILE_LIMIT_BYTES } from '../files/file-kinds';
import { CONFIG, type Config } from '../config/config';
import { answerUnreadableAddress } from './framework-errors';
import { addPlainJsonHook } from './plain-json';
import { addRequestContext } from './request-context';
import { addSecurityHeaders } from './security-headers';
import { trustNearest } from './trusted-proxies';
import { validationPipe } from './validation';

/** The largest JSON body, in bytes: a long proposal is 60 kB. */
const BODY_LIMIT = 512 * 1024;

/** Where the log goes, and from which level on. */
export interface LogTarget {
  readonly level: string;
  readonly stream: { write(line: string): void };
}

/** Builds the HTTP application around a root module; the caller listens (or injects) and closes. Logs to stdout by default. */
export async function createApi(root: Type | DynamicModule, log?: LogTarget): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter(log), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const config = app.get<Config>(CONFIG);
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyCookie);
  await server.register(fastifyMultipart, {
    limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 5, fieldSize: 1000 },
  });
  addSecurityHeaders(server, config);
  addPlainJsonHook(server);
  addSessionHook(server, app.get(DataSource), config);
  addRequestContext(server);
  addRefusalLog(server, app.get(DataSource));
  app.setGlobalPrefix('api', {
    exclude: [
      { path: 'health/live', method: RequestMethod.GET },
      { path: 'health/ready', method: RequestMethod.GET },
    ],
  });
  app.useGlobalPipes(validationPipe());
  return app;
}

/** Query values that name the prototype are refused by the parser itself; slow senders are cut off every second. */
function adapter(log: LogTarget | undefined): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // longer than any address line can be, so that a long id is not found like any other unknown one
    routerOptions: { maxParamLength: 20_000 },
    frameworkErrors: answerUnreadableAddress,
    requestTimeout: 120_000,
    connectionTimeout: 0,
    genReqId: () => randomUUID(),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    trustProxy: trustNearest(Number(process.env['TRUSTED_PROXIES'] ?? 0)),
    logger: {
      ...(log === undefined ? {} : { stream: log.stream }),
      level: log?.level ?? process.env['LOG_LEVEL'] ?? (process.env['NODE_ENV'] === 'test' ? 'error' : 'info'),
      // no addresses, no cookies, no bodies: logs hold no personal data
      serializers: {
        req: (request: { method: string; url: string }) => ({
          method: request.method,
          path: request.url.split('?', 1)[0],
        }),
      },
    },
  });
}
