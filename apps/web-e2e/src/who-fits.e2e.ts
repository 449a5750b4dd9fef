import type { Page } from '@playwright/test';
import { expect, openVisitor, test } from './platform/fixtures';
import { signInAs } from './platform/sign-ins';

const INTRUDER = 'Een indringer in het netwerk van een schakelstation opmerken';
const PROJECT = 'Meeluisteren op het netwerk van een schakelstation';

/** The challenges or SMEs of a page with recommendations. */
function listed(page: Page) {
  return page.locator('ol.list > li');
}

test('an SME completes its profile and sees its list change, with reasons in its own words', async ({
  browser,
  demoPlatform,
}) => {
  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await signInAs(page, demoPlatform, 'sme');
  await page.goto('/my/recommendations');
  const intruder = listed(page).filter({ hasText: INTRUDER });
  await expect(listed(page).first()).toBeVisible();
  await expect(intruder).toHaveCount(0);

  await page.getByRole('link', { name: 'Werk uw profiel bij' }).click();
  await page.getByRole('checkbox', { name: 'Data en AI' }).check();
  await page.getByRole('button', { name: 'Bewaar profiel' }).click();
  await expect(page.getByText('Uw profiel is bewaard.')).toBeVisible();
  await page.getByRole('button', { name: 'Voeg project toe' }).click();
  await page.getByLabel('Naam van het project').fill(PROJECT);
  await page
    .getByLabel('Wat deed u?')
    .fill(
      'Ons kastje bewaakt het netwerk van machines in een schakelstation. Het herkent afwijkend verkeer van een indringer, ook in IEC 61850.',
    );
  await page.getByRole('button', { name: 'Bewaar project' }).click();
  await expect(page.getByRole('heading', { level: 3, name: PROJECT })).toBeVisible();

  // the worker reads what changed; the page shows what it found when it is opened
  await expect(async () => {
    await page.goto('/my/recommendations');
    await expect(intruder).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(intruder).toContainText('Data en AI');
  await intruder.getByText('Waarom staat dit hier?').click();
  await expect(intruder.getByText(`in ${PROJECT}`).first()).toBeVisible();
  await expect(intruder.getByRole('listitem').filter({ hasText: 'schakelstation' }).first()).toBeVisible();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an owner sees who could solve it, by name only where the SME wants that, and never their words', async ({
  browser,
  demoPlatform,
}) => {
  const [challenge] = await demoPlatform.asOwner<{ id: string }>(
    `SELECT id FROM public_challenge WHERE title_nl LIKE 'Vreemde deeltjes%'`,
  );
  const id = challenge?.id ?? '';
  const shown = () =>
    demoPlatform.asOwner<{ name: string }>(
      'SELECT organisation_name AS name FROM recommendation WHERE challenge_id = $1 AND shows_name ORDER BY score DESC, id',
      [id],
    );
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(4);
  const [best = { name: '' }] = await shown();
  await demoPlatform.asOwner(
    'UPDATE profile SET shows_name = false WHERE organisation_id = (SELECT id FROM organisation WHERE name = $1)',
    [best.name],
  );
  await expect.poll(async () => (await shown()).map(({ name }) => name)).not.toContain(best.name);
  // nobody was shown before, so that near equals do not take turns yet
  await demoPlatform.asOwner('DELETE FROM impression');

  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await signInAs(page, demoPlatform, 'owner');
  await page.goto(`/my/challenges/${id}/recommendations`);
  const names = (await shown()).map(({ name }) => name);
  await expect(listed(page).getByRole('heading', { level: 2 })).toHaveText(names);
  await expect(listed(page).first()).toContainText(/van 100/);
  await expect(page.getByText('Waarom staat dit hier?')).toHaveCount(0);
  const answer = await page.request.get(`${demoPlatform.url}/api/my/challenges/${id}/recommendations`);
  expect(await answer.text()).not.toContain(best.name);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a reviewer says what they know with themes alone, and the taskforce sees which proposals fit it', async ({
  browser,
  demoPlatform,
}) => {
  const reviewer = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await signInAs(reviewer.page, demoPlatform, 'reviewer');
  await reviewer.page.goto('/my/reviews');
  await reviewer.page.getByRole('link', { name: 'Zeg wat u weet' }).click();
  await reviewer.page.getByLabel('Waar weet u veel van?').fill('');
  await reviewer.page.getByRole('button', { name: 'Bewaar' }).click();
  await expect(reviewer.page.getByText('Bewaard. De taskforce ziet dit bij het toewijzen.')).toBeVisible();

  const taskforce = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await signInAs(taskforce.page, demoPlatform, 'taskforce');
  const [challenge] = await demoPlatform.asOwner<{ id: string }>(
    `SELECT id FROM challenge WHERE title_nl LIKE 'Bruggen van onderen%'`,
  );
  await taskforce.page.goto(`/taskforce/challenges/${challenge?.id ?? ''}/assign`);
  const row = taskforce.page.getByRole('listitem').filter({ hasText: 'Jelle Wiersma' }).last();
  await expect(row).toContainText('Sensoren en meten, Materialen, Spoor, infra en energie');
  await expect(row.getByText(/past \d+ van 100/)).toHaveCount(0);
  await taskforce.page.getByRole('checkbox', { name: /De brug meet zichzelf/ }).check();
  await expect(row.getByText(/past \d+ van 100/)).toBeVisible();
  expect([...reviewer.complaints, ...taskforce.complaints]).toEqual([]);
  await reviewer.page.context().close();
  await taskforce.page.context().close();
});
