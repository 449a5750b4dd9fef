/// <reference lib="dom" />
import { expect, type Page } from '@playwright/test';

/** Where each role begins; from there links are followed. */
export const START: Readonly<Record<string, readonly string[]>> = {
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
  sme: [
    '/my/recommendations',
    '/my/partner-calls',
    '/my/proposals',
    '/my/matches',
    '/my/meetings',
    '/profile',
    '/account',
    '/account/security',
    '/my/organisation',
    '/my/notifications',
    '/my/notifications/choices',
  ],
  owner: ['/my/challenges', '/my/matches', '/my/meetings', '/my/organisation'],
  reviewer: ['/my/reviews', '/my/expertise', '/my/bids', '/my/links'],
  taskforce: ['/taskforce', '/taskforce/matches', '/taskforce/meetings', '/taskforce/audit'],
  administrator: [
    '/administration',
    '/administration/sign-in-pages',
    '/taskforce/platform',
    '/administration/mails',
    '/administration/mail-texts',
    '/administration/stopped-addresses',
    '/taskforce/lists',
    '/taskforce/glossary',
  ],
};
/** Seen by the visitor already; the other roles need not look again. */
const PUBLIC =
  /^\/(challenges|results|how-it-works|accessibility|privacy|contact|subscribe|receipts|sign-in|register|home)?(\/[^/]+)?$/;
/** Enough to see every kind of page of a role once; a kind is an address with its ids left out. */
const MOST_PAGES = 40;

/** Follows links from the first pages; one page of each kind. Each is looked at while it is open. */
export async function reachablePages(
  page: Page,
  role: string,
  look: (path: string) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const found = new Map((START[role] ?? []).map((path) => [kindOf(path), path]));
  for (const path of found.values()) {
    await arrive(page, path);
    await look(path);
    if (found.size >= MOST_PAGES) continue;
    const links = await page
      .locator('a[href^="/"]:not([download]):not([href^="/api/"])')
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
    .replace(/^\/challenges\/[^/]+/, '/challenges/:slug')
    .replace(/^\/my\/teams\/[^/]+/, '/my/teams/:slug')
    .replace(/^\/administration\/mail-texts\/[^/]+/, '/administration/mail-texts/:kind');
}

/** Opens a page and waits until what it reads is there. */
async function arrive(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect([path, answer?.status()]).toEqual([path, 200]);
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('htsm-skeleton')).toHaveCount(0);
}

/** Opens a page and waits until it is quiet and has its title. */
export async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  expect([path, answer?.status()]).toEqual([path, 200]);
  await expect(page.locator('h1').first()).toBeVisible();
}
