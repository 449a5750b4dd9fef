import { addSecondStep, codeOf, PASSWORD, register, type Registration } from './people/account';
import { expect, openVisitor, test } from './platform/fixtures';

const officer: Registration = {
  kind: 'Kennisinstelling',
  organisation: 'Bureau Sleutel',
  kvkNumber: '68750190',
  name: 'Sietske Sleutel',
  email: 'sietske@sleutel.example',
};

test('a role asks for a second step, and signing in then takes two', async ({ browser, emptyPlatform: platform }) => {
  const visitor = await register(browser, platform, officer);
  await platform.grant(officer.email, 'taskforce');
  const secret = await test.step('the person is led to add one', () => addSecondStep(visitor, platform));
  await platform.mailbox.next(officer.email, /tweede stap toegevoegd/);

  await test.step('another browser gives the password and then a code', async () => {
    const { page, complaints } = await openVisitor(browser, platform);
    await page.goto('/sign-in?next=%2Ftaskforce');
    await page.getByLabel('E-mailadres').fill(officer.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeVisible();
    await page.goto('/taskforce');
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible();
    await page.goto('/sign-in/code?next=%2Ftaskforce');
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await expect(page.getByText('Deze code klopt niet').first()).toBeVisible();
    await page.getByLabel('Code').fill(await codeOf(platform, secret, 1));
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await expect(page).toHaveURL(/\/taskforce$/);
    expect(complaints).toEqual([]);
  });
});
