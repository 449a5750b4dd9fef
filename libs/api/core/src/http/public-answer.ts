import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that is the same for everyone. */
export interface PublicAnswer {
  readonly body: string;
  /** Media type with its charset. */
  readonly type: string;
  /** When it changed last; an answer with other bytes never has an earlier one. */
  readonly changedAt: Date;
  /** How long caches may give it without asking, in seconds. */
  readonly maxAgeS: number;
}

/** Sends a public answer, or 304 to whoever has these bytes already. */
export function sendPublicAnswer(request: FastifyRequest, reply: FastifyReply, answer: PublicAnswer): FastifyReply {
  const etag = etagOf(answer.body);
  void reply
    .header('etag', etag)
    .header('last-modified', answer.changedAt.toUTCString())
    .header('cache-control', `public, max-age=${answer.maxAgeS}`);
  if (isKnown(request.headers, etag, answer.changedAt)) return reply.status(304).send();
  return reply.header('content-type', answer.type).send(answer.body);
}

/** A strong entity tag of the bytes. */
export function etagOf(body: string | Buffer): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/** Whether the reader has this version: by its tag, or by its date when it sends no tag (RFC 9110, 13.2.2). */
export function isKnown(headers: FastifyRequest['headers'], etag: string, changedAt: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}
