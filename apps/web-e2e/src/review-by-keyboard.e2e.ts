import type { Locator, Page } from '@playwright/test';
import { giveAll } from './people/reviewer';
import { expect, test } from './platform/fixtures';
import { enter } from './platform/sign-ins';

const PROPOSALS = 6;
const REASON = 'De proef laat dit zien, met cijfers.';

/** Goes on by Tab until this has focus; gives how often that was. */
async function tabTo(page: Page, target: Locator): Promise<number> {
  const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  let tabs = 0;
  for (; tabs < 40 && !(await hasFocus()); tabs += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
  return tabs;
}

/** Fills in every criterion, beginning at the first score, which has focus. */
async function judge(page: Page): Promise<void> {
  const scales = await page.getByRole('group', { name: /^\d\. / }).all();
  for (const [index, scale] of scales.entries()) {
    await expect(scale.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('4');
    await expect(scale.getByRole('radio', { name: /^4/ })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.type(REASON);
    if (index < scales.length - 1) await page.keyboard.press('Tab');
  }
}

test('a reviewer judges six proposals by keyboard alone, with three keys from one to the next', async ({
  browser,
  demoPlatform,
}) => {
  expect(await giveAll(demoPlatform)).toBe(PROPOSALS);
  const { page, complaints } = await enter(browser, demoPlatform, 'reviewer');
  await page.goto('/my/reviews');
  await tabTo(page, page.getByRole('link', { name: /^Begin met voorstel/ }));
  await page.keyboard.press('Enter');
  const none = page.getByRole('button', { name: 'Ik heb hier geen belang bij' });
  await expect(none).toBeVisible();
  await tabTo(page, none);
  await page.keyboard.press('Enter');

  const scales = page.getByRole('group', { name: /^\d\. / });
  await expect(scales.first().getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(scales.nth(1).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('k');
  const keys: number[] = [];
  for (let judged = 1; judged < PROPOSALS; judged += 1) {
    await judge(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Heeft u hier een belang bij?' })).toBeFocused();
    const tabs = await tabTo(page, none);
    await page.keyboard.press('Enter');
    await expect(scales.first().getByRole('radio').first()).toBeFocused();
    keys.push(1 + tabs + 1);
  }
  await judge(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Uw beoordeling is binnen')).toBeVisible();
  expect(keys).toEqual([3, 3, 3, 3, 3]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
