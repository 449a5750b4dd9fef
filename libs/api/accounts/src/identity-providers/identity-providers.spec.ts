import { makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import { PASSWORD, createAccountsWorld, eventsOf, mailedToken, problemOf, setCookies } from '../testing/accounts-world';
import {
  anotherSignature,
  clientSecretAsKey,
  noSignature,
  publicKeyAsSecret,
  saying,
  type TokenForger,
} from '../testing/forged-tokens';
import { OpenIdProvider } from '../testing/openid-provider';
import { addAuthenticator, passwordStep, sessionCookieOf } from '../testing/second-factors';

const REFUSED = { to: '/sign-in?notice=provider_failed', hasSession: false };
const seconds = (): number => Math.floor(Date.now() / 1000);
const DOMAIN = 'hunzebot.example.nl';

describe('signing in at the own organisation', () => {
  const provider = new OpenIdProvider();
  let world: TestWorld;
  let administrator: string;
  let callback: string;
  let people = 0;

  beforeAll(async () => {
    world = await createAccountsWorld();
    // the running rules are this object: the provider of the test is on this machine
    Object.assign(world.config, { opensLoopback: true });
    callback = `${world.config.publicUrl}/api/session/provider/callback`;
    await provider.open(callback);
    administrator = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
    await world.app.get(CreateAccount).run({
      email: `baas@${DOMAIN}`,
      name: 'Baas Hunzebot',
      password: PASSWORD,
      organisation: { name: 'Hunzebot', kind: 'sme', kvkNumber: '68770001' },
    });
    const added = await add({});
    expect([added.status, added.text]).toEqual([204, '']);
  });
  afterAll(async () => {
    await world.close();
    await provider.close();
  });
  beforeEach(async () => {
    await world.database.shiftClock(0);
    await world.database.asOwner('DELETE FROM rate_limit');
  });

  const add = (changes: Record<string, string>, cookie = administrator): Promise<TestResponse> =>
    world.request('POST', '/api/administration/identity-providers', {
      cookie,
      body: {
        kvkNumber: '68770001',
        domain: DOMAIN,
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        ...changes,
      },
    });

  async function person() {
    people += 1;
    const email = `mens${people}@${DOMAIN}`;
    const { userId } = await world.app.get(CreateAccount).run({ email, name: 'Mens Hunze', password: PASSWORD });
    return { email, userId, account: { subject: `sub-${people}`, email } };
  }

  /** Asks for the provider's address, and gives it with the cookie of this browser. */
  async function leave(email: string, next?: string): Promise<{ url: string; cookie: string }> {
    const begun = await world.request('POST', '/api/session/provider', { body: { email, next } });
    const cookie = setCookies(begun)[0]?.split(';', 1)[0] ?? '';
    return { url: (begun.body as { url: string }).url, cookie }; // ProviderAddressDto
  }
  async function comeBack(returned: URL, cookie: string): Promise<{ to: unknown; response: TestResponse }> {
    const response = await world.request('GET', returned.pathname + returned.search, { cookie });
    return { to: response.headers['location'], response };
  }
  async function visit(
    account: { subject: string; email: string; isVerified?: boolean },
    email = account.email,
    next?: string,
  ) {
    provider.account = account;
    const { url, cookie } = await leave(email, next);
    const returned = await provider.visit(url, callback);
    return { ...(await comeBack(returned, cookie)), returned, cookie };
  }
  async function visitWith(forge: TokenForger, account: { subject: string; email: string }): Promise<unknown> {
    provider.forge = forge;
    const { to, response } = await visit(account).finally(() => (provider.forge = undefined));
    return { to, hasSession: sessionCookieOf(response) !== '' };
  }
  async function linked() {
    const somebody = await person();
    await visit(somebody.account);
    const token = await mailedToken(world, somebody.email, 'link_identity');
    expect((await world.request('POST', '/api/identity-links/complete', { body: { token } })).status).toBe(200);
    return somebody;
  }

  it('links an account only after its mailbox confirms it, and signs in from then on', async () => {
    const { email, userId, account } = await person();
    const first = await visit(account);
    expect([first.response.status, first.to, sessionCookieOf(first.response)]).toEqual([
      303,
      '/sign-in?notice=link_mailed',
      '',
    ]);
    const again = await visit(account);
    expect([again.to, sessionCookieOf(again.response)]).toEqual(['/sign-in?notice=link_mailed', '']);
    const token = await mailedToken(world, email, 'link_identity');
    const complete = (): Promise<TestResponse> =>
      world.request('POST', '/api/identity-links/complete', { body: { token } });
    const answers = await Promise.all(Array.from({ length: 20 }, complete));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const third = await visit(account);
    expect(third.to).toBe('/home');
    const session = await world.request('GET', '/api/account', { cookie: sessionCookieOf(third.response) });
    expect(session.body).toEqual(expect.objectContaining({ id: userId, email }));
    expect(await eventsOf(world, userId)).toContain('account.identity_linked');
  });

  it('goes on to the page that was asked for, by way of the second step when there is one', async () => {
    const { email, account } = await linked();
    const page = '/my/proposals?view=open#vragen-é';
    expect((await visit(account, email, page)).to).toBe('/my/proposals?view=open#vragen-%C3%A9');
    await addAuthenticator(world, (await passwordStep(world, email, PASSWORD)).cookie);
    expect((await visit(account, email, '/my/reviews')).to).toBe('/sign-in/code?next=%2Fmy%2Freviews');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'my', '/a\r\nset-cookie: x=1', ''])(
    'goes to the own page instead of %j',
    async (next) => {
      const { email, account } = await linked();
      expect((await visit(account, email, next)).to).toBe('/home');
    },
  );

  it('asks for the second step of somebody who has one', async () => {
    const { email, account } = await linked();
    await addAuthenticator(world, (await passwordStep(world, email, PASSWORD)).cookie);
    const { to, response } = await visit(account);
    expect([to, sessionCookieOf(response)]).toEqual(['/sign-in/code', '']);
  });

  it.each([
    ['an address of another domain', (email: string) => ({ email: email.replace(DOMAIN, 'elders.example.nl') })],
    ['an address the provider does not vouch for', (email: string) => ({ email, isVerified: false })],
    ['an address without an account', () => ({ email: `niemand@${DOMAIN}` })],
  ])('mails nobody for %s, and says the same', async (_, claims) => {
    const { email, account } = await person();
    await world.app
      .get(CreateAccount)
      .run({ email: email.replace(DOMAIN, 'elders.example.nl'), name: 'Elders', password: PASSWORD });
    const before = await world.database.asOwner('SELECT count(*) FROM mail_outbox');
    const { to } = await visit({ ...account, ...claims(email) }, email);
    expect([to, await world.database.asOwner('SELECT count(*) FROM mail_outbox')]).toEqual([
      '/sign-in?notice=link_mailed',
      before,
    ]);
  });

  it('takes an answer once, in time, in the browser that left, as the provider gave it', async () => {
    const { account, email } = await linked();
    const failed = '/sign-in?notice=provider_failed';
    const good = await visit(account);
    expect([good.to, (await comeBack(good.returned, good.cookie)).to]).toEqual(['/home', failed]);
    const there = async (): Promise<{ returned: URL; cookie: string }> => {
      provider.account = account;
      const { url, cookie } = await leave(email);
      return { returned: await provider.visit(url, callback), cookie };
    };
    const mine = await there();
    const theirs = await there();
    expect((await comeBack(mine.returned, '')).to).toBe(failed);
    expect((await comeBack(mine.returned, theirs.cookie)).to).toBe(failed);
    for (const [name, value] of [
      ['state', 'another'],
      ['code', 'another'],
      ['iss', 'https://elsewhere.example'],
    ] as const) {
      const one = await there();
      one.returned.searchParams.set(name, value);
      expect([name, (await comeBack(one.returned, one.cookie)).to]).toEqual([name, failed]);
    }
    const forged = await there();
    const [row] = await world.database.asOwner<{ nonce: string }>(
      `UPDATE provider_attempt SET nonce = 'another' WHERE id = $1 RETURNING nonce`,
      [forged.cookie.split('=')[1]?.split('.')[0]],
    );
    expect([row, (await comeBack(forged.returned, forged.cookie)).to]).toEqual([{ nonce: 'another' }, failed]);
    const stolen = await there();
    await world.database.asOwner(`UPDATE provider_attempt SET code_verifier = repeat('x', 43)`);
    expect((await comeBack(stolen.returned, stolen.cookie)).to).toBe(failed);
    const late = await there();
    await world.database.shiftClock(11 * 60_000);
    expect((await comeBack(late.returned, late.cookie)).to).toBe(failed);
  });

  it('takes no token whose signature is not of the provider', async () => {
    const { account } = await linked();
    expect(await visitWith(anotherSignature, account)).toEqual(REFUSED);
    expect((await visit(account)).to).toBe('/home');
  });

  it.each([
    ['needs no signature', noSignature],
    ['is signed with the public key as a secret (PEM)', publicKeyAsSecret('pem')],
    ['is signed with the public key as a secret (DER)', publicKeyAsSecret('der')],
    ['is signed with the secret of our client', clientSecretAsKey(provider.clientSecret)],
    ['is meant for another client', saying(() => ({ aud: 'another-client' }))],
    [
      'is meant for us among others, without saying who may use it',
      saying(() => ({ aud: ['htsm', 'another'], azp: 'another' })),
    ],
    ['names no audience', saying(() => ({ aud: undefined }))],
    ['is past its time', saying(() => ({ exp: seconds() - 120, iat: seconds() - 600 }))],
    ['never ends', saying(() => ({ exp: undefined }))],
    ['counts from later on', saying(() => ({ nbf: seconds() + 600 }))],
    ['comes from another issuer', saying(() => ({ iss: 'https://elsewhere.example' }))],
    ['answers another sign-in', saying(() => ({ nonce: 'another' }))],
    ['answers no sign-in', saying(() => ({ nonce: undefined }))],
    ['names nobody', saying(() => ({ sub: undefined }))],
  ])('takes no token that %s', async (_, forge) => {
    const { account } = await linked();
    expect(await visitWith(forge, account)).toEqual(REFUSED);
  });

  it('takes what the test signs with the provider’s own key, when it tells the truth', async () => {
    const { account } = await linked();
    expect(
      await visitWith(
        saying(() => ({})),
        account,
      ),
    ).toEqual({ to: '/home', hasSession: true });
  });

  it('links from a session with a recent proof, in that session only, and lets go of it again', async () => {
    const { email, account, userId } = await person();
    const { cookie } = await passwordStep(world, email, PASSWORD);
    const begin = async (): Promise<{ returned: URL; cookies: string; attempt: string }> => {
      provider.account = account;
      const begun = await world.request('POST', '/api/account/identities', { cookie });
      const attempt = setCookies(begun)[0]?.split(';', 1)[0] ?? '';
      const returned = await provider.visit((begun.body as { url: string }).url, callback); // ProviderAddressDto
      return { returned, attempt, cookies: `${cookie}; ${attempt}` };
    };
    const failed = '/sign-in?notice=provider_failed';
    const alone = await begin();
    expect((await comeBack(alone.returned, alone.attempt)).to).toBe(failed);
    const stranger = await passwordStep(world, (await person()).email, PASSWORD);
    const foreign = await begin();
    expect((await comeBack(foreign.returned, `${stranger.cookie}; ${foreign.attempt}`)).to).toBe(failed);
    const good = await begin();
    expect((await comeBack(good.returned, good.cookies)).to).toBe('/account/security?notice=linked');
    expect((await visit(account)).to).toBe('/home');
    const listed = await world.request('GET', '/api/account/identities', { cookie });
    const { items } = listed.body as { items: { id: string }[] }; // OwnIdentitiesDto
    expect(listed.body).toEqual({
      items: [{ id: expect.any(String), issuer: provider.issuer, linkedAt: expect.any(String) }],
      canLink: true,
    });
    const path = `/api/account/identities/${items[0]?.id ?? ''}`;
    expect((await world.request('DELETE', path, { cookie: stranger.cookie })).status).toBe(404);
    await world.database.shiftClock(16 * 60_000);
    expect(problemOf(await world.request('DELETE', path, { cookie })).code).toBe('proof_required');
    expect(problemOf(await world.request('POST', '/api/account/identities', { cookie })).code).toBe('proof_required');
    await world.database.shiftClock(0);
    expect((await world.request('DELETE', path, { cookie })).status).toBe(204);
    expect((await visit(account)).to).toBe('/sign-in?notice=link_mailed');
    expect((await eventsOf(world, userId)).filter((type) => /identity/.test(type))).toEqual([
      'account.identity_linked',
      'account.identity_unlinked',
    ]);
  });

  it('lets nobody in whose account is switched off', async () => {
    const { account, userId } = await linked();
    await world.database.asOwner('UPDATE app_user SET disabled_at = htsm_now() WHERE id = $1', [userId]);
    const { to, response } = await visit(account);
    expect([to, sessionCookieOf(response)]).toEqual(['/sign-in?notice=link_mailed', '']);
  });

  it('says of a domain without a provider that there is none', async () => {
    const answer = await world.request('POST', '/api/session/provider', { body: { email: 'x@elders.example.nl' } });
    expect([answer.body, setCookies(answer)]).toEqual([{ url: null }, []]);
  });

  it('is kept by administrators, after a proof, with the secret sealed and an issuer that answers', async () => {
    const listed = await world.request('GET', '/api/administration/identity-providers', { cookie: administrator });
    expect(listed.body).toEqual({
      items: [
        {
          id: expect.any(String),
          organisationName: 'Hunzebot',
          domain: DOMAIN,
          issuer: provider.issuer,
          clientId: 'htsm',
          createdAt: expect.any(String),
        },
      ],
      redirectUrl: callback,
    });
    const stored = await world.database.asOwner<{ row: string }>('SELECT p::text AS row FROM identity_provider p');
    const secret = Buffer.from(provider.clientSecret);
    expect(stored.some(({ row }) => row.includes(secret.toString()) || row.includes(secret.toString('hex')))).toBe(
      false,
    );
    expect(problemOf(await add({})).code).toBe('domain_taken');
    expect(problemOf(await add({ domain: 'a.example.nl', kvkNumber: '68770999' })).faults).toEqual([
      'kvkNumber: kvk_unknown',
    ]);
    for (const issuer of [
      `${provider.issuer}/other`,
      'http://169.254.169.254/',
      'not an address',
      'file:///etc/passwd',
    ]) {
      expect(problemOf(await add({ domain: 'a.example.nl', issuer })).faults).toEqual(['issuer: issuer_unknown']);
    }
    const [{ id }] = (listed.body as { items: [{ id: string }] }).items;
    const remove = (cookie: string): Promise<TestResponse> =>
      world.request('DELETE', `/api/administration/identity-providers/${id}`, { cookie });
    const stranger = (await passwordStep(world, `baas@${DOMAIN}`, PASSWORD)).cookie;
    expect([problemOf(await remove(stranger)).code, problemOf(await add({}, stranger)).code]).toEqual([
      'not_allowed',
      'not_allowed',
    ]);
    await world.database.shiftClock(16 * 60_000);
    expect([problemOf(await remove(administrator)).code, problemOf(await add({})).code]).toEqual([
      'proof_required',
      'proof_required',
    ]);
    await world.database.shiftClock(0);
    expect((await remove(administrator)).status).toBe(204);
    expect((await world.request('POST', '/api/session/provider', { body: { email: `x@${DOMAIN}` } })).body).toEqual({
      url: null,
    });
  });
});
