/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openVisitor, test } from './platform/fixtures';
import type { Platform } from './platform/platform';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const START: Readonly<Record<string, readonly string[]>> = {
  visitor: [
    '/',
    '/challenges',
    '/results',
    '/how-it-works',
    '/accessibility',
    '/privacy',
    '/contact',
    '/subscribe',
    '/receipts/verify',
    '/sign-in',
    '/register',
    '/forgot-password',
  ],
  sme: ['/my/proposals', '/my/matches', '/account', '/account/security', '/my/organisation'],
  owner: ['/my/challenges', '/my/matches', '/my/organisation'],
  reviewer: ['/my/reviews'],
  taskforce: ['/taskforce', '/taskforce/matches', '/taskforce/audit'],
  administrator: ['/administration', '/taskforce/platform', '/taskforce/platform?mails=suppressed'],
};
const LANGUAGES = ['nl', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
/** Seen by the visitor already; the other roles need not look again. */
const PUBLIC =
  /^\/(challenges|results|how-it-works|accessibility|privacy|contact|subscribe|receipts|sign-in|register|home)?(\/[^/]+)?$/;
/** Enough to see every kind of page of a role once; a kind is an address with its ids left out. */
const MOST_PAGES = 40;

for (const role of Object.keys(START)) {
  test(`every page a ${role} can reach is accessible, fits a small phone and has nothing to complain of`, async ({
    browser,
    demoPlatform,
  }) => {
    test.setTimeout(600_000);
    const visitor = await openVisitor(browser, demoPlatform, { language: 'nl' });
    await signIn(visitor.page, demoPlatform, role);
    const pages = await reachablePages(visitor.page, role);
    const faults: string[] = [];
    for (const path of pages) faults.push(...(await faultsOf(visitor.page, demoPlatform, path)));
    await visitor.page.context().close();
    expect([...faults, ...visitor.complaints]).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual((START[role] ?? []).length);
  });
}

test('an address that leads nowhere says so, to people and to machines', async ({ browser, demoPlatform }) => {
  const { page } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  for (const path of ['/nergens', '/challenges/nergens', '/challenges/nergens/verder']) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 404]);
    await expect(page.getByRole('heading', { level: 1, name: 'Deze pagina is er niet' })).toBeVisible();
  }
  await page.context().close();
});

async function signIn(page: Page, platform: Platform, role: string): Promise<void> {
  if (role === 'visitor') return;
  const account = platform.signIns.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`The demo has no sign-in for ${role}`);
  const answer = await page.request.post(`${platform.url}/api/session`, {
    headers: { 'x-htsm': '1' },
    data: { email: account.email, password: account.password },
  });
  expect(answer.status()).toBe(200);
}

/** Follows links from the first pages; one page of each kind. */
async function reachablePages(page: Page, role: string): Promise<string[]> {
  const found = new Map((START[role] ?? []).map((path) => [kindOf(path), path]));
  for (const path of found.values()) {
    if (found.size >= MOST_PAGES) break;
    await open(page, path);
    const links = await page
      .locator('a[href^="/"]:not([download])')
      .evaluateAll((anchors) => anchors.map((a) => a.getAttribute('href') ?? ''));
    for (const link of links) {
      const target = link.split('#')[0] ?? '';
      if (target === '' || target.startsWith('/api/') || found.has(kindOf(target))) continue;
      if (role !== 'visitor' && PUBLIC.test(kindOf(target))) continue;
      found.set(kindOf(target), target);
    }
  }
  return [...found.values()];
}

function kindOf(path: string): string {
  return path
    .replace(/\?.*$/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/challenges\/[^/]+/, '/challenges/:slug');
}

async function faultsOf(page: Page, platform: Platform, path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await page.context().addCookies([{ name: 'lang', value: language, url: platform.url }]);
    await open(page, path);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      for (const violation of violations) {
        const where = violation.nodes.map((node) => node.target.join(' ')).slice(0, 3);
        faults.push(`${path} ${language} ${theme}: ${violation.id} at ${where.join(' | ')}`);
      }
    }
    faults.push(...(await sidewaysScrolling(page, path)));
  }
  return faults;
}

async function sidewaysScrolling(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  const extra = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return extra > 0 ? [`${path}: scrolls ${extra} px sideways at 320 px`] : [];
}

async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  expect([path, answer?.status()]).toEqual([path, 200]);
  await expect(page.locator('h1').first()).toBeVisible();
}
