import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../config/config';

/** What no page of ours asks of a browser. */
const PERMISSIONS = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** What an answer may do that is no page: nothing at all. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  // the filter of old browsers can be turned against a page; off is the safe value
  'x-xss-protection': '0',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
};

/**
 * Headers for every answer. Pages bring their own content policy; anything else (answers of the API, files, refusals) may
 * load nothing and stand in no frame, in case a browser ever shows it as a page.
 */
export function addSecurityHeaders(server: FastifyInstance, config: Pick<Config, 'publicUrl'>): void {
  const isSecure = config.publicUrl.startsWith('https:');
  server.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) void reply.header(name, value);
    if (isForFrames(reply)) openToFrames(reply);
    if (isForOwnFrames(reply)) void reply.header('x-frame-options', 'SAMEORIGIN');
    if (isSecure) void reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains');
    if (!reply.hasHeader('content-security-policy')) {
      void reply.header('content-security-policy', NO_PAGE_POLICY);
    }
    if (!request.url.startsWith('/api/')) return;
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}

/** Whether an answer says itself that any site may show it in a frame. */
function isForFrames(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-security-policy')).includes('frame-ancestors *');
}

/** Whether an answer says itself that our own pages may show it in a frame. */
function isForOwnFrames(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-security-policy')).includes("frame-ancestors 'self'");
}

function openToFrames(reply: FastifyReply): void {
  void reply.removeHeader('x-frame-options').header('cross-origin-resource-policy', 'cross-origin');
}
