import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './platform/fixtures';
import { open } from './platform/reachable-pages';
import { enter } from './platform/sign-ins';

const BRIDGES = 'Bruggen van onderen inspecteren zonder boot of steiger';
const DUST = 'stof-meten-in-de-silo-voordat-het-gevaarlijk-wordt';

test('the taskforce weighs a ranking: columns, order, leniency and how firm first place is', async ({
  browser,
  demoPlatform,
}) => {
  test.setTimeout(120_000);
  const { page, complaints } = await enter(browser, demoPlatform, 'taskforce');
  const table = page.getByRole('table', { name: 'Voorstellen op volgorde' });
  const numbers = async (): Promise<string[]> =>
    (await table.getByRole('rowheader').getByRole('link').allInnerTexts()).map((text) => text.slice(0, 2));

  await page.goto('/taskforce', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: BRIDGES }).first().click();
  await page.getByRole('link', { name: 'Stand', exact: true }).click();
  await test.step('a press on a head sorts, by keyboard, and the address keeps it', async () => {
    const byPlace = ['01', '03', '04', '05', '02', '06'];
    await expect.poll(numbers).toEqual(byPlace);
    await table.getByRole('button', { name: 'Bijgesteld' }).focus();
    await page.keyboard.press('Enter');
    await expect(table.getByRole('columnheader', { name: 'Bijgesteld' })).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(numbers).toEqual(['01', '05', '03', '04', '02', '06']);
    await expect(page).toHaveURL(/\?sort=adjusted$/);
    await page.keyboard.press('Enter');
    await expect.poll(numbers).toEqual(['06', '02', '04', '03', '05', '01']);
    await page.keyboard.press('Enter');
    await expect.poll(numbers).toEqual(byPlace);
  });

  await test.step('columns are chosen, and stay after reading the page again', async () => {
    await page.getByText('Kies kolommen en volgorde').click();
    await page.getByRole('checkbox', { name: 'Veiligheid' }).check();
    await expect(table.getByRole('columnheader', { name: 'Veiligheid' })).toBeVisible();
    await page.getByRole('checkbox', { name: 'Beoordelingen' }).uncheck();
    await expect(table.getByRole('columnheader', { name: 'Beoordelingen' })).toHaveCount(0);
    await open(page, new URL(page.url()).pathname + new URL(page.url()).search);
    await expect(table.getByRole('columnheader', { name: 'Veiligheid' })).toBeVisible();
    await expect(table.getByRole('columnheader', { name: 'Mediaan' })).toHaveCount(0);
  });

  await test.step('the reports speak in sentences', async () => {
    await expect(page.getByText('Op de eerste plaats staat nu voorstel 01.')).toBeVisible();
    await expect(page.getByText(/zolang dit niet boven 54\s% komt\. Daarboven wint voorstel 03\./)).toBeVisible();
    await expect(page.getByRole('row', { name: /Meike Hofstra.*punt milder/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /Berend Nanninga.*punt strenger/ })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step('where two people judged, scores stay as they are and the page says why', async () => {
    const challenge = await page.request.get(`${demoPlatform.url}/api/challenges/${DUST}`);
    const { id } = (await challenge.json()) as { id: string }; // the contract of the route
    await open(page, `/taskforce/challenges/${id}/ranking`);
    await expect(page.getByText('Er zijn minder dan drie beoordelaars.')).toBeVisible();
  });
  expect(complaints).toEqual([]);
  await page.context().close();
});
