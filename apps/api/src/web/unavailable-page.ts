import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RETRY_AFTER_S, Texts, chooseLocale, coreTexts } from '@htsm/api/core';

const texts = new Texts([coreTexts]);

/**
 * Counts the answers of this process that say 503. Pages are rendered with the API's answers: when the count has grown
 * meanwhile, the page lacks its content. Another page at the same moment may be counted too, and says the same truth.
 */
export function countOutages(server: FastifyInstance): () => number {
  let count = 0;
  server.addHook('onSend', async (_request, reply, payload) => {
    if (reply.statusCode === 503) count += 1;
    return payload;
  });
  return () => count;
}

/** Sends a page without scripts or styles that says in the reader's language to come back in a moment. */
export function sendUnavailablePage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = chooseLocale(request.cookies['lang'], undefined, request.headers['accept-language']);
  const title = texts.say(locale, 'errors.unavailable.title');
  return reply
    .status(503)
    .header('retry-after', String(RETRY_AFTER_S))
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .header('cache-control', 'no-store')
    .send(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${title}</title></head><body><main><h1>${title}</h1>` +
        `<p>${texts.say(locale, 'errors.unavailable.detail')}</p></main></body></html>`,
    );
}
