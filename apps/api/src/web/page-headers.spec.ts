import { SESSION_COOKIE } from '@htsm/api/core';
import { contentPolicy, pageCaching } from './page-headers';

describe('a page', () => {
  it('is kept by no cache when it was made for somebody who is signed in', () => {
    expect(pageCaching({ [SESSION_COOKIE]: 'x', lang: 'nl' })).toBe('no-store');
    expect(pageCaching({ lang: 'nl' })).toBe('no-cache');
  });

  it('may load and run only what is ours, and stand in no frame', () => {
    const policy = contentPolicy(["'sha256-abc='"], 'n0nce');
    const directives = new Map(policy.split('; ').map((line) => [line.split(' ', 1)[0], line]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('base-uri')).toBe("base-uri 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self' 'sha256-abc='");
    expect(directives.get('style-src')).toBe("style-src 'self' 'nonce-n0nce'");
    expect(directives.get('object-src')).toBe("object-src 'none'");
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(directives.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  });
});
