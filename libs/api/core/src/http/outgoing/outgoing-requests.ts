import { lookup } from 'node:dns/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config';
import { kindOfAddress } from './public-address';
import { sendPinned } from './send-pinned';

/** Finds the addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** DI token of the resolver. */
export const RESOLVE = Symbol('RESOLVE');
export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, order: 'verbatim' });

/** A request that our rules do not let out; the message says which rule, and never what was found there. */
export class OutgoingRefused extends Error {}

/** What a request may say; like `fetch`, with a body that is known beforehand. */
export interface OutgoingOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** Whether redirects are followed; each hop is checked like the first. */
  readonly redirect?: 'follow' | 'manual';
}

const MOST_REDIRECTS = 3;
const MOST_BYTES = 1024 * 1024;
const TIMEOUT_MS = 10_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * The only way out of this process over HTTP to an address that somebody typed: https to public addresses. The name is
 * resolved once per hop, checked, and the connection is made to exactly that address, so that a name which changes its
 * mind in between gains nothing.
 */
@Injectable()
export class OutgoingRequests {
  /** How long a request with all its hops may take. */
  readonly timeoutMs: number = TIMEOUT_MS;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(RESOLVE) private readonly resolve: Resolve,
  ) {}

  /** Throws OutgoingRefused by our rules, and what Node throws when the other side does not answer in time or size. */
  async send(address: string, options: OutgoingOptions = {}): Promise<Response> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    let url = new URL(address);
    let hop: Hop = {
      method: options.method ?? 'GET',
      headers: { ...options.headers },
      body: options.body === undefined ? undefined : Buffer.from(options.body),
    };
    for (let redirects = 0; ; redirects += 1) {
      const pinned = await this.allowedAddress(url, signal);
      const answer = await sendPinned({ ...hop, url, address: pinned, maxBytes: MOST_BYTES, signal });
      const target = answer.headers.get('location');
      if (options.redirect === 'manual' || target === null || !REDIRECTS.has(answer.status)) return answer;
      if (redirects === MOST_REDIRECTS) throw new OutgoingRefused('Too many redirects');
      const next = new URL(target, url);
      hop = nextHop(hop, { status: answer.status, isSameOrigin: next.origin === url.origin });
      url = next;
    }
  }

  /** Looks whether a request to this address would be let out now; throws like `send`, before anything is sent. */
  async check(address: string): Promise<void> {
    await this.allowedAddress(new URL(address), AbortSignal.timeout(this.timeoutMs));
  }

  /** Gives the address to connect to; every address of the name must be allowed. */
  private async allowedAddress(url: URL, signal: AbortSignal): Promise<{ address: string; family: number }> {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutgoingRefused('Only https is allowed');
    if (url.username !== '' || url.password !== '') throw new OutgoingRefused('An address may not hold a password');
    const hostname = url.hostname.replace(/^\[|\]$/g, '');
    const found = await inTime(this.resolve(hostname), signal);
    const [first] = found;
    if (first === undefined) throw new OutgoingRefused('The name has no address');
    const kinds = new Set(found.map(({ address }) => kindOfAddress(address)));
    const isLoopback = this.config.opensLoopback && kinds.size === 1 && kinds.has('loopback');
    const isPublic = kinds.size === 1 && kinds.has('public');
    if (!isPublic && !isLoopback) throw new OutgoingRefused('The name leads to an address that is not public');
    if (url.protocol === 'http:' && !isLoopback) throw new OutgoingRefused('Only https is allowed');
    return first;
  }
}

/** The system's resolver takes as long as it likes: what it finds after the time is up is not waited for. */
function inTime<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error); // a timeout's reason is a DOMException
    signal.addEventListener('abort', giveUp, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** What is sent on a hop. */
interface Hop {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

/** A redirect to another origin takes no secrets along; all but 307 and 308 become a GET, as in browsers. */
function nextHop(hop: Hop, to: { status: number; isSameOrigin: boolean }): Hop {
  const dropped = to.isSameOrigin ? /^(host)$/i : /^(host|authorization|cookie)$/i;
  const headers = Object.fromEntries(Object.entries(hop.headers).filter(([name]) => !dropped.test(name)));
  if (to.status === 307 || to.status === 308) return { ...hop, headers };
  const bare = Object.fromEntries(Object.entries(headers).filter(([name]) => !/^content-/i.test(name)));
  return { method: hop.method === 'HEAD' ? 'HEAD' : 'GET', headers: bare, body: undefined };
}
