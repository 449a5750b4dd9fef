/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openVisitor, test } from './platform/fixtures';
import { signInAs } from './platform/reachable-pages';

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id }) => id);
}

test('the taskforce makes a matchmaking day, and whoever meets somebody finds it with a file for the calendar', async ({
  browser,
  demoPlatform: platform,
}) => {
  const { page, complaints } = await openVisitor(browser, platform, { language: 'nl' });
  await signInAs(page, platform, 'taskforce');

  await test.step('it refuses a time that the clock skips, and asks which when it comes twice', async () => {
    await page.goto('/taskforce/meetings');
    await page.getByRole('button', { name: 'Nieuwe ontmoetingsdag' }).click();
    await page.getByLabel('Naam in het Nederlands').fill('Proefdag');
    await page.getByLabel('Naam in het Engels').fill('Test day');
    await page.getByLabel('Plaats').fill('Assen');
    await page.getByLabel('Datum').fill('2027-03-28');
    await page.getByLabel('Begin').fill('02:30');
    await page.getByRole('button', { name: 'Maak de dag' }).click();
    await expect(page.getByRole('alert')).toContainText('de klok gaat dan een uur vooruit');
    await page.getByLabel('Datum').fill('2027-10-31');
    await expect(page.getByLabel('De klok gaat dan terug. Welke keer?')).toBeVisible();
    await page.getByLabel('Begin').fill('13:30');
    await page.getByRole('button', { name: 'Maak de dag' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Proefdag' })).toBeVisible();
  });

  await test.step('it chooses challenges, then the SMEs that fit them', async () => {
    const challenges = page.getByRole('group', { name: 'Challenges' }).getByRole('checkbox');
    await expect(challenges.first()).toBeVisible();
    for (const box of await challenges.all()) await box.check();
    await page.getByRole('button', { name: 'Bewaar de keuze' }).click();
    await page.getByRole('button', { name: 'Kies alle bedrijven' }).click();
    await page.getByRole('button', { name: 'Bewaar de keuze' }).click();
    await expect(page.getByText(/^Partijen: wensen en tijden/)).toBeVisible();
  });

  await test.step('the worker makes the timetable, and everybody is told', async () => {
    await page.getByRole('button', { name: 'Maak het rooster' }).click();
    await expect(page.getByRole('heading', { name: 'Wie spreekt wie' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/Hoogstens 0% onder het best mogelijke rooster/)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Verstuur de programma’s' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verstuur de programma’s' }).click();
    await expect(page.getByText('Verstuurd', { exact: true })).toBeVisible();
  });

  await test.step('an SME finds its meetings and takes them along', async () => {
    const sme = await openVisitor(browser, platform, { language: 'nl' });
    await signInAs(sme.page, platform, 'sme');
    await sme.page.goto('/my/meetings');
    await expect(sme.page.getByRole('heading', { name: 'Ontmoetingsdag Noord' })).toBeVisible();
    const waiting = sme.page.waitForEvent('download');
    await sme.page.getByRole('link', { name: 'Zet alles in mijn agenda (.ics)' }).click();
    expect((await waiting).suggestedFilename()).toBe('meetings.ics');
    expect(sme.complaints).toEqual([]);
  });
  expect(complaints).toEqual([]);
});
