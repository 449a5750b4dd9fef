import type { TestResponse, TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import {
  PASSWORD,
  answerOf,
  createAccountsWorld,
  eventsOf,
  fastestMs,
  mailedToken,
  mailsTo,
  problemOf,
} from '../testing/accounts-world';

const KELVIN = '\u212a';

describe('registering an organisation', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createAccountsWorld();
    await world.app.get(CreateAccount).run({
      email: 'mike@bekend.example.nl',
      name: 'Mike Postma',
      password: PASSWORD,
      locale: 'en',
      organisation: { name: 'Bekend', kind: 'company', kvkNumber: '70020001' },
    });
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM rate_limit'));

  const input = {
    organisationName: 'Wadtech Automatisering',
    organisationKind: 'sme',
    kvkNumber: '70.02 0002',
    name: 'Jelle Dijkstra',
    email: 'jelle@wadtech.example.nl',
    password: PASSWORD,
  };
  const register = (changes: Partial<typeof input> = {}): Promise<TestResponse> =>
    world.request('POST', '/api/registrations', { body: { ...input, ...changes } });
  const confirm = (token: string): Promise<TestResponse> =>
    world.request('POST', '/api/email-confirmations', { body: { token } });

  it('makes nothing before the address is confirmed, then person, organisation and ownership at once', async () => {
    const answer = await register();
    expect([answer.status, answer.body]).toEqual([202, { email: 'jelle@wadtech.example.nl' }]);
    expect(await mailsTo(world, input.email)).toEqual([
      {
        kind: 'confirm_email',
        to_email: input.email,
        locale: 'nl',
        variables: { name: 'Jelle Dijkstra', tokenId: expect.any(String) },
      },
    ]);
    expect(await world.database.asOwner('SELECT id FROM organisation WHERE kvk_number = $1', ['70020002'])).toEqual([]);
    const confirmed = await confirm(await mailedToken(world, input.email, 'confirm_email'));
    expect([confirmed.status, confirmed.body]).toEqual([
      200,
      { email: input.email, name: 'Jelle Dijkstra', organisationName: 'Wadtech Automatisering' },
    ]);
    const rows = await world.database.asOwner<{ user_id: string; organisation_id: string }>(
      `SELECT m.user_id, m.organisation_id, m.role, o.name, o.kind, o.kvk_number, u.locale, u.email_confirmed_at IS NOT NULL AS is_confirmed
       FROM membership m JOIN organisation o ON o.id = m.organisation_id JOIN app_user u ON u.id = m.user_id WHERE u.email = $1`,
      [input.email],
    );
    expect(rows).toEqual([
      {
        user_id: expect.any(String),
        organisation_id: expect.any(String),
        role: 'owner',
        name: 'Wadtech Automatisering',
        kind: 'sme',
        kvk_number: '70020002',
        locale: 'nl',
        is_confirmed: true,
      },
    ]);
    expect(await eventsOf(world, rows[0]?.user_id ?? '')).toEqual(['account.created']);
    expect(await eventsOf(world, rows[0]?.organisation_id ?? '')).toEqual([
      'organisation.registered',
      'membership.started',
    ]);
    expect(await world.database.asOwner('SELECT * FROM registration WHERE kvk_number = $1', ['70020002'])).toEqual([]);
  });

  it('answers a known address like an unknown one, and tells its owner by mail in their language', async () => {
    const unknown = await register({ email: 'mine@nieuw.example.nl', kvkNumber: '70020003' });
    const known = await register({ email: 'mike@bekend.example.nl', kvkNumber: '70020004' });
    expect(answerOf({ ...known, text: known.text.replace('mike@bekend', 'mine@nieuw') })).toEqual(
      answerOf({ ...unknown, headers: { ...unknown.headers, 'content-length': known.headers['content-length'] } }),
    );
    expect(await mailsTo(world, 'mike@bekend.example.nl')).toEqual([
      {
        kind: 'already_registered',
        to_email: 'mike@bekend.example.nl',
        locale: 'en',
        variables: { name: 'Mike Postma' },
      },
    ]);
  });

  it('does not let the KvK number tell whether an address was known', async () => {
    await register({ email: 'mike@bekend.example.nl', kvkNumber: '70020005' });
    await register({ email: 'first@nieuw.example.nl', kvkNumber: '70020006' });
    const afterKnown = await register({ email: 'probe1@nieuw.example.nl', kvkNumber: '70020005' });
    const afterUnknown = await register({ email: 'probe1@nieuw.example.nl', kvkNumber: '70020006' });
    expect(answerOf(afterKnown)).toEqual(answerOf(afterUnknown));
  });

  it('takes as long for a known address as for an unknown one', async () => {
    const unknown = await fastestMs(() => register({ email: 'tijd@nieuw.example.nl', kvkNumber: '70020007' }));
    const known = await fastestMs(() => register({ email: 'mike@bekend.example.nl', kvkNumber: '70020007' }));
    expect(Math.min(unknown, known)).toBeGreaterThanOrEqual(249);
    expect(Math.abs(unknown - known)).toBeLessThan(60);
  });

  it('writes to the stored address when letters only look alike', async () => {
    await register({ email: `mi${KELVIN}e@bekend.example.nl`, kvkNumber: '70020008' });
    const mails = await world.database.asOwner<{ to_email: string }>(
      `SELECT to_email::text FROM mail_outbox WHERE to_email::text LIKE '%' || $1 || '%'`,
      [KELVIN],
    );
    expect(mails).toEqual([]);
  });

  it.each([
    [{ kvkNumber: '1234567' }, ['kvkNumber: kvk_form']],
    [{ kvkNumber: '00000000' }, ['kvkNumber: kvk_form']],
    [{ kvkNumber: '70020001' }, ['kvkNumber: kvk_taken']],
    [{ password: 'short' }, ['password: too_short']],
    [{ password: 'Welkom2024!!' }, ['password: password_common']],
    [{ password: 'JelleDijkstra88' }, ['password: password_personal']],
    [{ password: 'wadtech-htsm-2026' }, ['password: password_personal']],
    [{ email: 'no address' }, ['email: email']],
    [{ organisationKind: 'taskforce' }, ['organisationKind: choice']],
  ])('refuses %j with a clear sentence', async (changes, faults) => {
    const response = await register({ ...changes });
    expect(problemOf(response)).toEqual({ status: 422, code: 'validation_failed', faults });
  });

  it('speaks the reader’s language', async () => {
    const answer = await world.request('POST', '/api/registrations', {
      body: { ...input, kvkNumber: '70020001' },
      headers: { 'accept-language': 'en-GB' },
    });
    expect(answer.body).toMatchObject({
      errors: [
        { path: 'kvkNumber', detail: 'This KvK number is registered already. Ask a colleague for an invitation.' },
      ],
    });
  });

  it('lets exactly one of twenty simultaneous confirmations succeed', async () => {
    await register({ email: 'twintig@nieuw.example.nl', kvkNumber: '70020009' });
    const token = await mailedToken(world, 'twintig@nieuw.example.nl', 'confirm_email');
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(token)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...new Array<number>(19).fill(409)]);
    expect(problemOf(await confirm(token))).toEqual({ status: 409, code: 'link_not_usable', faults: [] });
  });

  it('refuses a link after three days, a link for something else and a forged one', async () => {
    await register({ email: 'traag@nieuw.example.nl', kvkNumber: '70020010' });
    const token = await mailedToken(world, 'traag@nieuw.example.nl', 'confirm_email');
    const other = await world.request('POST', '/api/password-resets/complete', { body: { token, password: PASSWORD } });
    expect(problemOf(other).code).toBe('link_not_usable');
    expect(problemOf(await confirm(`${token.slice(0, -2)}xx`)).code).toBe('link_not_usable');
    await world.database.shiftClock(73 * 3_600_000);
    expect(problemOf(await confirm(token)).code).toBe('link_not_usable');
    await world.database.shiftClock(0);
    expect((await confirm(token)).status).toBe(200);
  });

  it('lets the first of two colleagues keep the KvK number', async () => {
    await register({ email: 'een@samen.example.nl', kvkNumber: '70020011' });
    await register({ email: 'twee@samen.example.nl', kvkNumber: '70020011' });
    expect((await confirm(await mailedToken(world, 'twee@samen.example.nl', 'confirm_email'))).status).toBe(200);
    const late = await confirm(await mailedToken(world, 'een@samen.example.nl', 'confirm_email'));
    expect(problemOf(late)).toEqual({ status: 409, code: 'kvk_number_taken', faults: [] });
  });

  it('refuses the sixth registration of an address within the hour', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1)
      await register({ email: 'vaak@nieuw.example.nl', kvkNumber: '70020012' });
    const refused = await register({ email: 'VAAK@nieuw.example.nl', kvkNumber: '70020012' });
    expect(problemOf(refused).code).toBe('too_many_attempts');
  });

  it('forgets what was never confirmed after thirty days', async () => {
    await register({ email: 'oud@nieuw.example.nl', kvkNumber: '70020013' });
    await world.database.shiftClock(31 * 86_400_000);
    await register({ email: 'jong@nieuw.example.nl', kvkNumber: '70020014' });
    expect(await world.database.asOwner(`SELECT id FROM account_token WHERE email = 'oud@nieuw.example.nl'`)).toEqual(
      [],
    );
    await world.database.shiftClock(0);
  });
});
