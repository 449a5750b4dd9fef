import type { Browser } from '@playwright/test';
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
