import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import { PASSWORD, cookieOf, createAccountsWorld, eventsOf, mailsTo, problemOf } from '../testing/accounts-world';

const NEW_PASSWORD = 'vlinder steiger boterham 7';

describe('the own account', () => {
  let world: TestWorld;
  let userId: string;
  let cookie: string;

  beforeAll(async () => {
    world = await createAccountsWorld();
    const accounts = world.app.get(CreateAccount);
    userId = (await accounts.run({ email: 'eigen@x.example.nl', name: 'Eelke Eigen', password: PASSWORD })).userId;
    const other = await accounts.run({ email: 'ander@x.example.nl', name: 'Ander Mens', password: PASSWORD });
    await world.signInAs(other.userId);
    cookie = await signIn();
  });
  afterAll(() => world.close());

  it('shows and changes name and language, with both versions on a conflict', async () => {
    const account = { id: userId, email: 'eigen@x.example.nl', name: 'Eelke Eigen', locale: 'nl', version: 1 };
    expect((await get('/api/account')).body).toEqual(account);
    const change = { name: 'Eelke Eigenwijs', locale: 'en', version: 1 };
    const changed = { ...account, ...change, version: 2 };
    expect((await world.request('PATCH', '/api/account', { cookie, body: change })).body).toEqual(changed);
    const late = await world.request('PATCH', '/api/account', { cookie, body: { ...change, name: 'Te Laat' } });
    expect([problemOf(late).status, problemOf(late).code, (late.body as { current: unknown }).current]).toEqual([
      409,
      'version_conflict',
      changed,
    ]);
    expect((await eventsOf(world, userId)).filter((type) => type === 'account.changed')).toEqual(['account.changed']);
  });

  it('keeps a language chosen in the menu, without a version', async () => {
    const choice = await world.request('PUT', '/api/account/language', { cookie, body: { locale: 'nl' } });
    const nonsense = await world.request('PUT', '/api/account/language', { cookie, body: { locale: 'fy' } });
    const account = (await get('/api/account')).body as { locale: string };
    expect([choice.status, nonsense.status, account.locale]).toEqual([204, 422, 'nl']);
  });

  it('changes the password with the present one, ends other sessions and tells the person', async () => {
    const elsewhere = await signIn();
    const change = (current: string, next: string): Promise<TestResponse> =>
      world.request('POST', '/api/account/password', { cookie, body: { current, next } });
    expect(problemOf(await change('not my password', NEW_PASSWORD)).faults).toEqual(['current: password_wrong']);
    expect(problemOf(await change(PASSWORD, 'EelkeEigenwijs1')).faults).toEqual(['next: password_personal']);
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(204);
    expect((await get('/api/account')).status).toBe(200);
    expect((await world.request('GET', '/api/account', { cookie: elsewhere })).status).toBe(401);
    expect((await mailsTo(world, 'eigen@x.example.nl')).map((mail) => mail.kind)).toEqual(['password_changed']);
    expect((await change(NEW_PASSWORD, PASSWORD)).status).toBe(204);
  });

  it('refuses to guess the present password on and on', async () => {
    await world.database.asOwner('DELETE FROM rate_limit');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const body = { current: 'guess after guess', next: NEW_PASSWORD };
      statuses.push((await world.request('POST', '/api/account/password', { cookie, body })).status);
    }
    expect(statuses).toEqual([...new Array<number>(10).fill(422), 429]);
  });

  it('lists own sessions only, ends one, and signs out everywhere', async () => {
    const elsewhere = await signIn();
    const { items } = (await get('/api/account/sessions')).body as { items: { id: string; isCurrent: boolean }[] }; // AccountSessionsDto
    const entry = {
      id: expect.any(String),
      userAgent: 'Firefox',
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
    };
    expect(items).toEqual([
      { ...entry, isCurrent: false },
      { ...entry, isCurrent: true },
    ]);
    const foreign = await world.database.asOwner<{ id: string }>('SELECT id FROM session WHERE user_id <> $1', [
      userId,
    ]);
    expect((await end(foreign[0]?.id ?? '')).status).toBe(404);
    expect((await end('not-an-id')).status).toBe(404);
    await world.database.asOwner(`UPDATE session SET authenticated_at = htsm_now() - interval '16 minutes'`);
    const unproven = { status: 403, code: 'proof_required', faults: [] };
    expect(problemOf(await end(items[0]?.id ?? ''))).toEqual(unproven);
    expect(problemOf(await world.request('DELETE', '/api/account/sessions', { cookie }))).toEqual(unproven);
    await world.database.asOwner('UPDATE session SET authenticated_at = htsm_now()');
    expect((await end(items[0]?.id ?? '')).status).toBe(204);
    expect((await world.request('GET', '/api/account', { cookie: elsewhere })).status).toBe(401);
    expect((await world.request('DELETE', '/api/account/sessions', { cookie })).status).toBe(204);
    expect((await get('/api/account')).status).toBe(401);
    expect(await world.database.asOwner('SELECT id FROM session')).toEqual([{ id: foreign[0]?.id }]);
  });

  it('is for signed-in people', async () => {
    for (const path of ['/api/account', '/api/account/sessions']) {
      expect(problemOf(await world.request('GET', path))).toEqual({ status: 401, code: 'not_signed_in', faults: [] });
    }
  });

  const get = (path: string): Promise<TestResponse> => world.request('GET', path, { cookie });
  const end = (id: string): Promise<TestResponse> => world.request('DELETE', `/api/account/sessions/${id}`, { cookie });
  async function signIn(): Promise<string> {
    const response = await world.request('POST', '/api/session', {
      body: { email: 'eigen@x.example.nl', password: PASSWORD },
      headers: { 'user-agent': 'Firefox' },
    });
    return cookieOf(response) ?? '';
  }
});
