import type { Page } from '@playwright/test';
import { PASSWORD, register } from './people/account';
import { expect, openVisitor, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';

/** Every address that a page asks for: what a proxy in front of the platform could write down. */
function askedOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().split('#', 1)[0] ?? ''));
  return asked;
}

/** The signature in a mailed link. */
function secretOf(link: string): string {
  const [, token = ''] = link.split('#');
  expect(token).toMatch(/^[0-9a-f-]{36}\.[\w-]{43}$/);
  return token.split('.')[1] ?? '';
}

test('what a mailed link proves is in no address that a server sees', async ({ browser, emptyPlatform: platform }) => {
  const reader = 'lezer@koppeling.example';
  const { page, complaints } = await openVisitor(browser, platform);
  const asked = askedOf(page);
  const subscribe = async (): Promise<void> => {
    await page.goto('/subscribe');
    await page.getByLabel('Uw e-mailadres').fill(reader);
    await page.getByRole('radio', { name: 'Elke week' }).check();
    await page.getByRole('button', { name: 'Meld mij aan' }).click();
    await expect(page.getByText('Kijk in uw mailbox')).toBeVisible();
  };
  await subscribe();
  const confirmation = linkIn(await platform.mailbox.next(reader, /Bevestig uw aanmelding/), /confirm/);
  await page.goto(confirmation);
  await page.getByRole('button', { name: 'Bevestig mijn aanmelding' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'U bent aangemeld' })).toBeVisible();
  await subscribe();
  const managing = linkIn(await platform.mailbox.next(reader, /U krijgt al mail/), /manage/);
  await page.goto(managing);
  await expect(page.getByText(`Dit zijn de keuzes voor ${reader}.`)).toBeVisible();
  await page.getByRole('button', { name: /^Wijzig/ }).click();
  await page.getByRole('radio', { name: 'Elke dag' }).check();
  await page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
  await expect(page.getByText('Uw keuze is bewaard.')).toBeVisible();
  await page.getByRole('link', { name: 'Ik wil geen mail meer' }).click();
  await page.getByRole('button', { name: 'Meld mij af' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'U bent afgemeld' })).toBeVisible();
  await page.getByRole('link', { name: 'Was dit een vergissing?' }).click();
  await expect(page.getByText(`${reader} krijgt nu geen mail.`)).toBeVisible();
  const secrets = [secretOf(confirmation), secretOf(managing)];
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((address) => secrets.some((secret) => address.includes(secret)))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('an invitation leads past signing in to joining', async ({ browser, emptyPlatform: platform }) => {
  const common = { kind: 'Mkb-bedrijf' as const, name: 'Wiebe Bos' };
  const owner = await register(browser, platform, {
    ...common,
    ...{ organisation: 'Koppeling Een', kvkNumber: '68750201', email: 'een@koppeling.example' },
  });
  const invited = 'twee@koppeling.example';
  await register(browser, platform, {
    ...common,
    ...{ organisation: 'Koppeling Twee', kvkNumber: '68750202', email: invited },
  });
  await owner.page.goto('/my/organisation');
  await owner.page.getByLabel('E-mailadres van uw collega').fill(invited);
  await owner.page.getByRole('button', { name: 'Stuur de uitnodiging' }).click();
  const link = linkIn(await platform.mailbox.next(invited, /nodigt u uit/), /accept-invite/);

  const { page, complaints } = await openVisitor(browser, platform);
  const asked = askedOf(page);
  await page.goto(link);
  await page.getByRole('link', { name: 'Log in' }).last().click();
  await page.getByLabel('E-mailadres').fill(invited);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('button', { name: 'Word lid van Koppeling Een' }).click();
  await expect(page.getByText('Welkom. U hoort nu bij Koppeling Een.')).toBeVisible();
  expect(asked.filter((address) => address.includes(secretOf(link)))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a link that was cut off on its way says what to do', async ({ browser, emptyPlatform: platform }) => {
  const { page, complaints } = await openVisitor(browser, platform);
  const told = 'Open de link opnieuw vanuit uw mail. Neem hem helemaal over als u hem kopieert.';
  const pressed = [
    ['/confirm-email', 'Bevestig mijn adres'],
    ['/change-email', 'Bevestig mijn adres'],
    ['/link-identity', 'Koppel mijn account'],
    ['/subscriptions/confirm', 'Bevestig mijn aanmelding'],
    ['/unsubscribe', 'Meld mij af'],
  ] as const;
  for (const [path, button] of pressed) {
    await page.goto(path);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('alert')).toContainText(told);
  }
  await page.goto('/accept-invite');
  await expect(page.getByRole('heading', { level: 1, name: 'Deze link is niet compleet' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(told);
  await page.goto('/reset-password');
  await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD);
  await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click();
  await expect(page.getByRole('alert')).toContainText(told);
  expect(complaints).toEqual([]);
});
