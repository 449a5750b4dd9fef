import type { Page } from '@playwright/test';
import { expect, openVisitor, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';

const reader = 'volger@zoekopdracht.example';

/** Whether a page is wider than the window. */
function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

test('a visitor saves a search by mail alone, confirms, gets a digest that says why, changes it and leaves', async ({
  browser,
  demoPlatform: platform,
}) => {
  const { page, complaints } = await openVisitor(browser, platform);

  await test.step('a search becomes an interest, and shows beforehand what it would have brought', async () => {
    await page.goto('/challenges?theme=robotics');
    await page.getByRole('link', { name: 'Bewaar deze zoekopdracht' }).click();
    await expect(page.getByRole('checkbox', { name: 'Robotica', exact: true })).toBeChecked();
    await page.getByRole('button', { name: /^Wat had dit/ }).click();
    await expect(page.getByText(/^U had over \d+ challenges? mail gekregen/)).toBeVisible();
    await expect(page.getByText(/^Omdat: Robotica/i).first()).toBeVisible();
  });

  await test.step('an address is enough, once its owner confirms', async () => {
    await page.getByLabel('Uw e-mailadres').fill(reader);
    await page.getByRole('radio', { name: 'Meteen' }).check();
    await page.getByLabel('Hoe noemt u deze keuze?').fill('Robots volgen');
    await page.getByRole('button', { name: 'Meld mij aan' }).click();
    await expect(page.getByText('Kijk in uw mailbox')).toBeVisible();
    const mail = await platform.mailbox.next(reader, /Bevestig uw aanmelding/);
    await page.goto(linkIn(mail, /confirm/));
    await page.getByRole('button', { name: 'Bevestig mijn aanmelding' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'U bent aangemeld' })).toBeVisible();
  });

  const digest = await test.step('the digest says why, in the words of the reader', async () => {
    const mail = await platform.mailbox.next(reader, /^\d+ nieuwe challenges? die bij u pas/);
    expect(mail.text).toContain('U krijgt dit omdat u “Robots volgen” volgt: thema robotica');
    return mail;
  });

  await test.step('it reads on the smallest screen without scrolling sideways', async () => {
    const { page: screen } = await openVisitor(browser, platform);
    await screen.setViewportSize({ width: 320, height: 800 });
    await screen.setContent(String(digest.html));
    await expect(screen.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await scrollsSideways(screen)).toBe(false);
    await screen.context().close();
  });

  await test.step('its link opens that choice, which is changed without signing in', async () => {
    await page.goto(linkIn(digest, /subscriptions\/manage/));
    await expect(page.getByLabel('Hoe noemt u deze keuze?')).toHaveValue('Robots volgen');
    await page.getByRole('radio', { name: 'Elke week' }).check();
    await page.getByLabel('Op welke dag?').selectOption({ label: 'donderdag' });
    await page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
    await expect(page.getByText('Elke week op donderdag')).toBeVisible();
  });

  await test.step('one click of the mail program ends it', async () => {
    const list = digest.headers.get('list') as { unsubscribe?: { url?: string } } | undefined; // mailparser's shape
    const address = list?.unsubscribe?.url ?? '';
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await page.reload();
    await expect(page.getByText(`${reader} krijgt nu geen mail.`)).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
