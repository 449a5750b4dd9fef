import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import {
  PASSWORD,
  answerOf,
  cookieOf,
  createAccountsWorld,
  eventsOf,
  fastestMs,
  mailedToken,
  mailsTo,
  problemOf,
} from '../testing/accounts-world';
import { addAuthenticator, passwordStep, sessionCookieOf } from '../testing/second-factors';

const NEW_PASSWORD = 'vlinder steiger boterham 7';

describe('a forgotten password', () => {
  let world: TestWorld;
  let userId: string;

  beforeAll(async () => {
    world = await createAccountsWorld();
    const person = await world.app.get(CreateAccount).run({
      email: 'anna@reset.example.nl',
      name: 'Anna Smit',
      password: PASSWORD,
      organisation: { name: 'Turfschip Data', kind: 'sme', kvkNumber: '70030001' },
    });
    userId = person.userId;
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM rate_limit'));

  const ask = (email: string): Promise<TestResponse> =>
    world.request('POST', '/api/password-resets', { body: { email } });
  const complete = (token: string, password = NEW_PASSWORD): Promise<TestResponse> =>
    world.request('POST', '/api/password-resets/complete', { body: { token, password } });
  const signIn = (password: string): Promise<TestResponse> =>
    world.request('POST', '/api/session', { body: { email: 'anna@reset.example.nl', password } });

  it('answers known and unknown addresses alike and mails only the known one', async () => {
    const known = await ask('anna@reset.example.nl');
    const unknown = await ask('anne@reset.example.nl');
    expect(known.status).toBe(202);
    expect(answerOf({ ...known, text: known.text.replace('anna', 'anne') })).toEqual(answerOf(unknown));
    expect(await mailsTo(world, 'anne@reset.example.nl')).toEqual([]);
    expect(await mailsTo(world, 'anna@reset.example.nl')).toEqual([
      {
        kind: 'reset_password',
        to_email: 'anna@reset.example.nl',
        locale: 'nl',
        variables: { name: 'Anna Smit', tokenId: expect.any(String) },
      },
    ]);
  });

  it('takes the same time for both', async () => {
    const known = await fastestMs(() => ask('anna@reset.example.nl'));
    await world.database.asOwner('DELETE FROM rate_limit');
    const unknown = await fastestMs(() => ask('anne@reset.example.nl'));
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(249);
    expect(Math.abs(known - unknown)).toBeLessThan(60);
  });

  it('sets the new password, ends every session and every other link, and tells the person', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    await ask('anna@reset.example.nl');
    const earlier = await mailedToken(world, 'anna@reset.example.nl', 'reset_password');
    await world.database.shiftClock(1000);
    await ask('anna@reset.example.nl');
    const token = await mailedToken(world, 'anna@reset.example.nl', 'reset_password');
    expect(token).not.toBe(earlier);
    expect((await complete(token)).body).toEqual({ email: 'anna@reset.example.nl' });
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(401);
    expect([(await signIn(PASSWORD)).status, (await signIn(NEW_PASSWORD)).status]).toEqual([401, 200]);
    expect(problemOf(await complete(earlier)).code).toBe('link_not_usable');
    expect((await mailsTo(world, 'anna@reset.example.nl')).at(-1)).toEqual({
      kind: 'password_changed',
      to_email: 'anna@reset.example.nl',
      locale: 'nl',
      variables: { name: 'Anna Smit' },
    });
    expect(await eventsOf(world, userId)).toContain('account.password_changed');
  });

  it('lets exactly one of twenty simultaneous uses succeed', async () => {
    await world.database.shiftClock(2000);
    await ask('anna@reset.example.nl');
    const token = await mailedToken(world, 'anna@reset.example.nl', 'reset_password');
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete(token)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...new Array<number>(19).fill(409)]);
  });

  it('keeps the link when the new password is refused', async () => {
    await world.database.shiftClock(3000);
    await ask('anna@reset.example.nl');
    const token = await mailedToken(world, 'anna@reset.example.nl', 'reset_password');
    expect(problemOf(await complete(token, 'turfschip data 12'))).toEqual({
      status: 422,
      code: 'validation_failed',
      faults: ['password: password_personal'],
    });
    expect((await complete(token)).status).toBe(200);
  });

  it('leaves the second factor in place, and opens no session by itself', async () => {
    const email = 'bea@reset.example.nl';
    await world.app.get(CreateAccount).run({ email, name: 'Bea Vos', password: PASSWORD });
    await addAuthenticator(world, (await passwordStep(world, email, PASSWORD)).cookie);
    await ask(email);
    const reset = await complete(await mailedToken(world, email, 'reset_password'));
    expect([reset.status, sessionCookieOf(reset)]).toEqual([200, '']);
    const { response } = await passwordStep(world, email, NEW_PASSWORD);
    expect(response.body).toEqual(
      expect.objectContaining({ user: null, waitsFor: { methods: ['authenticator', 'recovery_code'] } }),
    );
    expect(sessionCookieOf(response)).toBe('');
  });

  it('refuses a link after an hour', async () => {
    await world.database.shiftClock(4000);
    await ask('anna@reset.example.nl');
    const token = await mailedToken(world, 'anna@reset.example.nl', 'reset_password');
    await world.database.shiftClock(3_610_000);
    expect(problemOf(await complete(token)).code).toBe('link_not_usable');
  });

  it('refuses the sixth request for one address within the hour, known or not', async () => {
    for (const email of ['anna@reset.example.nl', 'anne@reset.example.nl']) {
      for (let attempt = 0; attempt < 5; attempt += 1) expect((await ask(email)).status).toBe(202);
      expect(problemOf(await ask(email)).code).toBe('too_many_attempts');
    }
  });
});
