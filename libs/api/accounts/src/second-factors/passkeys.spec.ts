import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import { PASSWORD, createAccountsWorld, problemOf } from '../testing/accounts-world';
import { passwordStep, sessionCookieOf } from '../testing/second-factors';
import { SoftwarePasskey, type Answering } from '../testing/software-passkey';

describe('passkeys', () => {
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

  async function person(bodies: 'taskforce'[] = []) {
    people += 1;
    const email = `sleutel${people}@pas.example.nl`;
    const { userId } = await world.app
      .get(CreateAccount)
      .run({ email, name: 'Pas Sleutel', password: PASSWORD, bodies });
    const { cookie } = await passwordStep(world, email, PASSWORD);
    return { email, userId, cookie };
  }

  async function question(path: string, cookie?: string): Promise<string> {
    const asked = await world.request('POST', path, { cookie });
    return (asked.body as { options: string }).options; // PasskeyQuestionDto
  }

  async function add(cookie: string): Promise<{ passkey: SoftwarePasskey; response: TestResponse; answer: string }> {
    const passkey = new SoftwarePasskey(world.config.publicUrl);
    const answer = passkey.create(await question('/api/account/second-factors/passkeys/question', cookie));
    const body = { name: 'Laptop', answer };
    const response = await world.request('POST', '/api/account/second-factors/passkeys', { cookie, body });
    return { passkey, response, answer };
  }

  async function alone(passkey: SoftwarePasskey, how: Answering = {}): Promise<TestResponse> {
    const answer = passkey.sign(await question('/api/session/passkey/question'), how);
    return world.request('POST', '/api/session/passkey', { body: { answer } });
  }

  const wrong = { status: 422, code: 'validation_failed', faults: ['answer: passkey_wrong'] };

  it('are added under a name, listed, used as the second step and taken away', async () => {
    const { email, cookie } = await person();
    const { passkey, response } = await add(cookie);
    expect((response.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    const step = await passwordStep(world, email, PASSWORD);
    expect((step.response.body as { waitsFor: unknown }).waitsFor).toEqual({ methods: ['passkey', 'recovery_code'] });
    const answer = passkey.sign(await question('/api/session/second-factor/passkey/question', step.cookie));
    const done = await world.request('POST', '/api/session/second-factor/passkey', {
      cookie: step.cookie,
      body: { answer },
    });
    const session = sessionCookieOf(done);
    const listed = await world.request('GET', '/api/account/second-factors', { cookie: session });
    expect(listed.body).toEqual({
      authenticator: null,
      passkeys: [
        { id: expect.any(String), name: 'Laptop', addedAt: expect.any(String), lastUsedAt: expect.any(String) },
      ],
      recoveryCodesLeft: 10,
      isRequired: false,
    });
    const { passkeys } = listed.body as { passkeys: { id: string }[] };
    const path = `/api/account/second-factors/passkeys/${passkeys[0]?.id ?? ''}`;
    const stranger = await person();
    expect((await world.request('DELETE', path, { cookie: stranger.cookie })).status).toBe(404);
    expect((await world.request('DELETE', path, { cookie: session })).status).toBe(204);
    expect(problemOf(await alone(passkey))).toEqual(wrong);
  });

  it('sign in alone when the device knows its owner, and complete a role’s demand', async () => {
    const { userId, cookie } = await person(['taskforce']);
    const { passkey } = await add(cookie);
    const done = await alone(passkey);
    expect(done.body).toEqual(
      expect.objectContaining({
        waitsFor: null,
        user: expect.objectContaining({ id: userId, isTaskforce: true, owesSecondFactor: false }),
      }),
    );
    expect((await world.request('GET', '/api/account', { cookie: sessionCookieOf(done) })).status).toBe(200);
  });

  it.each([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['without finger, face or PIN', { isVerified: false }],
    ['with a counter that stands still, as of a copy', { counter: 1 }],
  ])('are refused %s', async (_, how) => {
    const { cookie } = await person();
    const { passkey } = await add(cookie);
    expect((await alone(passkey)).status).toBe(200);
    expect(problemOf(await alone(passkey, how))).toEqual(wrong);
  });

  it('answer a question once, in time, for its purpose and its person', async () => {
    const mine = await person();
    const theirs = await person();
    const { passkey, answer: registration } = await add(mine.cookie);
    const other = await add(theirs.cookie);
    const send = (answer: string, cookie?: string, path = '/api/session/passkey'): Promise<TestResponse> =>
      world.request('POST', path, { body: { answer }, cookie });
    const first = passkey.sign(await question('/api/session/passkey/question'));
    expect((await send(first)).status).toBe(200);
    expect(problemOf(await send(first))).toEqual(wrong);
    const late = passkey.sign(await question('/api/session/passkey/question'));
    await world.database.shiftClock(6 * 60_000);
    expect(problemOf(await send(late))).toEqual(wrong);
    const step = await passwordStep(world, mine.email, PASSWORD);
    const asFactor = await question('/api/session/second-factor/passkey/question', step.cookie);
    expect(problemOf(await send(passkey.sign(asFactor)))).toEqual(wrong);
    const path = '/api/session/second-factor/passkey';
    expect(problemOf(await send(other.passkey.sign(asFactor), step.cookie, path))).toEqual(wrong);
    const unasked = passkey.sign(await question('/api/session/passkey/question'));
    expect(problemOf(await send(unasked, step.cookie, path))).toEqual(wrong);
    const again = { name: 'Kopie', answer: registration };
    const copied = await world.request('POST', '/api/account/second-factors/passkeys', {
      cookie: mine.cookie,
      body: again,
    });
    expect(problemOf(copied)).toEqual(wrong);
    for (const nonsense of ['{}', '[]', 'null', '"x"', '{"id":1}', '{"id":"a","response":{"clientDataJSON":"e30"}}'])
      expect(problemOf(await send(nonsense))).toEqual(wrong);
  });

  it('give one session to twenty requests with the same answer', async () => {
    const { cookie } = await person();
    const { passkey } = await add(cookie);
    const answer = passkey.sign(await question('/api/session/passkey/question'));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => world.request('POST', '/api/session/passkey', { body: { answer } })),
    );
    const statuses = answers.map((one) => one.status).sort((a, b) => a - b);
    expect(statuses).toEqual([200, ...new Array<number>(19).fill(422)]);
  });
});
