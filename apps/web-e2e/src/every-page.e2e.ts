/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openVisitor, test } from './platform/fixtures';
import type { Platform } from './platform/platform';
import { START, open, reachablePages, signInAs } from './platform/reachable-pages';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LANGUAGES = ['nl', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
/** A mail in a frame that runs nothing: axe would wait for an answer of it for ever. */
const MAIL = 'iframe[sandbox=""]';
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

async function faultsOf(page: Page, platform: Platform, path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await page.context().addCookies([{ name: 'lang', value: language, url: platform.url }]);
    await open(page, path);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).exclude(MAIL).analyze();
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
