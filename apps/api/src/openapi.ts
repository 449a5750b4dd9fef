import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Describes every route from the DTO classes; the committed openapi.json must equal it. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('HTSM Challenges')
    .setVersion('1')
    .addCookieAuth('__Host-htsm')
    .build();
  return SwaggerModule.createDocument(app, description, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

/** Serves the contract at /api/openapi.json; there is no page to try it on. */
export function documentApi(app: NestFastifyApplication): void {
  const contract = JSON.stringify(describeApi(app));
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(contract));
}
