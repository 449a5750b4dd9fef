import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { VISITOR_HEADER, vouchFor, type Config } from '@htsm/api/core';
import { addRobotPages } from './for-robots';
import { contentPolicy, pageCaching } from './page-headers';
import { countOutages, sendUnavailablePage } from './unavailable-page';

/** What the built web application gives for one request. */
interface RenderedPage {
  status: number;
  headers: Record<string, string>;
  html: string;
  scriptHashes: readonly string[];
}
type RenderPage = (request: IncomingMessage, nonce: string) => Promise<RenderedPage | null>;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Files with a hash in their name never change. */
const HASHED = /-[\w-]{8}\.\w+$/;

/** Serves the built web application: its files as they are, every other address as a rendered page. */
export async function serveWeb(app: NestFastifyApplication, config: Config): Promise<void> {
  const dist = config.webDist;
  if (dist === undefined || !existsSync(join(dist, 'server', 'server.mjs'))) return;
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyStatic, {
    root: join(dist, 'browser'),
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = HASHED.test(path.replace(/\.(br|gz)$/, ''));
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  addRobotPages(app, config);
  const bundle = (await import(pathToFileURL(join(dist, 'server', 'server.mjs')).href)) as { renderPage: RenderPage }; // built from apps/web/src/server.ts
  server.get('/*', async (request, reply) => {
    // an unknown address of the API is a problem for a program, not a page for a person
    if (request.url.startsWith('/api/')) return reply.callNotFound();
    return sendPageUnlessAway(bundle.renderPage, request, reply);
  });
  const outages = countOutages(server);

  /** A page whose data could not be read says so itself, plainly, and that it is for a moment. */
  async function sendPageUnlessAway(
    render: RenderPage,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const before = outages();
    const nonce = randomBytes(16).toString('base64');
    request.raw.headers[VISITOR_HEADER] = vouchFor(request.ip);
    const page = await render(request.raw, nonce);
    return outages() === before ? sendPage(page, nonce, request, reply) : sendUnavailablePage(request, reply);
  }
}

async function sendPage(
  page: RenderedPage | null,
  nonce: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (page === null) return reply.status(404).send();
  for (const [name, value] of Object.entries(page.headers)) void reply.header(name, value);
  void reply.status(page.status);
  void reply.header('content-security-policy', contentPolicy(page.scriptHashes, nonce));
  void reply.header('cache-control', pageCaching(request.cookies));
  void reply.header('vary', 'accept-encoding, accept-language, cookie');
  return sendCompressed(page.html, request, reply);
}

async function sendCompressed(html: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) {
    const bytes = await compressBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
    return reply.header('content-encoding', 'br').send(bytes);
  }
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(await compressGzip(html));
  return reply.send(html);
}
