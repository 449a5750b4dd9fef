import { makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import { PASSWORD, createAccountsWorld, eventsOf, mailedToken, mailsTo, problemOf } from '../testing/accounts-world';
import { addAuthenticator, passwordStep } from '../testing/second-factors';

const NEW_PASSWORD = 'vlinder steiger boterham 7';

describe('an old cookie', () => {
  let world: TestWorld;
  let administrator: string;
  let administratorId: string;
  let people = 0;

  beforeAll(async () => {
    world = await createAccountsWorld();
    administratorId = (await makePerson(world.database, { bodies: ['administration'] })).id;
    administrator = await world.signInAs(administratorId);
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM rate_limit'));

  async function person() {
    people += 1;
    const email = `cookie${people}@eind.example.nl`;
    const { userId } = await world.app.get(CreateAccount).run({ email, name: 'Oude Cookie', password: PASSWORD });
    const { cookie } = await passwordStep(world, email, PASSWORD);
    expect((await ask(cookie)).status).toBe(200);
    return { email, userId, cookie };
  }
  const ask = (cookie: string, path = '/api/account'): Promise<TestResponse> => world.request('GET', path, { cookie });
  const administer = (method: 'PUT' | 'DELETE', path: string): Promise<TestResponse> =>
    world.request(method, `/api/administration/people/${path}`, { cookie: administrator });

  it('is worth nothing after signing out', async () => {
    const { cookie } = await person();
    expect((await world.request('DELETE', '/api/session', { cookie })).status).toBe(204);
    expect((await ask(cookie)).status).toBe(401);
  });

  it('is worth nothing after a new password from elsewhere, by the account page or by a mailed link', async () => {
    const { email, userId, cookie } = await person();
    const elsewhere = await passwordStep(world, email, PASSWORD);
    const body = { current: PASSWORD, next: NEW_PASSWORD };
    await world.request('POST', '/api/account/password', { cookie: elsewhere.cookie, body });
    expect([(await ask(cookie)).status, (await ask(elsewhere.cookie)).status]).toEqual([401, 200]);
    await world.request('POST', '/api/password-resets', { body: { email } });
    const token = await mailedToken(world, email, 'reset_password');
    await world.request('POST', '/api/password-resets/complete', { body: { token, password: PASSWORD } });
    expect((await ask(elsewhere.cookie)).status).toBe(401);
    expect(await eventsOf(world, userId)).toContain('account.password_changed');
  });

  it('is worth nothing from the moment an administrator switches the account off, also after it is on again', async () => {
    const { email, userId, cookie } = await person();
    await world.request('POST', '/api/password-resets', { body: { email } });
    const reset = await mailedToken(world, email, 'reset_password');
    expect((await administer('PUT', `${userId}/disabled`)).status).toBe(204);
    expect((await administer('PUT', `${userId}/disabled`)).status).toBe(204);
    expect((await ask(cookie)).status).toBe(401);
    expect(problemOf((await passwordStep(world, email, PASSWORD)).response).code).toBe('wrong_credentials');
    const body = { token: reset, password: NEW_PASSWORD };
    const late = await world.request('POST', '/api/password-resets/complete', { body });
    expect(problemOf(late).code).toBe('link_not_usable');
    expect((await administer('DELETE', `${userId}/disabled`)).status).toBe(204);
    expect((await ask(cookie)).status).toBe(401);
    expect((await passwordStep(world, email, PASSWORD)).response.status).toBe(200);
    expect((await mailsTo(world, email)).map((mail) => mail.kind)).toEqual([
      'reset_password',
      'account_disabled',
      'account_enabled',
    ]);
    const events = (await eventsOf(world, userId)).filter((type) => /abled/.test(type));
    expect(events).toEqual(['account.disabled', 'account.enabled']);
  });

  it('gives no rights of a role from the moment the role is gone', async () => {
    const { userId, cookie } = await person();
    expect((await administer('PUT', `${userId}/bodies/administration`)).status).toBe(204);
    await addAuthenticator(world, cookie);
    expect((await ask(cookie, '/api/administration/people')).status).toBe(200);
    expect((await administer('DELETE', `${userId}/bodies/administration`)).status).toBe(204);
    expect(problemOf(await ask(cookie, '/api/administration/people')).code).toBe('not_allowed');
    expect((await ask(cookie)).status).toBe(200);
  });

  it('is worth nothing when an administrator clears lost factors, and signing in needs the password only', async () => {
    const { email, userId, cookie } = await person();
    await addAuthenticator(world, cookie);
    expect((await administer('DELETE', `${userId}/second-factors`)).status).toBe(204);
    expect((await administer('DELETE', `${userId}/second-factors`)).status).toBe(204);
    expect((await ask(cookie)).status).toBe(401);
    expect((await passwordStep(world, email, PASSWORD)).response.body).toEqual(
      expect.objectContaining({ waitsFor: null, user: expect.objectContaining({ id: userId }) }),
    );
    expect((await mailsTo(world, email)).map((mail) => mail.kind)).toEqual(['factor_added', 'factors_cleared']);
  });

  it('of an administrator cannot switch off its own account, nor one that is not there', async () => {
    for (const path of ['disabled', 'second-factors']) {
      const method = path === 'disabled' ? 'PUT' : 'DELETE';
      expect(problemOf(await administer(method, `${administratorId}/${path}`)).code).toBe('own_account');
      expect((await administer(method, `4f2b6c5e-6a52-4a3e-9a54-2f6a6f0b8d11/${path}`)).status).toBe(404);
    }
    const { cookie, userId } = await person();
    const refused = await world.request('PUT', `/api/administration/people/${userId}/disabled`, { cookie });
    expect(problemOf(refused).code).toBe('not_allowed');
    const direct = await world.database.asOwner<{ done: boolean }>('SELECT admin_disable($1) AS done', [userId]);
    expect(direct).toEqual([{ done: false }]);
  });
});
