import { linkToken } from '@htsm/api/core';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';

const INTEREST = { themes: ['robotics'], regions: ['drenthe'], frequency: 'weekly' };
const CHOICES = { ...INTEREST, locale: 'nl' };
const NO_QUIET = { weekends: false, holidays: false, dates: [] };

/** An interest as its owner sees it. */
const kept = (values: object = {}) => ({
  id: expect.any(String),
  name: '',
  ...INTEREST,
  words: '',
  organisationId: null,
  organisationName: null,
  followsProfile: false,
  weekday: 1,
  ...values,
});
/** A subscription as its owner sees it. */
const shown = (email: string, values: object = {}) => ({
  email,
  state: 'active',
  locale: 'nl',
  quiet: NO_QUIET,
  interests: [kept()],
  hasAccount: false,
  confirmedAt: expect.any(String),
  version: 2,
  ...values,
});

describe('digest subscriptions', () => {
  let world: TestWorld;
  let count = 0;

  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM rate_limit; DELETE FROM mail_outbox'));

  const address = (): string => `reader${(count += 1)}@example.nl`;
  const subscribe = (email: string, choices: object = CHOICES) =>
    world.request('POST', '/api/subscriptions', { body: { email, ...choices } });
  const mails = (email: string) =>
    world.database.asOwner<{ kind: string; variables: object }>(
      'SELECT kind, variables FROM mail_outbox WHERE to_email = $1 ORDER BY created_at',
      [email],
    );
  const token = (purpose: 'confirm_subscription' | 'manage_subscription' | 'one_click', id: string): string =>
    linkToken(world.config.appSecret, purpose, id);

  interface Row {
    id: string;
    state: string;
    version: number;
    /** Themes of each interest, the confirmed ones first. */
    themes: string[][];
    /** The interest that was asked for last. */
    asked: string;
  }

  async function row(email: string): Promise<Row> {
    const [found] = await world.database.asOwner<Row>(
      `SELECT s.id, s.state, s.version, json_agg(i.themes ORDER BY i.confirmed_at) AS themes, (array_agg(i.id ORDER BY i.asked_at DESC))[1] AS asked
       FROM subscription s JOIN interest i ON i.subscription_id = s.id WHERE s.email = $1 GROUP BY s.id`,
      [email],
    );
    if (found === undefined) throw new Error(`No subscription of ${email}`);
    return found;
  }

  const confirm = (interestId: string) =>
    world.request('POST', '/api/subscriptions/confirmation', {
      body: { token: token('confirm_subscription', interestId) },
    });

  async function confirmed(email: string): Promise<string> {
    await subscribe(email);
    const { id, asked } = await row(email);
    await confirm(asked);
    return id;
  }

  it('begin only when the owner of the address confirms', async () => {
    const email = address();
    const request = await subscribe(email);
    const { asked, state } = await row(email);
    expect([request.status, request.text, state]).toEqual([202, '', 'pending']);
    expect(await mails(email)).toEqual([
      {
        kind: 'confirm_subscription',
        variables: { tokenId: asked, themes: ['robotics'], regions: ['drenthe'], words: '', frequency: 'weekly' },
      },
    ]);
    const answer = await confirm(asked);
    expect([answer.status, answer.body]).toEqual([200, shown(email)]);
    expect((await confirm(asked)).body).toEqual(answer.body);
  });

  it('answer the same for an address that has this already, and change nothing about it', async () => {
    const email = address();
    await confirmed(email);
    const asked = await subscribe(email.toUpperCase());
    expect([asked.status, asked.text]).toEqual([202, '']);
    expect(await row(email)).toMatchObject({ state: 'active', themes: [['robotics']], version: 2 });
    expect((await mails(email)).map((mail) => mail.kind)).toEqual(['confirm_subscription', 'already_subscribed']);
  });

  it('get one more interest only when the owner of the address confirms that one too', async () => {
    const email = address();
    const id = await confirmed(email);
    const request = await subscribe(email, { ...CHOICES, name: 'Lekken', themes: [], words: ' lekkage ', weekday: 4 });
    expect([request.status, request.text]).toEqual([202, '']);
    const manage = () =>
      world.request('POST', '/api/subscriptions/managed', { body: { token: token('manage_subscription', id) } });
    expect((await manage()).body).toEqual(shown(email));
    const after = await confirm((await row(email)).asked);
    const added = kept({ name: 'Lekken', themes: [], words: 'lekkage', weekday: 4 });
    expect([after.status, after.body]).toEqual([200, shown(email, { interests: [kept(), added], version: 3 })]);
  });

  it('keep at most twenty interests, and tell the owner so', async () => {
    const email = address();
    const id = await confirmed(email);
    await world.database.asOwner(
      `INSERT INTO interest (subscription_id, confirmed_at) SELECT $1, htsm_now() FROM generate_series(1, 19)`,
      [id],
    );
    expect((await subscribe(email, { ...CHOICES, words: 'nog een' })).status).toBe(202);
    expect((await mails(email)).map((mail) => mail.kind)).toEqual(['confirm_subscription', 'already_subscribed']);
    expect((await row(email)).themes).toHaveLength(20);
  });

  it('come back only through a new confirmation, which an old mail is not', async () => {
    const email = address();
    const id = await confirmed(email);
    const { asked: old } = await row(email);
    await world.request('POST', '/api/subscriptions/managed/end', {
      body: { token: token('manage_subscription', id) },
    });
    await subscribe(email, { ...CHOICES, themes: ['medical'] });
    expect(await row(email)).toMatchObject({ id, state: 'pending', themes: [['robotics'], ['medical']] });
    expect((await confirm(old)).status).toBe(404);
    const back = await confirm((await row(email)).asked);
    expect(back.body).toEqual(shown(email, { interests: [kept({ themes: ['medical'] })], version: 5 }));
  });

  it.each([
    ['of another purpose', (id: string) => token('manage_subscription', id)],
    ['that is forged', (id: string) => `${id}.${'A'.repeat(43)}`],
    ['that is nonsense', () => '__proto__'],
    [
      'of a subscription that does not exist',
      () => token('confirm_subscription', '00000000-0000-4000-8000-00000000dead'),
    ],
  ])('do not accept a token %s', async (_, make) => {
    const email = address();
    await subscribe(email);
    const answer = await world.request('POST', '/api/subscriptions/confirmation', {
      body: { token: make((await row(email)).asked) },
    });
    expect([answer.status, answer.body]).toEqual([404, expect.objectContaining({ code: 'subscription_link_unknown' })]);
    expect((await row(email)).state).toBe('pending');
  });

  it('are read and changed through the link, by the version that was read', async () => {
    const email = address();
    const id = await confirmed(email);
    const path = '/api/subscriptions/managed';
    const link = { token: token('manage_subscription', id) };
    const read = await world.request('POST', path, { body: link });
    expect(read.body).toEqual(shown(email));
    const { asked: first } = await row(email);
    const quiet = { weekends: true, holidays: false, dates: [{ from: '2026-12-24', until: '2027-01-03' }] };
    const interests = [
      { ...INTEREST, name: 'Alles', themes: [], frequency: 'daily' },
      { ...INTEREST, id: first, regions: [], followsProfile: true },
    ];
    const changed = await world.request('PUT', path, { body: { ...link, locale: 'en', quiet, interests, version: 2 } });
    expect([changed.status, changed.body]).toEqual([
      200,
      shown(email, {
        locale: 'en',
        quiet,
        interests: [
          kept({ name: 'Alles', themes: [], frequency: 'daily' }),
          kept({ id: first, regions: [], followsProfile: true }),
        ],
        version: 3,
      }),
    ]);
    const stale = await world.request('PUT', path, { body: { ...link, locale: 'nl', interests: [], version: 2 } });
    expect([stale.status, stale.body]).toEqual([
      409,
      expect.objectContaining({ code: 'version_conflict', current: changed.body }),
    ]);
  });

  it('never take over an interest of somebody else, nor an organisation that nobody may read of', async () => {
    const [mine, other] = [address(), address()];
    const [id] = [await confirmed(mine), await confirmed(other)];
    const { asked: foreign } = await row(other);
    const hidden = await makeOrganisation(world.database);
    const changed = await world.request('PUT', '/api/subscriptions/managed', {
      body: {
        token: token('manage_subscription', id),
        locale: 'nl',
        interests: [{ ...INTEREST, id: foreign, themes: ['medical'], organisationId: hidden.id }],
        version: 2,
      },
    });
    expect(changed.body).toEqual(shown(mine, { interests: [kept({ themes: ['medical'] })], version: 3 }));
    expect((await row(mine)).asked).not.toBe(foreign);
    expect(await row(other)).toMatchObject({ asked: foreign, themes: [['robotics']] });
  });

  it('can only be ended by the link that stands in an address', async () => {
    const email = address();
    const link = { token: token('one_click', await confirmed(email)) };
    const read = await world.request('POST', '/api/subscriptions/managed', { body: link });
    const changed = await world.request('PUT', '/api/subscriptions/managed', {
      body: { ...link, locale: 'nl', interests: [INTEREST], version: 2 },
    });
    expect([read.status, changed.status]).toEqual([404, 404]);
    expect(await row(email)).toMatchObject({ state: 'active', version: 2 });
    const ended = await world.request('POST', '/api/subscriptions/managed/end', { body: link });
    expect([ended.status, (await row(email)).state]).toEqual([200, 'unsubscribed']);
  });

  it('cannot be changed before they are confirmed', async () => {
    const email = address();
    await subscribe(email);
    const body = {
      token: token('manage_subscription', (await row(email)).id),
      locale: 'nl',
      interests: [],
      version: 1,
    };
    expect((await world.request('PUT', '/api/subscriptions/managed', { body })).body).toMatchObject({
      status: 409,
      code: 'subscription_not_confirmed',
    });
  });

  it('end with one click of a mail program: no cookie, no header, a form body, twice the same', async () => {
    const email = address();
    const id = await confirmed(email);
    const url = `/api/one-click/unsubscribe?token=${encodeURIComponent(token('one_click', id))}`;
    const page = await world.app.inject({ method: 'GET', url });
    expect([page.statusCode, page.headers.location]).toEqual([
      303,
      `${world.config.publicUrl}/unsubscribe#${token('one_click', id)}`,
    ]);
    expect((await row(email)).state).toBe('active');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (let click = 0; click < 2; click += 1) {
      const answer = await world.app.inject({ method: 'POST', url, headers, payload: 'List-Unsubscribe=One-Click' });
      expect([answer.statusCode, answer.body]).toEqual([200, '']);
    }
    expect(await row(email)).toMatchObject({ state: 'unsubscribed', version: 3 });
    const multipart = await world.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      payload: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    });
    expect(multipart.statusCode).toBe(200);
    const forged = await world.app.inject({
      method: 'POST',
      url: `/api/one-click/unsubscribe?token=${id}.x`,
      headers,
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([forged.statusCode, forged.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'subscription_link_unknown' }),
    ]);
  });

  it('are limited per address', async () => {
    const email = address();
    for (let ask = 0; ask < 5; ask += 1) expect((await subscribe(email)).status).toBe(202);
    expect((await subscribe(email)).body).toMatchObject({ status: 429, code: 'too_many_attempts' });
  });

  it('of a signed-in person are active at once, and nobody else sees them', async () => {
    const choices = { locale: 'nl', interests: [INTEREST] };
    const other = await makePerson(world.database);
    await world.request('PUT', '/api/account/subscription', { cookie: await world.signInAs(other.id), body: choices });
    const person = await makePerson(world.database);
    const cookie = await world.signInAs(person.id);
    expect((await world.request('GET', '/api/account/subscription', { cookie })).body).toEqual({ subscription: null });
    const made = await world.request('PUT', '/api/account/subscription', { cookie, body: choices });
    const expected = shown(person.email, { hasAccount: true, version: 1 });
    expect([made.status, made.body]).toEqual([200, { subscription: expected }]);
    const ended = await world.request('DELETE', '/api/account/subscription', { cookie });
    expect(ended.body).toEqual({ subscription: { ...expected, state: 'unsubscribed', version: 2 } });
    expect((await world.request('GET', '/api/account/subscription')).status).toBe(401);
    expect(await mails(person.email)).toEqual([]);
  });

  it('made with an address alone become those of the person who signs in with it', async () => {
    const person = await makePerson(world.database);
    const id = await confirmed(person.email);
    const cookie = await world.signInAs(person.id);
    expect((await world.request('GET', '/api/account/subscription', { cookie })).body).toEqual({
      subscription: shown(person.email, { hasAccount: true }),
    });
    const changed = await world.request('PUT', '/api/account/subscription', {
      cookie,
      body: { locale: 'nl', interests: [{ ...INTEREST, themes: [] }], version: 2 },
    });
    expect(changed.body).toMatchObject({ subscription: { interests: [{ themes: [] }], version: 3 } });
    expect((await row(person.email)).id).toBe(id);
  });

  it('show every mail with made-up values, outside production', async () => {
    const list = await world.request('GET', '/api/dev/mails');
    expect([list.status, list.text.includes('/api/dev/mails/digest?locale=en')]).toEqual([200, true]);
    const preview = await world.request('GET', '/api/dev/mails/digest?locale=en');
    expect([
      preview.status,
      preview.headers['content-type'],
      preview.text.includes('2 new challenges that fit you'),
    ]).toEqual([200, 'text/html; charset=utf-8', true]);
    expect(preview.headers['content-security-policy']).toContain("style-src 'unsafe-inline'");
    expect((await world.request('GET', '/api/dev/mails/no_such_mail')).status).toBe(404);
  });
});
