import { expect, test } from './platform/fixtures';
import { enter } from './platform/sign-ins';

test('the taskforce has a plan made, changes it and assigns it', async ({ browser, demoPlatform }) => {
  const [judged] = await demoPlatform.asOwner<{ id: string }>(
    `SELECT c.id FROM challenge c JOIN proposal p ON p.challenge_id = c.id AND proposal_is_unsealed(p.state)
     WHERE c.state = 'evaluating' GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1`,
  );
  const { page, complaints } = await enter(browser, demoPlatform, 'taskforce');
  await page.goto(`/taskforce/challenges/${judged?.id ?? ''}/assign`);
  await page.getByRole('link', { name: 'Laat een plan maken' }).click();
  await page.getByRole('button', { name: 'Maak het plan' }).click();
  const plan = page.getByRole('region', { name: 'Het plan' });
  const news = plan.getByRole('button', { name: /^Laat weg/ });
  await expect(news.first()).toBeVisible();
  const added = await news.count();
  await expect(plan.getByText(`${added} nieuwe beoordelingen.`)).toBeVisible();

  await news.first().click();
  await expect(
    plan.getByText(added === 2 ? '1 nieuwe beoordeling.' : `${added - 1} nieuwe beoordelingen.`),
  ).toBeVisible();
  const adding = plan.getByRole('combobox').first();
  await adding.selectOption({ index: 1 });
  await expect(plan.getByText(`${added} nieuwe beoordelingen.`)).toBeVisible();

  await page.getByLabel('Klaar voor').fill('2030-01-01T12:00');
  await page.getByRole('button', { name: `Wijs ${added} beoordelingen toe` }).click();
  await expect(page.getByText(`${added} beoordelingen toegewezen.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Beoordelaars toewijzen' })).toBeVisible();

  await page.getByRole('link', { name: 'Laat een plan maken' }).click();
  await page.getByRole('button', { name: 'Maak het plan' }).click();
  await expect(plan.getByText('0 nieuwe beoordelingen.')).toBeVisible();
  expect(complaints).toEqual([]);
  await page.context().close();
});
