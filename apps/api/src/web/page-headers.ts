import { SESSION_COOKIE } from '@htsm/api/core';

/**
 * Only our own scripts and the inline ones of exactly this page run, and only code of Angular may turn text into markup
 * (Trusted Types). Style elements carry the nonce; a style attribute, as a rendered page has for the needle of a scale,
 * can only change looks. A frame shows only answers of ours that allow it: a mail, in a sandbox of its own.
 */
export function contentPolicy(scriptHashes: readonly string[], nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${scriptHashes.join(' ')}`.trim(),
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler',
  ].join('; ');
}

/**
 * A page made for somebody who is signed in holds their name and what only they may see, so no browser and no cache keeps
 * it; any other page is asked after before it is shown again.
 */
export function pageCaching(cookies: Readonly<Record<string, string | undefined>>): string {
  return cookies[SESSION_COOKIE] === undefined ? 'no-cache' : 'no-store';
}
