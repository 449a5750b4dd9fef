import type { Locator, Page } from '@playwright/test';
import { giveAll } from './people/reviewer';
import { expect, test } from './platform/fixtures';
import { enter } from './platform/sign-ins';

const PROPOSALS = 6;
const REASON = 'De proef laat dit zien, met cijfers.';

/** Counts what a reviewer does with a finger. */
class Finger {
  taps = 0;

  async tap(target: Locator): Promise<void> {
    this.taps += 1;
    await target.tap();
  }
}

/** Fills in every criterion by touch. */
async function judge(page: Page): Promise<void> {
  const scales = page.getByRole('group', { name: /^\d\. / });
  await expect(scales).toHaveCount(4);
  for (const scale of await scales.all()) {
    await scale.locator('label[data-step="4"]').tap();
    await expect(scale.getByRole('radio', { name: /^4/ })).toBeChecked();
  }
  for (const reason of await page.getByLabel('Uitleg').all()) await reason.fill(REASON);
}

const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

test('a reviewer judges six proposals on a phone, with at most three taps from one to the next', async ({
  browser,
  demoPlatform,
}) => {
  expect(await giveAll(demoPlatform)).toBe(PROPOSALS);
  const { page, complaints } = await enter(browser, demoPlatform, 'reviewer', { isPhone: true });
  const none = page.getByRole('button', { name: 'Ik heb hier geen belang bij' });
  await page.goto('/my/reviews');
  await page.getByRole('link', { name: /^Begin met voorstel/ }).tap();
  await none.tap();

  const taps: number[] = [];
  for (let judged = 1; judged < PROPOSALS; judged += 1) {
    await judge(page);
    const finger = new Finger();
    await finger.tap(page.getByRole('button', { name: 'Dien in, naar het volgende' }));
    await expect(page.getByRole('heading', { name: 'Heeft u hier een belang bij?' })).toBeInViewport();
    await expect(none).toBeInViewport();
    await finger.tap(none);
    await expect(page.getByRole('heading', { name: 'Samenvatting' })).toBeVisible();
    await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeInViewport();
    await expect(page.getByText('Namen zijn weggelakt')).toBeVisible();
    taps.push(finger.taps);
  }
  await judge(page);
  await page.getByRole('button', { name: 'Dien in', exact: true }).tap();
  await expect(page.getByText('Uw beoordeling is binnen')).toBeInViewport();
  expect(middle(taps)).toBeLessThanOrEqual(3);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('what is written without a connection survives loading the page again, and is sent once', async ({
  browser,
  demoPlatform,
}) => {
  expect(await giveAll(demoPlatform)).toBe(PROPOSALS);
  const { page } = await enter(browser, demoPlatform, 'reviewer', { isPhone: true });
  await page.goto('/my/reviews');
  await page.getByRole('link', { name: /^Begin met voorstel/ }).tap();
  await page.getByRole('button', { name: 'Ik heb hier geen belang bij' }).tap();
  const reason = page.getByLabel('Uitleg').first();
  await expect(reason).toBeVisible();
  const desk = page.url();

  await page.context().setOffline(true);
  await page.locator('label[data-step="3"]').first().tap();
  await reason.fill(REASON);
  await expect(page.getByText('U heeft geen internet')).toBeInViewport();
  await page.getByRole('button', { name: 'Dien in, naar het volgende' }).tap();
  await expect(page.getByText('Geen verbinding')).toBeInViewport();
  // loading the page again now ends in an empty one, as this; the browser's own would come back when it pleases
  await page.goto('about:blank');
  const stored = (): Promise<unknown[]> =>
    demoPlatform.asOwner(
      `SELECT r.version, s.score, s.reason FROM review r JOIN review_score s ON s.review_id = r.id AND s.reason <> ''
       JOIN review_assignment a ON a.id = r.assignment_id WHERE a.id = $1`,
      [desk.split('/').at(-1)],
    );
  expect(await stored()).toEqual([]);

  // what was sent while leaving may arrive and its answer not: then it is already there, and is not written again
  await page.context().setOffline(false);
  await page.goto(desk);
  await expect(reason).toHaveValue(REASON);
  await expect(page.getByText(/^Bewaard om/)).toBeVisible();
  const once = [{ version: 2, score: 3, reason: REASON }];
  expect(await stored()).toEqual(once);
  await page.goto(desk);
  await expect(reason).toHaveValue(REASON);
  await expect(page.getByText('Wat u typt, bewaren we vanzelf.')).toBeVisible();
  expect(await stored()).toEqual(once);
  await page.context().close();
});
