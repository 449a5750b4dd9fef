import { expect, openVisitor, test } from './platform/fixtures';
import { signInAs } from './platform/sign-ins';

const NO_FIGURE = /^te weinig besluiten \([012]\)$/;

test('the taskforce reads how high the right SMEs stood, by language, and how evenly SMEs were shown, by year', async ({
  browser,
  demoPlatform,
}) => {
  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await signInAs(page, demoPlatform, 'taskforce');
  const [row] = await demoPlatform.asOwner<{ year: number }>(
    `SELECT extract(year FROM htsm_now() AT TIME ZONE 'Europe/Amsterdam')::int - 1 AS year`,
  );
  const year = row?.year ?? 0;
  await page.goto('/taskforce/figures');
  await page.getByLabel('Jaar').selectOption(String(year));
  await expect(page.getByRole('heading', { level: 1, name: `Cijfers over ${year}` })).toBeVisible();

  const learning = page.getByRole('region', { name: 'Stond het juiste bedrijf hoog?' });
  const whole = learning.getByRole('table', { name: 'Het hele jaar' });
  await expect(whole.getByRole('row', { name: /^Alle talen/ })).toContainText(/\d+\s*%/);
  await expect(whole.getByRole('row')).toHaveCount(6);
  await learning.getByLabel('Welke talen per week').selectOption({ label: 'Challenge Engels, profiel Nederlands' });
  const weeks = learning.getByRole('table', { name: 'Hoe hoog' });
  await expect(weeks.getByRole('cell').first()).toHaveText(NO_FIGURE);

  const exposure = page.getByRole('region', { name: 'Kreeg iedereen een kans?' });
  const quarters = exposure.getByRole('table', { name: 'Per kwartaal' });
  await expect(quarters.getByRole('row')).toHaveCount(5);
  const [shown] = await demoPlatform.asOwner<{ never: string }>(
    `SELECT round(100.0 * count(*) FILTER (WHERE i.organisation_id IS NULL) / count(*)) AS never
     FROM organisation o JOIN profile p ON p.organisation_id = o.id
     LEFT JOIN (SELECT DISTINCT organisation_id FROM impression WHERE day >= make_date($1, 10, 1) AND day < make_date($1 + 1, 1, 1)) i
       ON i.organisation_id = o.id WHERE o.created_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Europe/Amsterdam')`,
    [year],
  );
  await expect(quarters.getByRole('row', { name: /^Kwartaal 4/ })).toContainText(`${shown?.never ?? ''} %`);
  expect(complaints).toEqual([]);
  await page.context().close();
});
