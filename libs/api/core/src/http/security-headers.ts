import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config';

/** Headers for every answer; pages get their content policy from the web room, API answers may load nothing. */
export function addSecurityHeaders(server: FastifyInstance, config: Config): void {
  server.addHook('onSend', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('referrer-policy', 'strict-origin-when-cross-origin');
    void reply.header('x-frame-options', 'DENY');
    void reply.header('cross-origin-opener-policy', 'same-origin');
    void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    if (config.publicUrl.startsWith('https:')) {
      void reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    }
    if (!request.url.startsWith('/api/')) return;
    if (!reply.hasHeader('content-security-policy')) {
      void reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    }
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}
