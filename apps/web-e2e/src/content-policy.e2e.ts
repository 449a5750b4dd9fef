import { expect, openVisitor, test } from './platform/fixtures';

const PAGES = ['/', '/challenges', '/how-it-works', '/sign-in', '/receipts/verify', '/my/proposals', '/no-such-page'];
const FORBIDDEN = /script-src[^;]*('unsafe-inline'|'unsafe-eval'|https?:|data:|\*)|style-src [^;]*'unsafe-inline'/;

test('every kind of page has a strict policy of its own, and styled pages break none of it', async ({
  browser,
  demoPlatform,
}) => {
  const visitor = await openVisitor(browser, demoPlatform, { language: 'nl' });
  const nonces: string[] = [];
  for (const path of PAGES) {
    const answer = await visitor.page.goto(path, { waitUntil: 'networkidle' });
    const policy = (await answer?.headerValue('content-security-policy')) ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(policy).toContain("frame-ancestors 'none'; require-trusted-types-for 'script'");
    expect(policy).not.toMatch(FORBIDDEN);
    nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? '');
    expect(
      await visitor.page
        .locator('h1')
        .first()
        .evaluate((h1) => getComputedStyle(h1).fontWeight),
    ).toBe('660');
  }
  expect(new Set(nonces).size).toBe(PAGES.length);
  expect(nonces).not.toContain('');
  expect(visitor.complaints).toEqual([]);
});

test('an unknown address of the API is answered as a problem', async ({ request, demoPlatform }) => {
  const answer = await request.get(`${demoPlatform.url}/api/nope`);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
});

test('files and answers that are no page may do nothing', async ({ request, demoPlatform }) => {
  for (const path of ['/api/challenges', '/api/nope', '/favicon.svg', '/verify-receipt.mjs', '/health/live']) {
    const headers = (await request.get(demoPlatform.url + path)).headers();
    expect([path, headers['content-security-policy'], headers['x-content-type-options']]).toEqual([
      path,
      "default-src 'none'; frame-ancestors 'none'; sandbox",
      'nosniff',
    ]);
  }
});
