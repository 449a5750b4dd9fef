import { Secret, TOTP } from 'otpauth';
import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { cookieOf, setCookies } from './accounts-world';

/** What an authenticator app shows for a secret at the world's own time, `steps` of thirty seconds later. */
export async function codeOf(world: TestWorld, secret: string, steps = 0): Promise<string> {
  const [row] = await world.database.asOwner<{ now: Date }>('SELECT htsm_now() AS now');
  const timestamp = (row?.now.getTime() ?? 0) + steps * 30_000;
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
}

/** Sets up an authenticator app for whoever holds the cookie; gives its secret and the recovery codes. */
export async function addAuthenticator(
  world: TestWorld,
  cookie: string,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await world.request('POST', '/api/account/second-factors/authenticator', { cookie });
  const { secret } = begun.body as { secret: string }; // NewAuthenticatorDto
  const body = { code: await codeOf(world, secret) };
  const done = await world.request('POST', '/api/account/second-factors/authenticator/confirm', { cookie, body });
  const { recoveryCodes } = done.body as { recoveryCodes: string[] }; // RecoveryCodesDto
  return { secret, recoveryCodes };
}

/** Signs in as far as the password leads; the cookie is that of the session, or of the step that is still to come. */
export async function passwordStep(
  world: TestWorld,
  email: string,
  password: string,
): Promise<{ response: TestResponse; cookie: string }> {
  const response = await world.request('POST', '/api/session', { body: { email, password } });
  return { response, cookie: cookieOf(response) ?? '' };
}

/** Gives a code to a sign-in that waits for it. */
export function giveCode(world: TestWorld, cookie: string, code: string): Promise<TestResponse> {
  return world.request('POST', '/api/session/second-factor', { cookie, body: { code } });
}

/** The session cookie among those that a response sets. */
export function sessionCookieOf(response: TestResponse): string {
  return (setCookies(response).find((cookie) => cookie.startsWith('__Host-htsm=')) ?? '').split(';', 1)[0] ?? '';
}
