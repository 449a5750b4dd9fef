import { expect, openVisitor, test } from './platform/fixtures';
import { signInAs } from './platform/sign-ins';

test('an SME sees what its team misses for a challenge, takes a group on and sees the gap close', async ({
  browser,
  demoPlatform: platform,
}) => {
  const { page, complaints } = await openVisitor(browser, platform, { language: 'nl' });
  await signInAs(page, platform, 'sme');
  await page.goto('/challenges/vreemde-deeltjes-zien-in-een-stroom-mengvoer');
  await page.getByRole('link', { name: 'Wat mist uw team?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wat mist uw team?' })).toBeVisible();
  const lines = page.getByRole('region', { name: 'Wat de challenge vraagt' }).getByRole('listitem');
  await expect(lines.filter({ hasText: 'meten in stof' })).toContainText('Zwak');
  await expect(lines.filter({ hasText: 'nabij-infrarood' })).toContainText('Niemand in het team heeft dit.');

  await page
    .getByRole('button', { name: /^Neem deze 2 bedrijven op/ })
    .first()
    .press('Enter');
  await expect(page.getByText('Het team dekt alles wat wordt gevraagd.')).toBeVisible();
  await expect(lines.filter({ hasText: 'nabij-infrarood' })).toContainText('Veenlicht Optiek (fictief): “');
  const team = page.getByRole('region', { name: 'Het team', exact: true }).getByRole('listitem');
  await expect(team).toHaveCount(3);

  await page.getByRole('button', { name: /^Haal weg ?: Veenlicht Optiek/ }).press('Enter');
  await expect(lines.filter({ hasText: 'nabij-infrarood' })).toContainText('Ontbreekt');
  await page.getByLabel('Zoek een partner op naam').fill('veenl');
  await page.getByLabel('Zoek een partner op naam').press('Enter');
  await page
    .getByRole('button', { name: /^Neem op in het team ?: Veenlicht Optiek/ })
    .first()
    .press('Enter');
  await expect(page.getByText('Het team dekt alles wat wordt gevraagd.')).toBeVisible();
  expect(complaints).toEqual([]);
  await page.context().close();
});
