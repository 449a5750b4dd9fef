/** What of a request tells which site caused it. */
export interface RequestTraces {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Header that our own pages send with every write; other origins cannot without a preflight that we never grant. */
export const WRITE_HEADER = 'x-htsm';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a write may come from another site: it lacks our header, or names an origin that is not ours. A browser that
 * hides the origin (`null`) is another site too. One-click sign-off (RFC 8058) comes from mail programs, which send
 * neither our header nor an origin.
 */
export function isForged({ method, url, headers }: RequestTraces, publicUrl: string): boolean {
  if (SAFE_METHODS.has(method) || url.startsWith('/api/one-click/')) return false;
  if (headers[WRITE_HEADER] === undefined) return true;
  const { origin, host } = headers;
  if (origin === undefined || origin === new URL(publicUrl).origin) return false;
  return typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).host !== host;
}
