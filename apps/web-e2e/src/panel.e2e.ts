import { expect, test } from './platform/fixtures';
import { enter } from './platform/sign-ins';

const WHY = 'Dat is lang geleden en ging om één dag werk.';

test('the taskforce sees conflicts with their evidence before it asks, waives one, and forms the panel', async ({
  browser,
  demoPlatform,
}) => {
  const [judged] = await demoPlatform.asOwner<{ id: string }>('SELECT challenge_id AS id FROM conflict_waiver LIMIT 1');
  const { page, complaints } = await enter(browser, demoPlatform, 'taskforce');
  await page.goto(`/taskforce/challenges/${judged?.id ?? ''}/panel`);
  const douwe = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Douwe Kamstra/ }) });
  await expect(douwe.getByText('Gaf Noorderlicht Inspectie (fictief) op. Werkgever. Tot')).toBeVisible();

  await page.goto(`/taskforce/challenges/${judged?.id ?? ''}/assign`);
  await expect(page.getByText('Gaf Noorderlicht Inspectie (fictief) op.')).toBeVisible();
  await page.getByRole('link', { name: 'Panel', exact: true }).click();

  await douwe.getByRole('button', { name: 'Teken een ontheffing' }).click();
  await douwe.getByLabel('Waarom dit niet telt').fill(WHY);
  await douwe.getByLabel('Tot wanneer').fill('2030-01-01T12:00');
  await douwe.getByRole('button', { name: 'Teken de ontheffing' }).click();
  const waiver = page.getByRole('region', { name: 'Ontheffingen' }).getByRole('listitem').filter({ hasText: WHY });
  await expect(waiver.getByText('Loopt')).toBeVisible();
  await waiver.getByRole('button', { name: 'Beëindig de ontheffing' }).click();
  await expect(waiver.getByText('Voorbij')).toBeVisible();

  const panel = page.getByRole('region', { name: 'Wie deze challenge beoordeelt' });
  await expect(panel.getByRole('checkbox', { name: 'Douwe Kamstra (belang)' })).toBeChecked();
  await panel.getByRole('checkbox', { name: 'Douwe Kamstra (belang)' }).uncheck();
  await panel.getByLabel('Voorzitter').selectOption('Berend Nanninga');
  await panel.getByRole('button', { name: 'Bewaar het panel' }).click();
  await expect(page.getByText('Het panel is bewaard.')).toBeVisible();
  await page.reload();
  await expect(panel.getByRole('checkbox', { name: 'Douwe Kamstra (belang)' })).not.toBeChecked();
  await expect(panel.getByLabel('Voorzitter')).toHaveValue(/./);

  await page.getByLabel('E-mailadres').fill('iemand@noorderlicht.example');
  await page.getByRole('button', { name: 'Zoek belangen' }).click();
  await expect(
    page.getByText('Heeft een mailadres bij noorderlicht.example, net als Noorderlicht Inspectie (fictief).'),
  ).toBeVisible();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a reviewer declares a link, changes it and takes it back', async ({ browser, demoPlatform }) => {
  const { page, complaints } = await enter(browser, demoPlatform, 'reviewer');
  await page.goto('/my/reviews');
  await page.getByRole('link', { name: 'Geef uw banden op' }).click();
  await page.getByRole('button', { name: 'Voeg een band toe' }).click();
  await page.getByLabel('Soort band').selectOption('Aandeelhouder');
  await page.getByLabel('Naam van de organisatie').fill('Vlieland Vaart BV');
  await page.getByLabel('KvK-nummer').fill('1234');
  await page.getByRole('button', { name: 'Bewaar de band' }).click();
  await expect(page.getByText('Een KvK-nummer heeft 8 cijfers').first()).toBeVisible();
  await page.getByLabel('KvK-nummer').fill('87 65 43 21');
  await page.getByRole('button', { name: 'Bewaar de band' }).click();
  const link = page.getByRole('listitem').filter({ hasText: 'Vlieland Vaart BV' });
  await expect(link.getByText('KvK 87654321')).toBeVisible();

  await link.getByRole('button', { name: 'Wijzig' }).click();
  await page.getByLabel('Geëindigd op').fill('2025-02-01');
  await page.getByRole('button', { name: 'Bewaar de band' }).click();
  await expect(link.getByText('Aandeelhouder, tot za 1 feb 2025.')).toBeVisible();
  await link.getByRole('button', { name: 'Verwijder' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijder' }).click();
  await expect(link).toHaveCount(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});
