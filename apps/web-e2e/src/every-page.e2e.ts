import type { Page } from '@playwright/test';
import { expect, openVisitor, test } from './platform/fixtures';
import { brokenRules, sidewaysScrolling } from './platform/page-faults';
import type { Platform } from './platform/platform';
import { START, open, reachablePages } from './platform/reachable-pages';
import { signInAs } from './platform/sign-ins';

/** Each role has pages of its own, and only looks. */
test.describe.configure({ mode: 'parallel' });

const LANGUAGES = ['nl', 'en'] as const;
const THEMES = ['light', 'dark'] as const;

for (const role of Object.keys(START)) {
  test(`every page a ${role} can reach is accessible, fits a small phone and has nothing to complain of`, async ({
    browser,
    demoPlatform,
  }) => {
    test.setTimeout(600_000);
    const visitor = await openVisitor(browser, demoPlatform, { language: 'nl' });
    await signInAs(visitor.page, demoPlatform, role);
    const pages = await reachablePages(visitor.page, role);
    const faults: string[] = [];
    for (const path of pages) faults.push(...(await faultsOn(visitor.page, demoPlatform, path)));
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

async function faultsOn(page: Page, platform: Platform, path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await page.context().addCookies([{ name: 'lang', value: language, url: platform.url }]);
    await open(page, path);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      faults.push(...(await brokenRules(page)).map((rule) => `${path} ${language} ${theme}: ${rule}`));
    }
    faults.push(...(await sidewaysScrolling(page)).map((fault) => `${path} ${language}: ${fault}`));
  }
  return faults;
}
