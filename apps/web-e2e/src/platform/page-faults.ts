/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** A mail in a frame that runs nothing: axe would wait for an answer of it for ever. */
const MAIL = 'iframe[sandbox=""]';

/** What is wrong with the page as it is now: rules of WCAG that it breaks, and sideways scrolling on a small phone. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [...(await brokenRules(page)), ...(await sidewaysScrolling(page))];
}

/** The rules of WCAG 2.2 AA that axe finds broken, each with the first places. */
export async function brokenRules(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).exclude(MAIL).analyze();
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' ')).slice(0, 3);
    return `${id} at ${places.join(' | ')}`;
  });
}

/** How far the page scrolls sideways at a width of 320 px, when it does. */
export async function sidewaysScrolling(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 640 });
  const extra = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  return extra > 0 ? [`scrolls ${extra} px sideways at 320`] : [];
}
