import { expect, type Browser, type Page } from '@playwright/test';
import { openVisitor, type Visitor, type WindowOptions } from './fixtures';
import type { Platform } from './platform';
import type { SignIn } from './templates';

/** The demo account of a role. */
export function accountOf(platform: Platform, role: string): SignIn {
  const account = platform.signIns.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The demo has no sign-in for ${role}`);
  return account;
}

/** Signs in with the demo account of a role, without the sign-in page; a visitor stays one. */
export async function signInAs(page: Page, platform: Platform, role: string): Promise<void> {
  if (role === 'visitor') return;
  const { email, password } = accountOf(platform, role);
  const answer = await page.request.post(`${platform.url}/api/session`, {
    headers: { 'x-htsm': '1' },
    data: { email, password },
  });
  expect(answer.status()).toBe(200);
}

/** A browser of its own in Dutch, signed in with the demo account of a role. */
export async function enter(
  browser: Browser,
  platform: Platform,
  role: string,
  options: WindowOptions = {},
): Promise<Visitor> {
  const visitor = await openVisitor(browser, platform, { language: 'nl', ...options });
  await signInAs(visitor.page, platform, role);
  return visitor;
}
