import { expect, openVisitor, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';
import { enter } from './platform/sign-ins';
import { PASSWORD } from './people/account';

const ADDRESS = 'tjits.expert@trillingen.example';

test('an expert from outside is asked onto one panel, registers by the mailed link and sees nothing else', async ({
  browser,
  demoPlatform,
}) => {
  const [formed] = await demoPlatform.asOwner<{ id: string }>(
    'SELECT challenge_id AS id FROM panel_invitation LIMIT 1',
  );
  const taskforce = await enter(browser, demoPlatform, 'taskforce');
  await taskforce.page.goto(`/taskforce/challenges/${formed?.id ?? ''}/panel`);
  const invited = taskforce.page.getByRole('region', { name: 'Gevraagd van buiten' });
  await expect(invited.getByRole('listitem')).toHaveCount(2);
  await expect(invited.getByText('Verlopen')).toBeVisible();
  await taskforce.page.getByLabel('E-mailadres').fill(ADDRESS);
  await taskforce.page.getByRole('button', { name: 'Zoek belangen' }).click();
  await taskforce.page.getByRole('button', { name: 'Nodig uit voor dit panel' }).click();
  await expect(taskforce.page.getByText(`De uitnodiging voor ${ADDRESS} is onderweg.`)).toBeVisible();
  await expect(invited.getByRole('listitem')).toHaveCount(3);
  const link = linkIn(await demoPlatform.mailbox.next(ADDRESS, /meebeoordelen/), /join-panel/);

  const { page, complaints } = await openVisitor(browser, demoPlatform, { language: 'nl' });
  await page.goto(link);
  await page.getByRole('button', { name: 'Ja, ik doe mee' }).click();
  await expect(page.getByRole('alert').getByText('Zet een vinkje als u zich hieraan houdt.')).toBeVisible();
  await page.getByLabel('Uw naam').fill('Tjits Expert');
  await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD);
  await page.getByLabel('Waar u werkt').fill('Trillingen Tjits');
  await page.getByLabel('Waar u veel van weet').fill('Trillingen in stalen bruggen meten en uitleggen.');
  await page.getByRole('checkbox', { name: 'Ik houd me hieraan' }).check();
  await page.getByRole('button', { name: 'Ja, ik doe mee' }).click();
  await expect(page.getByText('Welkom. U zit in het panel.')).toBeVisible();
  await expect(page).toHaveURL(/account\/security/);

  await taskforce.page.reload();
  await expect(invited.getByRole('listitem')).toHaveCount(2);
  await expect(taskforce.page.getByRole('heading', { name: /^Tjits Expert/ })).toBeVisible();
  await expect(taskforce.page.getByRole('checkbox', { name: 'Tjits Expert' })).toBeChecked();
  expect([...complaints, ...taskforce.complaints]).toEqual([]);
});
