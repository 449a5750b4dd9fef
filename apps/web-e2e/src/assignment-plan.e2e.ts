import { expect, test } from './platform/fixtures';
import { enter } from './platform/sign-ins';

// before the plan, which gives the proposals that are bid on here
test('a member of a panel says what to judge gladly, and finds it again', async ({ browser, demoPlatform }) => {
  const { page, complaints } = await enter(browser, demoPlatform, 'reviewer');
  await page.goto('/my/reviews');
  await page.getByRole('link', { name: 'Zeg wat u graag beoordeelt' }).click();
  const card = page.getByRole('group').first();
  const kept = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/my/bids') && answer.request().method() === 'PUT',
  );
  await card.getByRole('radio', { name: 'Wil ik wel' }).check();
  expect((await kept).status()).toBe(200);
  await page.reload();
  await expect(card.getByRole('radio', { name: 'Wil ik wel' })).toBeChecked();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the taskforce has a plan made, changes it and assigns it', async ({ browser, demoPlatform }) => {
  const [judged] = await demoPlatform.asOwner<{ id: string }>(
    `SELECT c.id FROM challenge c JOIN proposal p ON p.challenge_id = c.id AND proposal_is_unsealed(p.state)
     WHERE c.state = 'evaluating' GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1`,
  );
  const { page, complaints } = await enter(browser, demoPlatform, 'taskforce');
  await page.goto(`/taskforce/challenges/${judged?.id ?? ''}/assign`);
  await page.getByRole('link', { name: 'Laat een plan maken' }).click();
  const make = async (): Promise<void> => {
    await page.getByLabel('Beoordelingen per voorstel').fill('4');
    await page.getByLabel('Voorstellen per beoordelaar, hooguit').fill('12');
    await page.getByRole('button', { name: 'Maak het plan' }).click();
  };
  await make();
  const plan = page.getByRole('region', { name: 'Het plan' });
  const news = plan.getByRole('button', { name: /^Laat weg/ });
  await expect(news.first()).toBeVisible();
  const added = await news.count();
  const says = (count: number) =>
    plan.getByText(count === 1 ? '1 nieuwe beoordeling.' : `${count} nieuwe beoordelingen.`, { exact: true });
  await expect(says(added)).toBeVisible();

  await news.first().click();
  await expect(says(added - 1)).toBeVisible();
  await page.getByRole('button', { name: 'Maak het plan opnieuw' }).click();
  await expect(says(added)).toBeVisible();
  await plan.getByRole('combobox').first().selectOption({ index: 1 });
  await expect(says(added + 1)).toBeVisible();

  await page.getByLabel('Klaar voor').fill('2030-01-01T12:00');
  await page.getByRole('button', { name: /^Wijs \d+ beoordeling(en)? toe$/ }).click();
  await expect(page.getByText(`${added + 1} beoordelingen toegewezen.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Beoordelaars toewijzen' })).toBeVisible();

  await page.getByRole('link', { name: 'Laat een plan maken' }).click();
  await make();
  await expect(says(0)).toBeVisible();
  expect(complaints).toEqual([]);
  await page.context().close();
});
