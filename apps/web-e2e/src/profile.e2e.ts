/// <reference lib="dom" />
import type { Locator, Page } from '@playwright/test';
import { register, type Registration } from './people/account';
import { expect, test } from './platform/fixtures';
import { faultsOf } from './platform/page-faults';

const sme: Registration = {
  kind: 'Mkb-bedrijf',
  organisation: 'Trilwerk',
  kvkNumber: '68750301',
  name: 'Jelte Tril',
  email: 'jelte@trilwerk.example',
};
const ABOUT =
  'Wij meten trillingen van machines en bruggen. Onze sensor is zo groot als een muntje en werkt vijf jaar op een batterij. Een model leert wat normaal is en belt als er iets verandert. Wij werken voor fabrieken, waterschappen en aannemers in heel Noord-Nederland.';
const PROJECT =
  'Een ophaalbrug bewoog soms zwaar. Wij plakten twaalf sensoren op de lagers en maten een jaar lang. Het model zag drie weken van tevoren welk lager zou vastlopen. De beheerder verving dat lager in één nacht. Sindsdien meten we zeven bruggen, en er is er geen meer vastgelopen.';

/** Presses as a person does: the page has time to change before the button is let go. */
async function pressSlowly(page: Page, button: Locator): Promise<void> {
  await button.hover();
  await page.mouse.down();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
  await page.mouse.up();
}

test('an SME completes its profile, is told what helps most, and loses nothing that it typed', async ({
  browser,
  emptyPlatform: platform,
}) => {
  const { page, complaints } = await register(browser, platform, sme);
  const meter = page.getByRole('region', { name: 'Hoe goed bent u te vinden?' });
  const save = page.getByRole('button', { name: 'Bewaar profiel' });

  await test.step('it begins empty and says what would help most', async () => {
    await page.getByRole('link', { name: 'Mijn profiel' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Mijn profiel' })).toBeVisible();
    await expect(meter).toContainText('0 van 100 punten');
    await expect(meter.getByRole('listitem')).toHaveText([/^Schrijf wat u kunt/, /^Voeg een project toe/, /^Kies uw/]);
    await expect(page.getByText('U hebt nog geen projecten')).toBeVisible();
    await meter.getByRole('link', { name: 'Schrijf wat u kunt' }).click();
    await expect(page.getByLabel('Wat kunt u?')).toBeFocused();
  });

  await test.step('what is filled in counts at once, and is kept', async () => {
    await page.getByLabel('Wat kunt u?').fill(ABOUT);
    await expect(meter).toContainText('25 van 100 punten');
    const words = page.getByRole('textbox', { name: 'Kennis en technieken' });
    await words.fill('trillingsanalyse');
    await words.press('Enter');
    await words.fill('draadloze sensoren, Trillingsanalyse, voorspellend onderhoud');
    await page.getByRole('checkbox', { name: 'Sensoren en meten' }).check();
    await page.getByRole('checkbox', { name: 'Groningen' }).check();
    await expect(meter).toContainText('56 van 100 punten');
    await page.getByLabel('Vanaf welke fase stapt u in?').selectOption('7');
    await page.getByLabel('Tot welke fase gaat u mee?').selectOption('4');
    await save.click();
    await expect(page.getByRole('alert')).toContainText('Kies 7 of hoger');
    await page.getByLabel('Tot welke fase gaat u mee?').selectOption('9');
    await page.getByRole('radio', { name: '10 tot en met 49' }).check();
    await save.click();
    await expect(page.getByText('Uw profiel is bewaard.')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('a project is added, changed and removed where it stands', async () => {
    await page.getByRole('button', { name: 'Voeg project toe' }).click();
    await expect(page.getByLabel('Naam van het project')).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
    await pressSlowly(page, page.getByRole('button', { name: 'Bewaar project' }));
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([/^Naam van het project/, /^Wat deed u\?/]);
    await page.getByLabel('Naam van het project').fill('Lagers van een ophaalbrug');
    await page.getByLabel('Wat deed u?').fill(PROJECT);
    await page.getByRole('button', { name: 'Bewaar project' }).click();
    await expect(page.getByRole('heading', { level: 3, name: 'Lagers van een ophaalbrug' })).toBeVisible();
    await expect(meter).toContainText('90 van 100 punten');
    await page.getByRole('button', { name: 'Voeg product toe' }).click();
    await page.getByLabel('Naam van het product').fill('Muntsensor');
    await page.getByLabel('Wat doet het?').fill('Meet trillingen tot 4 kHz.');
    await page.getByRole('button', { name: 'Bewaar product' }).click();
    await expect(meter).toContainText('100 van 100 punten');
    await page.getByRole('button', { name: 'Verwijder Muntsensor' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Verwijder' }).click();
    await expect(page.getByRole('heading', { level: 3 }).filter({ hasText: 'Muntsensor' })).toHaveCount(0);
    await expect(meter).toContainText('90 van 100 punten');
  });

  await test.step('what was typed and not saved is saved on the way to another page', async () => {
    await page.getByRole('button', { name: 'Wijzig Lagers van een ophaalbrug' }).click();
    await page.getByLabel('Jaar').fill('2025');
    await page.getByLabel('Wat kunt u?').fill(`${ABOUT} Ook op schepen.`);
    await page.getByRole('link', { name: 'Mijn voorstellen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Mijn voorstellen' })).toBeVisible();
    await page.getByRole('link', { name: 'Mijn profiel' }).click();
    await expect(page.getByLabel('Wat kunt u?')).toHaveValue(`${ABOUT} Ook op schepen.`);
    await expect(page.getByText('Project · 2025 · Nederlands')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  await test.step('a colleague who saved first is shown beside, and nothing is overwritten unseen', async () => {
    await platform.asOwner(
      `UPDATE profile SET about = 'Van een collega.', themes = '{medical}', version = version + 1`,
    );
    await page.getByLabel('Wat kunt u?').fill('Van mij.');
    await save.click();
    const alert = page.getByRole('alert').filter({ hasText: 'Van een collega.' });
    await expect(alert).toContainText('Medische techniek');
    expect(await faultsOf(page)).toEqual([]);
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    await alert.getByRole('button').first().click();
    await saved;
    await expect(alert).toHaveCount(0);
    expect(await platform.asOwner('SELECT about, themes FROM profile')).toEqual([
      { about: 'Van mij.', themes: ['medical'] },
    ]);
  });
  expect(complaints).toEqual([]);
});
