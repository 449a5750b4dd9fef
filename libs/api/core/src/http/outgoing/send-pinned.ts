import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';

/** One request to one address. */
export interface PinnedRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** The address that the name was resolved to: the connection goes there and nowhere else. */
  readonly address: { readonly address: string; readonly family: number };
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** Sends a request to the given address and reads the answer to its end; fails when the answer is too long. */
export async function sendPinned(request: PinnedRequest): Promise<Response> {
  const answer = await begin(request);
  const body = await readBody(answer, request.maxBytes);
  const status = answer.statusCode ?? 502;
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2)
    headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
  const isEmpty = status === 204 || status === 304;
  return new Response(isEmpty ? null : new Uint8Array(body), { status, headers });
}

function begin({ url, method, headers, body, address, signal }: PinnedRequest): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_name, options, done) => {
    if (options.all === true) done(null, [{ ...address }]);
    else done(null, address.address, address.family);
  };
  const options: RequestOptions = { method, headers, lookup, signal, agent: false };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = send(url, options, resolve);
    sent.on('error', reject);
    sent.end(body);
  });
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) {
      answer.destroy();
      throw new Error(`The answer is longer than ${maxBytes} bytes`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
