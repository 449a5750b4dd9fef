import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import {
  PASSWORD,
  answerOf,
  cookieOf,
  createAccountsWorld,
  eventsOf,
  mailedToken,
  mailsTo,
  problemOf,
  setCookies,
} from '../testing/accounts-world';

const DAY_MS = 86_400_000;

describe('signing in', () => {
  let world: TestWorld;
  let fennaId: string;

  beforeAll(async () => {
    world = await createAccountsWorld();
    const fenna = await world.app.get(CreateAccount).run({
      email: 'Fenna@hunzebot.example.nl',
      name: 'Fenna de Vries',
      password: PASSWORD,
      organisation: { name: 'Hunzebot', kind: 'sme', kvkNumber: '70010001' },
    });
    fennaId = fenna.userId;
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.database.shiftClock(0);
    await world.database.asOwner('DELETE FROM rate_limit');
    await world.database.asOwner('DELETE FROM session');
  });

  const signIn = (email: string, password: string, cookie?: string): Promise<TestResponse> =>
    world.request('POST', '/api/session', { body: { email, password }, cookie, headers: { 'user-agent': 'Firefox' } });
  const sessions = (): Promise<{ id: string }[]> =>
    world.database.asOwner('SELECT id FROM session ORDER BY created_at');

  it('tells a stranger the time and sets nothing', async () => {
    const response = await world.request('GET', '/api/session');
    expect(response.body).toEqual({
      now: expect.stringMatching(/^\d{4}-.*Z$/),
      demo: true,
      user: null,
      waitsFor: null,
    });
    expect(setCookies(response)).toEqual([]);
  });

  it('opens a session in a cookie that scripts and other sites cannot use', async () => {
    const response = await signIn('fenna@hunzebot.example.nl', PASSWORD);
    expect(setCookies(response)).toEqual([
      expect.stringMatching(/^__Host-htsm=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
    const person = {
      id: fennaId,
      name: 'Fenna de Vries',
      email: 'Fenna@hunzebot.example.nl',
      locale: 'nl',
      isTaskforce: false,
      isAdministrator: false,
      isReviewer: false,
      owesSecondFactor: false,
      organisations: [{ id: expect.any(String), name: 'Hunzebot', kind: 'sme', role: 'owner' }],
    };
    expect(response.body).toEqual({ now: expect.any(String), demo: true, user: person, waitsFor: null });
    const again = await world.request('GET', '/api/session', { cookie: cookieOf(response) });
    expect(again.body).toEqual({ now: expect.any(String), demo: true, user: person, waitsFor: null });
    expect((await eventsOf(world, fennaId)).at(-1)).toBe('session.opened');
  });

  it('keeps no secret in the database', async () => {
    const token = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD))?.split('=')[1] ?? '';
    const rows = await world.database.asOwner<{ row: string }>('SELECT s::text AS row FROM session s');
    expect(rows.some(({ row }) => row.includes(token) || row.includes(Buffer.from(token).toString('hex')))).toBe(false);
  });

  it('gives a new session at every sign-in and ends the one of the old cookie', async () => {
    const first = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD));
    const second = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD, first));
    expect(second).not.toBe(first);
    expect(await sessions()).toHaveLength(1);
    expect(await world.request('GET', '/api/account', { cookie: first }).then(problemOf)).toMatchObject({
      status: 401,
    });
  });

  it('ignores a session id that the browser brought along', async () => {
    const planted = `__Host-htsm=${'A'.repeat(43)}`;
    const response = await signIn('fenna@hunzebot.example.nl', PASSWORD, planted);
    expect(cookieOf(response)).not.toBe(planted);
  });

  it('answers a wrong password, an unknown address and an unconfirmed one alike', async () => {
    await register('open@kwelder.example.nl', '70010002');
    const wrong = await signIn('fenna@hunzebot.example.nl', 'not the password at all');
    const unknown = await signIn('nobody@kwelder.example.nl', 'not the password at all');
    const unconfirmed = await signIn('open@kwelder.example.nl', PASSWORD);
    const unconfirmedWrong = await signIn('open@kwelder.example.nl', 'not the password at all');
    expect(problemOf(wrong)).toEqual({ status: 401, code: 'wrong_credentials', faults: [] });
    for (const other of [unknown, unconfirmed, unconfirmedWrong]) expect(answerOf(other)).toEqual(answerOf(wrong));
  });

  it('does the same work for an unknown address as for a known one', async () => {
    // of the processor, which does not depend on what else the machine does
    const work = async (email: string): Promise<number> => {
      const before = process.cpuUsage();
      await signIn(email, 'not the password at all');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      known.push(await work('fenna@hunzebot.example.nl'));
      unknown.push(await work(`nobody${round}@kwelder.example.nl`));
      await world.database.asOwner('DELETE FROM rate_limit');
    }
    const median = (each: number[]): number => each.sort((a, b) => a - b)[4] ?? 0;
    expect(median(unknown) / median(known)).toBeGreaterThan(0.5);
    expect(median(unknown) / median(known)).toBeLessThan(2);
  });

  it('mails the confirmation again when an unconfirmed person knows the password, even after the link expired', async () => {
    await register('late@kwelder.example.nl', '70010003');
    await world.database.shiftClock(4 * DAY_MS);
    await signIn('late@kwelder.example.nl', 'not the password at all');
    expect(await mailsTo(world, 'late@kwelder.example.nl')).toHaveLength(1);
    await signIn('late@kwelder.example.nl', PASSWORD);
    expect((await mailsTo(world, 'late@kwelder.example.nl')).map((mail) => mail.kind)).toEqual([
      'confirm_email',
      'confirm_email',
    ]);
    const token = await mailedToken(world, 'late@kwelder.example.nl', 'confirm_email');
    expect((await world.request('POST', '/api/email-confirmations', { body: { token } })).status).toBe(200);
    expect((await signIn('late@kwelder.example.nl', PASSWORD)).status).toBe(200);
  });

  it('refuses after ten wrong passwords for one account, known or not, and forgets them at a right one', async () => {
    for (const email of ['fenna@hunzebot.example.nl', 'nobody@kwelder.example.nl']) {
      for (let attempt = 0; attempt < 10; attempt += 1)
        expect((await signIn(email, 'wrong, quite wrong')).status).toBe(401);
      const refused = await signIn(email, PASSWORD);
      expect(problemOf(refused)).toEqual({ status: 429, code: 'too_many_attempts', faults: [] });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800);
    }
    await world.database.shiftClock(16 * 60_000);
    expect((await signIn('fenna@hunzebot.example.nl', PASSWORD)).status).toBe(200);
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn('fenna@hunzebot.example.nl', 'wrong, quite wrong');
    expect((await signIn('fenna@hunzebot.example.nl', PASSWORD)).status).toBe(429);
  });

  it('refuses a network address that tries many accounts', async () => {
    await world.database.asOwner('UPDATE rate_limit SET hits = 0');
    await signIn('a@kwelder.example.nl', 'wrong, quite wrong');
    await world.database.asOwner('UPDATE rate_limit SET hits = 300 WHERE hits = 1');
    expect((await signIn('b@kwelder.example.nl', 'wrong, quite wrong')).status).toBe(429);
  });

  it.each([
    [{}, ['email: required', 'password: required']],
    [{ email: 'x@y.nl' }, ['password: required']],
    [{ email: 7, password: ['a'] }, ['email: text', 'password: text']],
    [{ email: 'x@y.nl', password: 'p', remember: true }, ['remember: unknown']],
  ])('names what is wrong with %j', async (body, faults) => {
    const response = await world.request('POST', '/api/session', { body });
    expect(problemOf(response)).toEqual({ status: 422, code: 'validation_failed', faults });
  });

  it.each([
    [{ email: 'fenna@hunzebot.example.nl', password: 'a\u0000b' }, 400],
    [{ email: 'fenna\u0000@hunzebot.example.nl', password: 'a' }, 400],
    [{ email: '  ', password: ' ' }, 401],
    [[1], 422],
  ])('answers %j as a refusal', async (body, status) => {
    expect((await world.request('POST', '/api/session', { body })).status).toBe(status);
  });

  it('refuses a sign-in that another site sends', async () => {
    const body = { email: 'fenna@hunzebot.example.nl', password: PASSWORD };
    const response = await world.app.inject({ method: 'POST', url: '/api/session', payload: body });
    expect(response.statusCode).toBe(403);
    const foreign = await world.request('POST', '/api/session', {
      body,
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(problemOf(foreign)).toMatchObject({ status: 403, code: 'forged_request' });
  });

  it('signs out, and again without harm', async () => {
    const cookie = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD));
    const response = await world.request('DELETE', '/api/session', { cookie });
    expect([response.status, response.headers['clear-site-data']]).toEqual([204, '"cache", "storage"']);
    expect(setCookies(response)[0]).toMatch(
      /^__Host-htsm=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970.*; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await sessions()).toEqual([]);
    expect((await world.request('DELETE', '/api/session', { cookie })).status).toBe(204);
  });

  it('keeps a used session alive and lets an idle one end after thirty days', async () => {
    const cookie = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD));
    await world.database.shiftClock(20 * DAY_MS);
    const used = await world.request('GET', '/api/account', { cookie });
    expect(setCookies(used)).toEqual([expect.stringContaining('Max-Age=2592000')]);
    expect(setCookies(await world.request('GET', '/api/account', { cookie }))).toEqual([]);
    await world.database.shiftClock(49 * DAY_MS);
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(200);
    await world.database.shiftClock(51 * DAY_MS);
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(401);
  });

  it('ends a session ninety days after it was opened, however much it is used', async () => {
    const cookie = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD));
    // as if it had been used until the day before
    await world.database.asOwner(`UPDATE session SET expires_at = created_at + interval '109 days'`);
    await world.database.shiftClock(80 * DAY_MS);
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(200);
    expect(
      await world.database.asOwner(`SELECT expires_at = created_at + interval '90 days' AS at_ninety FROM session`),
    ).toEqual([{ at_ninety: true }]);
    await world.database.shiftClock(90 * DAY_MS + 1000);
    expect((await world.request('GET', '/api/account', { cookie })).status).toBe(401);
  });

  describe('of somebody with a role', () => {
    const HOUR_MS = 3_600_000;
    const account = (cookie: string | undefined): Promise<number> =>
      world.request('GET', '/api/account', { cookie }).then((response) => response.status);
    beforeEach(() => world.database.asOwner(`DELETE FROM membership WHERE body <> 'organisation'`));

    it.each(['taskforce', 'administration', 'review_panel'])('ends after twelve idle hours: %s', async (body) => {
      const cookie = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD));
      await world.database.shiftClock(11 * HOUR_MS);
      expect(await account(cookie)).toBe(200);
      // the role counts at once, also for a session that was opened without it
      await world.database.asOwner(`INSERT INTO membership (user_id, body, role) VALUES ($1, $2, 'member')`, [
        fennaId,
        body,
      ]);
      await world.database.shiftClock(22 * HOUR_MS);
      expect(await account(cookie)).toBe(403); // signed in, and owing a second factor
      await world.database.shiftClock(23 * HOUR_MS + 1000);
      expect(await account(cookie)).toBe(401);
    });

    it('ends a week after it was opened, however much it is used', async () => {
      const cookie = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD));
      await world.database.asOwner(`INSERT INTO membership (user_id, body, role) VALUES ($1, 'taskforce', 'member')`, [
        fennaId,
      ]);
      await world.database.asOwner(`UPDATE session SET last_seen_at = created_at + interval '167 hours'`);
      await world.database.shiftClock(168 * HOUR_MS - 60_000);
      expect(await account(cookie)).toBe(403);
      await world.database.shiftClock(168 * HOUR_MS + 1000);
      expect(await account(cookie)).toBe(401);
    });

    it('is not among the open ones once it has ended', async () => {
      await signIn('fenna@hunzebot.example.nl', PASSWORD);
      await world.database.shiftClock(13 * HOUR_MS);
      const here = cookieOf(await signIn('fenna@hunzebot.example.nl', PASSWORD));
      const open = async (): Promise<number> => {
        const response = await world.request('GET', '/api/account/sessions', { cookie: here });
        return (response.body as { items: unknown[] }).items.length; // AccountSessionsDto
      };
      expect(await open()).toBe(2);
      await world.database.asOwner(
        `INSERT INTO membership (user_id, body, role) VALUES ($1, 'review_panel', 'member')`,
        [fennaId],
      );
      await world.database.asOwner(`UPDATE session SET second_factor_at = htsm_now()`);
      expect(await open()).toBe(1);
    });
  });

  async function register(email: string, kvkNumber: string): Promise<void> {
    const body = {
      organisationName: 'Kwelder Sensing',
      organisationKind: 'sme',
      kvkNumber,
      name: 'Wiebe Bos',
      email,
      password: PASSWORD,
    };
    expect((await world.request('POST', '/api/registrations', { body })).status).toBe(202);
  }
});
