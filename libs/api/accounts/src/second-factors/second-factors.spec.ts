import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import { PASSWORD, createAccountsWorld, eventsOf, mailsTo, problemOf, setCookies } from '../testing/accounts-world';
import { addAuthenticator, codeOf, giveCode, passwordStep, sessionCookieOf } from '../testing/second-factors';

const MINUTE_MS = 60_000;

describe('the second step of signing in', () => {
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

  async function person(bodies: ('taskforce' | 'administration' | 'review_panel')[] = []) {
    people += 1;
    const email = `mens${people}@stap.example.nl`;
    const name = 'Tweede Stap';
    const { userId } = await world.app.get(CreateAccount).run({ email, name, password: PASSWORD, bodies });
    const { cookie, response } = await passwordStep(world, email, PASSWORD);
    return { email, userId, cookie, response };
  }

  it('does not open the session before the code is right', async () => {
    const { email, cookie, userId } = await person();
    const { secret } = await addAuthenticator(world, cookie);
    const waiting = await passwordStep(world, email, PASSWORD);
    expect(waiting.response.body).toEqual({
      now: expect.any(String),
      demo: true,
      user: null,
      waitsFor: { methods: ['authenticator', 'recovery_code'] },
    });
    expect(setCookies(waiting.response)).toEqual([
      expect.stringMatching(/^__Host-htsm-step=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    expect((await world.request('GET', '/api/account', { cookie: waiting.cookie })).status).toBe(401);
    const asSession = waiting.cookie.replace('-step', '');
    expect((await world.request('GET', '/api/account', { cookie: asSession })).status).toBe(401);
    const step = await world.request('GET', '/api/session/second-factor', { cookie: waiting.cookie });
    expect(step.body).toEqual({ methods: ['authenticator', 'recovery_code'] });
    const done = await giveCode(world, waiting.cookie, await codeOf(world, secret, 1));
    expect(done.body).toEqual(
      expect.objectContaining({ waitsFor: null, user: expect.objectContaining({ id: userId }) }),
    );
    const session = sessionCookieOf(done);
    expect((await world.request('GET', '/api/account', { cookie: session })).status).toBe(200);
    expect(problemOf(await giveCode(world, waiting.cookie, await codeOf(world, secret, 1)))).toEqual({
      status: 409,
      code: 'sign_in_expired',
      faults: [],
    });
  });

  it('takes each code once, also when twenty requests bring it at the same time', async () => {
    const { email, cookie } = await person();
    const { secret } = await addAuthenticator(world, cookie);
    const setUp = await passwordStep(world, email, PASSWORD);
    const enrolled = await giveCode(world, setUp.cookie, await codeOf(world, secret));
    expect(problemOf(enrolled).faults).toEqual(['code: code_wrong']);
    await world.database.shiftClock(5 * MINUTE_MS);
    const code = await codeOf(world, secret);
    const steps: { cookie: string }[] = [];
    for (let attempt = 0; attempt < 20; attempt += 1) steps.push(await passwordStep(world, email, PASSWORD));
    const answers: TestResponse[] = [];
    for (const half of [steps.slice(0, 10), steps.slice(10)]) {
      await world.database.asOwner('DELETE FROM rate_limit');
      answers.push(...(await Promise.all(half.map((step) => giveCode(world, step.cookie, code)))));
    }
    const statuses = answers.map((answer) => answer.status).sort((a, b) => a - b);
    expect(statuses).toEqual([200, ...new Array<number>(19).fill(422)]);
  });

  it('takes a recovery code once, as people type it, and keeps only hashes', async () => {
    const { email, cookie, userId } = await person();
    const { recoveryCodes } = await addAuthenticator(world, cookie);
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [code = ''] = recoveryCodes;
    const typed = code.toUpperCase().replaceAll('-', ' ');
    const first = await passwordStep(world, email, PASSWORD);
    expect((await giveCode(world, first.cookie, typed)).status).toBe(200);
    const again = await passwordStep(world, email, PASSWORD);
    expect(problemOf(await giveCode(world, again.cookie, code)).faults).toEqual(['code: code_wrong']);
    const stored = await world.database.asOwner<{ row: string }>(
      `SELECT (SELECT string_agg(r::text, ' ') FROM recovery_code r) || (SELECT string_agg(t::text, ' ') FROM totp_factor t) AS row`,
    );
    expect(stored[0]?.row).not.toContain(code);
    const left = await world.request('GET', '/api/account/second-factors', { cookie: sessionCookieOf(await finish()) });
    expect(left.body).toEqual({
      authenticator: { addedAt: expect.any(String), lastUsedAt: null },
      passkeys: [],
      recoveryCodesLeft: 8,
      isRequired: false,
    });
    expect(await eventsOf(world, userId)).toContain('account.factor_added');

    async function finish(): Promise<TestResponse> {
      return giveCode(world, again.cookie, recoveryCodes[1] ?? '');
    }
  });

  it('refuses another person’s code and recovery code', async () => {
    const mine = await person();
    const theirs = await person();
    await addAuthenticator(world, mine.cookie);
    const { secret, recoveryCodes } = await addAuthenticator(world, theirs.cookie);
    const step = await passwordStep(world, mine.email, PASSWORD);
    for (const code of [await codeOf(world, secret, 1), recoveryCodes[0] ?? '']) {
      expect(problemOf(await giveCode(world, step.cookie, code)).faults).toEqual(['code: code_wrong']);
    }
  });

  it('stops guessing after ten codes, over all sign-ins of the account', async () => {
    const { email, cookie } = await person();
    const { secret } = await addAuthenticator(world, cookie);
    await world.database.asOwner('DELETE FROM rate_limit');
    const statuses: number[] = [];
    for (const round of [1, 2]) {
      const step = await passwordStep(world, email, PASSWORD);
      for (let attempt = 0; attempt < 5 * round; attempt += 1)
        statuses.push((await giveCode(world, step.cookie, '000000')).status);
    }
    expect(statuses).toEqual([...new Array<number>(10).fill(422), ...new Array<number>(5).fill(429)]);
    const step = await passwordStep(world, email, PASSWORD);
    expect((await giveCode(world, step.cookie, await codeOf(world, secret, 1))).status).toBe(429);
  });

  it('ends an unfinished sign-in after ten minutes and at a new password', async () => {
    const { email, cookie } = await person();
    const { secret } = await addAuthenticator(world, cookie);
    const late = await passwordStep(world, email, PASSWORD);
    await world.database.shiftClock(11 * MINUTE_MS);
    expect(problemOf(await giveCode(world, late.cookie, await codeOf(world, secret))).code).toBe('sign_in_expired');
    const step = await passwordStep(world, email, PASSWORD);
    const next = 'vlinder steiger boterham 7';
    const body = { current: PASSWORD, next };
    expect((await world.request('POST', '/api/account/password', { cookie, body })).status).toBe(204);
    expect(problemOf(await giveCode(world, step.cookie, await codeOf(world, secret))).code).toBe('sign_in_expired');
  });

  it.each([['taskforce'], ['administration'], ['review_panel']] as const)(
    'leads a person of the %s to a second factor before anything else',
    async (body) => {
      const { cookie, response, email } = await person([body]);
      expect((response.body as { user: unknown }).user).toEqual(
        expect.objectContaining({
          owesSecondFactor: true,
          isTaskforce: false,
          isAdministrator: false,
          organisations: [],
        }),
      );
      for (const path of ['/api/account', '/api/account/sessions', '/api/administration/people']) {
        expect(problemOf(await world.request('GET', path, { cookie }))).toEqual({
          status: 403,
          code: 'second_factor_required',
          faults: [],
        });
      }
      await addAuthenticator(world, cookie);
      expect((await world.request('GET', '/api/account', { cookie })).status).toBe(200);
      const removal = await world.request('DELETE', '/api/account/second-factors/authenticator', { cookie });
      expect(problemOf(removal)).toEqual({ status: 409, code: 'last_factor', faults: [] });
      expect((await mailsTo(world, email)).map((mail) => mail.kind)).toEqual(['factor_added']);
    },
  );

  it('asks for a second factor from the moment a role is given', async () => {
    const { cookie, userId } = await person();
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(200);
    await world.database.asOwner(`INSERT INTO membership (user_id, body, role) VALUES ($1, 'taskforce', 'member')`, [
      userId,
    ]);
    expect(problemOf(await world.request('GET', '/api/account', { cookie })).code).toBe('second_factor_required');
  });

  it('lets a person without such a role take it away again, and ends the other sessions at each change', async () => {
    const { email, cookie } = await person();
    const elsewhere = await passwordStep(world, email, PASSWORD);
    const { secret, recoveryCodes } = await addAuthenticator(world, cookie);
    expect((await world.request('GET', '/api/account', { cookie: elsewhere.cookie })).status).toBe(401);
    const renewed = await world.request('POST', '/api/account/second-factors/recovery-codes', { cookie });
    expect((renewed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10);
    const step = await passwordStep(world, email, PASSWORD);
    expect((await giveCode(world, step.cookie, recoveryCodes[0] ?? '')).status).toBe(422);
    const second = await addAuthenticator(world, cookie);
    expect([second.recoveryCodes, second.secret === secret]).toEqual([[], false]);
    expect((await world.request('DELETE', '/api/account/second-factors/authenticator', { cookie })).status).toBe(204);
    expect((await passwordStep(world, email, PASSWORD)).response.body).toEqual(
      expect.objectContaining({ waitsFor: null, user: expect.objectContaining({ email }) }),
    );
    expect((await mailsTo(world, email)).map((mail) => mail.kind)).toEqual([
      'factor_added',
      'factor_added',
      'factor_removed',
    ]);
  });
});
