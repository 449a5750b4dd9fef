import AxeBuilder from '@axe-core/playwright';
import { expect, openVisitor, test } from './platform/fixtures';
import { open } from './platform/reachable-pages';

test('a member of an SME reads, mutes and chooses notifications, and a link to one survives signing in', async ({
  browser,
  demoPlatform,
}) => {
  test.setTimeout(120_000);
  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  const account = demoPlatform.signIns.find(({ role }) => role === 'sme');
  if (account === undefined) throw new Error('The demo has no sign-in for an SME');
  const rows = page.locator('htsm-notice-row');
  const bell = page
    .getByRole('navigation')
    .or(page.locator('.who'))
    .getByRole('link', { name: /^Berichten/ });
  const isClean = async () => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await test.step('a link from a mail leads through the sign-in page to where it pointed', async () => {
    await page.goto('/my/notifications');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fmy%2Fnotifications$/);
    await page.getByLabel('E-mailadres').fill(account.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(account.password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page).toHaveURL(/\/my\/notifications$/);
    await expect(rows.first()).toBeVisible();
    await isClean();
  });

  await test.step('what is read counts no more', async () => {
    await expect(bell.first()).toHaveAccessibleName(/\d+ ongelezen/);
    const read = page.waitForResponse((answer) => answer.url().endsWith('/api/notices/read'));
    await page.getByRole('button', { name: 'Alles gelezen' }).click();
    expect((await read).status()).toBe(204);
    await expect(bell.first()).toHaveAccessibleName('Berichten');
    await expect(rows.getByText('Ongelezen')).toHaveCount(0);
  });

  await test.step('a thing is muted, and what is about something else is left out', async () => {
    const muted = page.waitForResponse((answer) => answer.url().endsWith('/api/notices/mute'));
    await rows
      .getByRole('button', { name: /^Demp dit onderwerp/ })
      .first()
      .click();
    expect((await muted).status()).toBe(204);
    await expect(rows.getByRole('button', { name: /^Demp niet meer/ }).first()).toBeVisible();
    await page.getByLabel('Waarover?').selectOption({ label: 'Koppelingen' });
    await expect(page.getByText('Hier staat nog niets')).toBeVisible();
  });

  await test.step('the choices of mails are kept', async () => {
    await page.getByRole('link', { name: 'Kies welke berichten' }).click();
    await page.getByLabel('Challenges die u volgt').selectOption({ label: 'Geen mail' });
    await isClean();
    await page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
    await expect(page.getByText('Uw keuze is bewaard.')).toBeVisible();
    await open(page, '/my/notifications/choices');
    await expect(page.getByLabel('Challenges die u volgt')).toHaveValue('none');
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});
