import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import {
  PASSWORD,
  answerOf,
  createAccountsWorld,
  eventsOf,
  mailedToken,
  mailsTo,
  problemOf,
} from '../testing/accounts-world';
import { addAuthenticator, codeOf, passwordStep, sessionCookieOf } from '../testing/second-factors';

const HOUR_MS = 3_600_000;

describe('another e-mail address', () => {
  let world: TestWorld;
  let people = 0;

  beforeAll(async () => {
    world = await createAccountsWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.database.shiftClock(0);
    await world.database.asOwner('DELETE FROM rate_limit');
  });

  async function person() {
    people += 1;
    const email = `oud${people}@adres.example.nl`;
    const { userId } = await world.app.get(CreateAccount).run({ email, name: 'Anna Adres', password: PASSWORD });
    const { cookie } = await passwordStep(world, email, PASSWORD);
    return { email, next: `nieuw${people}@adres.example.nl`, userId, cookie };
  }
  const ask = (cookie: string, email: string): Promise<TestResponse> =>
    world.request('POST', '/api/account/email', { cookie, body: { email } });
  const prove = (cookie: string, body: object): Promise<TestResponse> =>
    world.request('POST', '/api/account/proof', { cookie, body });
  const complete = (token: string): Promise<TestResponse> =>
    world.request('POST', '/api/email-changes/complete', { body: { token } });

  it('works after its link is used, ends every session and tells the old address', async () => {
    const { email, next, userId, cookie } = await person();
    expect([(await ask(cookie, next)).status, (await mailsTo(world, email)).length]).toEqual([202, 0]);
    expect((await passwordStep(world, next, PASSWORD)).response.status).toBe(401);
    const done = await complete(await mailedToken(world, next, 'change_email'));
    expect([done.status, done.body]).toEqual([200, { email: next }]);
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(401);
    expect((await passwordStep(world, email, PASSWORD)).response.status).toBe(401);
    expect((await passwordStep(world, next, PASSWORD)).response.status).toBe(200);
    expect(await mailsTo(world, email)).toEqual([
      { kind: 'email_changed', to_email: email, locale: 'nl', variables: { name: 'Anna Adres', newEmail: next } },
    ]);
    expect(await eventsOf(world, userId)).toContain('account.email_changed');
  });

  it('asks for a proof that is younger than a quarter of an hour, by password or code', async () => {
    const { next, cookie: first } = await person();
    let cookie = first;
    const { secret } = await addAuthenticator(world, cookie);
    await world.database.shiftClock(16 * 60_000);
    const refused = { status: 403, code: 'proof_required', faults: [] };
    expect(problemOf(await ask(cookie, next))).toEqual(refused);
    expect(problemOf(await prove(cookie, { password: 'not the password' })).faults).toEqual([
      'password: password_wrong',
    ]);
    expect(problemOf(await prove(cookie, { code: '000000' })).faults).toEqual(['code: code_wrong']);
    expect(problemOf(await prove(cookie, {})).faults).toEqual(['password: required']);
    expect(problemOf(await ask(cookie, next))).toEqual(refused);
    const byCode = await prove(cookie, { code: await codeOf(world, secret) });
    expect(byCode.status).toBe(204);
    // the secret of before opens nothing any more
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(401);
    cookie = sessionCookieOf(byCode);
    expect((await ask(cookie, next)).status).toBe(202);
    await world.database.shiftClock(40 * 60_000);
    expect(problemOf(await ask(cookie, next))).toEqual(refused);
    const byPassword = await prove(cookie, { password: PASSWORD });
    expect(byPassword.status).toBe(204);
    expect(sessionCookieOf(byPassword)).not.toBe(cookie);
    cookie = sessionCookieOf(byPassword);
    expect((await ask(cookie, next)).status).toBe(202);
  });

  it('asks for it at every change of a second factor too, in this session and not in another', async () => {
    const { email, cookie } = await person();
    await addAuthenticator(world, cookie);
    await world.database.shiftClock(16 * 60_000);
    await world.database.asOwner(`UPDATE session SET second_factor_at = htsm_now()`);
    const elsewhere = await world.signInAs(
      (await world.database.asOwner<{ id: string }>('SELECT id FROM app_user WHERE email = $1', [email]))[0]?.id ?? '',
    );
    expect((await prove(elsewhere, { password: PASSWORD })).status).toBe(204);
    for (const [method, path] of [
      ['POST', 'authenticator'],
      ['DELETE', 'authenticator'],
      ['POST', 'passkeys/question'],
      ['DELETE', 'passkeys/4f2b6c5e-6a52-4a3e-9a54-2f6a6f0b8d11'],
      ['POST', 'recovery-codes'],
    ] as const) {
      const answer = await world.request(method, `/api/account/second-factors/${path}`, { cookie });
      expect([path, problemOf(answer).code]).toEqual([path, 'proof_required']);
    }
  });

  it('answers an address that has an account like any other, and tells its owner', async () => {
    const { next, cookie } = await person();
    const other = await person();
    const free = await ask(cookie, next);
    const taken = await ask(cookie, other.email);
    expect(answerOf({ ...taken, text: taken.text.replace(other.email, next) })).toEqual(
      answerOf({ ...free, headers: { ...free.headers, 'content-length': taken.headers['content-length'] } }),
    );
    expect((await mailsTo(world, other.email)).map((mail) => mail.kind)).toEqual(['already_registered']);
  });

  it('takes the last link only, for a day, and not when somebody else took the address meanwhile', async () => {
    const { next, cookie } = await person();
    await ask(cookie, next);
    const first = await mailedToken(world, next, 'change_email');
    await ask(cookie, `later-${next}`);
    expect(problemOf(await complete(first)).code).toBe('link_not_usable');
    const last = await mailedToken(world, `later-${next}`, 'change_email');
    await world.database.shiftClock(25 * HOUR_MS);
    expect(problemOf(await complete(last)).code).toBe('link_not_usable');
    await world.database.shiftClock(0);
    await world.app.get(CreateAccount).run({ email: `later-${next}`, name: 'Eerder', password: PASSWORD });
    expect(problemOf(await complete(last)).code).toBe('link_not_usable');
  });
});
