import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';

const current = new AsyncLocalStorage<string>();

/** Id of the request that the running code works for; undefined outside of requests. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}

/** Makes the request's id known to everything that its handler calls; after the body was read, which would lose it. */
export function addRequestContext(server: FastifyInstance): void {
  server.addHook('preHandler', (request, _reply, done) => current.run(String(request.id), done));
}
