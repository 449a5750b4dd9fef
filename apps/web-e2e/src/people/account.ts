import type { Browser } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { expect, openVisitor, type Visitor } from '../platform/fixtures';
import { linkIn } from '../platform/mailbox';
import type { Platform } from '../platform/platform';

/** Somebody who registers on the screen. */
export interface Registration {
  readonly kind: 'Mkb-bedrijf' | 'Groot bedrijf' | 'Kennisinstelling';
  readonly organisation: string;
  readonly kvkNumber: string;
  readonly name: string;
  readonly email: string;
}

/** A password that no rule refuses. */
export const PASSWORD = 'vier-blauwe-fietsen-in-emmen';

/** Registers, confirms by the mailed link and signs in; ends on the person's home. */
export async function register(browser: Browser, platform: Platform, person: Registration): Promise<Visitor> {
  const visitor = await openVisitor(browser, platform);
  const { page } = visitor;
  await page.goto('/register');
  await page.getByRole('radio', { name: person.kind }).check();
  await page.getByLabel('Naam van de organisatie').fill(person.organisation);
  await page.getByLabel('KvK-nummer').fill(person.kvkNumber);
  await page.getByLabel('Uw naam').fill(person.name);
  await page.getByLabel('E-mailadres').fill(person.email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Meld aan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kijk in uw mail' })).toBeVisible();
  const mail = await platform.mailbox.next(person.email, /Bevestig uw e-mailadres/);
  await page.goto(linkIn(mail, /confirm-email/));
  await page.getByRole('button', { name: 'Bevestig mijn adres' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Uw adres is bevestigd' })).toBeVisible();
  await signIn(visitor, person.email);
  return visitor;
}

/** Signs in on the screen. */
export async function signIn({ page }: Visitor, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(
    page
      .getByRole('link', { name: 'Uitloggen' })
      .or(page.getByRole('button', { name: 'Uitloggen' }))
      .first(),
  ).toBeVisible();
}

/** Signs in on the screen with password and app, as who has a role does again after half a day. */
export async function signInAgain(
  { page }: Visitor,
  platform: Platform,
  { email, secret }: { readonly email: string; readonly secret: string },
): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nog één stap' })).toBeVisible();
  await page.getByLabel('Code').fill(await codeOf(platform, secret));
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await expect(
    page
      .getByRole('button', { name: 'Uitloggen' })
      .or(page.getByRole('link', { name: 'Uitloggen' }))
      .first(),
  ).toBeVisible();
}

/** What an authenticator app shows for a secret at the platform's own time. */
export async function codeOf(platform: Platform, secret: string, steps = 0): Promise<string> {
  const [row] = await platform.asOwner<{ now: Date }>('SELECT htsm_now() AS now');
  const timestamp = (row?.now.getTime() ?? 0) + steps * 30_000;
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
}

/** Somebody who was just given a role is led to a second factor and adds an authenticator app; gives its secret. */
export async function addSecondStep({ page }: Visitor, platform: Platform): Promise<string> {
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Beveiliging' })).toBeVisible();
  await expect(page.getByText('Voeg eerst een tweede stap toe')).toBeVisible();
  await page.getByRole('button', { name: 'Zet de app aan' }).click();
  const secret = (await page.locator('code.secret').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code uit de app').fill(await codeOf(platform, secret));
  await page.getByRole('button', { name: 'Bevestig' }).click();
  await expect(page.getByRole('heading', { name: 'Uw herstelcodes' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: /^\s*\w{4}-\w{4}-\w{4}\s*$/ })).toHaveCount(10);
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  await page.getByRole('link', { name: 'Ga verder' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Beveiliging' })).toHaveCount(0);
  return secret;
}
