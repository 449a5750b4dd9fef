import type { Page } from '@playwright/test';
import { addSecondStep, codeOf, PASSWORD, register, type Registration } from './people/account';
import { expect, openVisitor, test } from './platform/fixtures';
import { linkIn } from './platform/mailbox';
import { OpenIdProvider } from './platform/openid-provider';

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
    expect((await page.goto('/sign-in/code?next=%2Ftaskforce'))?.status()).toBe(200);
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await expect(page.getByText('Deze code klopt niet').first()).toBeVisible();
    await page.getByLabel('Code').fill(await codeOf(platform, secret, 1));
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await expect(page).toHaveURL(/\/taskforce$/);
    expect(complaints).toEqual([]);
  });
});

test('a passkey is added, is the second step, and signs in alone', async ({ browser, emptyPlatform: platform }) => {
  const person: Registration = { ...officer, kvkNumber: '68750191', email: 'pas@sleutel.example', organisation: 'Pas' };
  const { page, complaints } = await register(browser, platform, person);
  await addVirtualAuthenticator(page);
  await page.goto('/account/security');
  await page.getByLabel('Naam voor dit apparaat').fill('Mijn laptop');
  await page.getByRole('button', { name: 'Voeg een passkey toe' }).click();
  await expect(page.getByRole('heading', { name: 'Uw herstelcodes' })).toBeFocused();
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  await expect(page.getByRole('rowheader', { name: 'Mijn laptop' })).toBeVisible();

  await test.step('after the password', async () => {
    await signOut(page);
    await page.goto('/sign-in?next=%2Faccount%2Fsecurity');
    await page.getByLabel('E-mailadres').fill(person.email);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'Gebruik een passkey' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Beveiliging' })).toBeVisible();
  });

  await test.step('alone', async () => {
    await signOut(page);
    await page.goto('/sign-in?next=%2Faccount%2Fsecurity');
    await page.getByRole('button', { name: 'Gebruik een passkey' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Beveiliging' })).toBeVisible();
  });

  await test.step('after a quarter of an hour a change asks for the password', async () => {
    await platform.asOwner(`UPDATE session SET authenticated_at = authenticated_at - interval '16 minutes'`);
    await page.getByRole('button', { name: 'Maak nieuwe codes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Maak nieuwe codes' }).click();
    await page.getByRole('dialog', { name: 'Bent u het?' }).getByLabel('Huidig wachtwoord').fill(PASSWORD);
    await page.getByRole('button', { name: 'Ga door' }).click();
    await expect(page.getByRole('heading', { name: 'Uw herstelcodes' })).toBeFocused();
    await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  });

  await page.getByRole('button', { name: 'Haal weg Mijn laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Haal de passkey weg' }).click();
  await expect(page.getByRole('rowheader', { name: 'Mijn laptop' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('another e-mail address counts once it is confirmed', async ({ browser, emptyPlatform: platform }) => {
  const person: Registration = {
    ...officer,
    kvkNumber: '68750192',
    email: 'oud@sleutel.example',
    organisation: 'Adres',
  };
  const { page, complaints } = await register(browser, platform, person);
  await page.goto('/account');
  await page.getByLabel('Nieuw e-mailadres').fill('nieuw@sleutel.example');
  await page.getByRole('button', { name: 'Stuur de bevestiging' }).click();
  await expect(page.getByText('We stuurden een mail naar nieuw@sleutel.example')).toBeVisible();
  const mail = await platform.mailbox.next('nieuw@sleutel.example', /Bevestig uw nieuwe/);
  await page.goto(linkIn(mail, /change-email/));
  await page.getByRole('button', { name: 'Bevestig mijn adres' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uw e-mailadres is veranderd' })).toBeVisible();
  await platform.mailbox.next(person.email, /e-mailadres is veranderd/);
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an organisation has its own sign-in page', async ({ browser, emptyPlatform: platform }) => {
  const provider = new OpenIdProvider();
  await provider.open(`${platform.url}/api/session/provider/callback`, 'hunzebot.example');
  const person: Registration = {
    ...officer,
    kvkNumber: '68750193',
    email: 'wim@hunzebot.example',
    organisation: 'Hunzebot',
  };
  const administrator = await register(browser, platform, person);
  await platform.grant(person.email, 'administration');
  await addSecondStep(administrator, platform);

  await test.step('an administrator adds it', async () => {
    const { page } = administrator;
    await page.goto('/administration/sign-in-pages');
    await page.getByLabel('KvK-nummer').fill(person.kvkNumber);
    await page.getByLabel('Domein van de e-mailadressen').fill('hunzebot.example');
    await page.getByLabel('Adres van de uitgever').fill(provider.issuer);
    await page.getByLabel('Client-id').fill(provider.clientId);
    await page.getByLabel('Client-geheim').fill(provider.clientSecret);
    await page.getByRole('button', { name: 'Controleer en voeg toe' }).click();
    await expect(page.getByRole('rowheader', { name: 'hunzebot.example' })).toBeVisible();
  });

  const { page, complaints } = await openVisitor(browser, platform);
  const goThrough = async (): Promise<void> => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mailadres').fill(person.email);
    await page.getByRole('button', { name: 'Ga via uw organisatie' }).click();
  };
  await test.step('the first time the account is linked by mail', async () => {
    await goThrough();
    await page.locator('input[name=login]').fill('wim');
    await page.locator('input[name=password]').fill('what the provider asks for');
    await page.locator('button[type=submit]').click();
    await page.locator('button[type=submit]').click();
    await expect(page.getByText('U bent ingelogd bij uw organisatie.')).toBeVisible();
    const mail = await platform.mailbox.next(person.email, /Inloggen via hunzebot/);
    await page.goto(linkIn(mail, /link-identity/));
    await page.getByRole('button', { name: 'Koppel mijn account' }).click();
    await expect(page.getByText('Uw account is gekoppeld.')).toBeVisible();
  });
  await test.step('from then on it signs in, and the second step stays', async () => {
    await goThrough();
    await expect(page.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeVisible();
  });
  await test.step('the account page shows it and lets go of it', async () => {
    const { page: own } = administrator;
    await own.goto('/account/security');
    await own.getByRole('button', { name: `Maak los ${provider.issuer}` }).click();
    await own.getByRole('dialog').getByRole('button', { name: 'Maak los' }).click();
    await expect(own.getByRole('button', { name: 'Koppel het account van uw werk' })).toBeVisible();
  });
  await provider.close();
  // the provider's own pages fetch a font from elsewhere; what they complain of is theirs
  const ours = complaints.filter((complaint) => complaint.startsWith(platform.url));
  expect([...administrator.complaints, ...ours]).toEqual([]);
});

/** Gives the page a device with a fingerprint reader that always says yes. */
async function addVirtualAuthenticator(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Uitloggen' }).first().click();
  await expect(page.getByRole('link', { name: 'Inloggen' }).first()).toBeVisible();
}
