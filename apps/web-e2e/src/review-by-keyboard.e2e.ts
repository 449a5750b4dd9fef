import type { Locator, Page } from '@playwright/test';
import { expect, test } from './platform/fixtures';
import type { Platform } from './platform/platform';
import { accountOf, enter } from './platform/sign-ins';

const PROPOSALS = 6;
const REASON = 'De proef laat dit zien, met cijfers.';

/** Gives the reviewer all proposals of the largest challenge that is being judged, from the beginning, and nothing else. */
async function giveAll(platform: Platform): Promise<number> {
  const { email } = accountOf(platform, 'reviewer');
  await platform.asOwner(
    'DELETE FROM review_assignment WHERE reviewer_id = (SELECT id FROM app_user WHERE email = $1)',
    [email],
  );
  const given = await platform.asOwner(
    `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, assigned_by, due_at)
     SELECT p.challenge_id, p.id, u.id, u.id, htsm_now() + interval '7 days' FROM proposal p JOIN app_user u ON u.email = $1
     WHERE proposal_is_unsealed(p.state) AND p.challenge_id = (
       SELECT c.id FROM challenge c JOIN proposal o ON o.challenge_id = c.id AND proposal_is_unsealed(o.state)
       WHERE c.state = 'evaluating' GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1) RETURNING id`,
    [email],
  );
  return given.length;
}

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
