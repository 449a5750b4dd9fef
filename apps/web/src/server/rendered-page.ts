import { createHash } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { chooseLanguage, chooseTheme } from '@htsm/web/core';

/** One rendered page, ready to be sent or kept as bytes. */
export interface RenderedPage {
  /** HTTP status; 404 for a page that says so. */
  readonly status: number;
  /** Response headers, lower-case names. */
  readonly headers: Record<string, string>;
  /** The whole document; empty for a redirect. */
  readonly html: string;
  /** Sources for `script-src`, such as `'sha256-…'`, one per inline script, sorted as in the page. */
  readonly scriptHashes: readonly string[];
}

/** The beginning of a script element; its attributes are our own and short. */
const scriptStart = /<script\b([^>]{0,500})>/g;

/** Finds the scripts that stand in the page itself, with their attributes; one pass, whatever the page holds. */
function inlineScripts(html: string): { attributes: string; body: string }[] {
  return [...html.matchAll(scriptStart)].flatMap(({ 0: tag, 1: attributes = '', index }) => {
    if (/\bsrc=/.test(attributes)) return [];
    const start = index + tag.length;
    const end = html.indexOf('</script>', start);
    return end === -1 ? [] : [{ attributes, body: html.slice(start, end) }];
  });
}

/** Lists a CSP source for every inline script that the browser would run; data blocks need none. */
export function scriptHashes(html: string): string[] {
  return inlineScripts(html)
    .filter(({ attributes }) => !/type="application\/(ld\+)?json"/.test(attributes))
    .map(({ body }) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`);
}

/** Puts the reader's language and theme on the root element of a page that the browser will render. */
function withPreferences(html: string, request: IncomingMessage): string {
  if (html.includes(' ng-server-context=')) return html;
  const headers = { cookie: request.headers.cookie, acceptLanguage: request.headers['accept-language'] };
  const theme = chooseTheme(headers.cookie);
  const attributes = `lang="${chooseLanguage({ ...headers, url: request.url })}"${theme === 'system' ? '' : ` data-theme="${theme}"`}`;
  return html.replace(/<html\b[^>]*>/, (tag) => {
    const others = tag.slice('<html'.length, -1).replace(/\s(?:lang|data-theme)="[^"]*"/g, '');
    return `<html ${attributes}${others}>`;
  });
}

/** Tells the browser's half which nonce its styles must carry; it reads this attribute when it starts. */
function withNonce(html: string, nonce: string): string {
  return html.replace(/<htsm-root\b/, `<htsm-root ngCspNonce="${nonce}"`);
}

/** What is read of a web response. */
interface PageResponse {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  text(): Promise<string>;
}

/** Reads a response to the end and completes it. */
export async function readPage(response: PageResponse, request: IncomingMessage, nonce: string): Promise<RenderedPage> {
  const headers = Object.fromEntries(response.headers);
  const body = await response.text();
  const html =
    headers['content-type']?.startsWith('text/html') === true ? withNonce(withPreferences(body, request), nonce) : body;
  return { status: response.status, headers, html, scriptHashes: scriptHashes(html) };
}
