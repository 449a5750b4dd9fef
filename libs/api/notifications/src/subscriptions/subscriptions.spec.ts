import { linkToken } from '@htsm/api/core';
import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';

const CHOICES = { themes: ['robotics'], regions: ['drenthe'], frequency: 'weekly', locale: 'nl' };

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

  async function row(email: string): Promise<{ id: string; state: string; themes: string[]; version: number }> {
    const [found] = await world.database.asOwner<{ id: string; state: string; themes: string[]; version: number }>(
      'SELECT id, state, themes, version FROM subscription WHERE email = $1',
      [email],
    );
    if (found === undefined) throw new Error(`No subscription of ${email}`);
    return found;
  }

  async function confirmed(email: string): Promise<string> {
    await subscribe(email);
    const { id } = await row(email);
    await world.request('POST', '/api/subscriptions/confirmation', {
      body: { token: token('confirm_subscription', id) },
    });
    return id;
  }

  it('begin only when the owner of the address confirms', async () => {
    const email = address();
    const asked = await subscribe(email);
    const { id, state } = await row(email);
    expect([asked.status, asked.text, state]).toEqual([202, '', 'pending']);
    expect(await mails(email)).toEqual([
      { kind: 'confirm_subscription', variables: { tokenId: id, themes: ['robotics'], frequency: 'weekly' } },
    ]);
    const answer = await world.request('POST', '/api/subscriptions/confirmation', {
      body: { token: token('confirm_subscription', id) },
    });
    expect([answer.status, answer.body]).toEqual([
      200,
      { ...CHOICES, email, state: 'active', confirmedAt: expect.any(String), version: 2 },
    ]);
    const again = await world.request('POST', '/api/subscriptions/confirmation', {
      body: { token: token('confirm_subscription', id) },
    });
    expect(again.body).toEqual(answer.body);
  });

  it('answer the same for an address that is subscribed, and change nothing about it', async () => {
    const email = address();
    await confirmed(email);
    const asked = await subscribe(email.toUpperCase(), { ...CHOICES, themes: ['medical'] });
    expect([asked.status, asked.text]).toEqual([202, '']);
    expect(await row(email)).toMatchObject({ state: 'active', themes: ['robotics'], version: 2 });
    expect((await mails(email)).map((mail) => mail.kind)).toEqual(['confirm_subscription', 'already_subscribed']);
  });

  it('come back only through a new confirmation', async () => {
    const email = address();
    const id = await confirmed(email);
    await world.request('POST', '/api/subscriptions/managed/end', {
      body: { token: token('manage_subscription', id) },
    });
    await subscribe(email, { ...CHOICES, themes: ['medical'] });
    expect(await row(email)).toMatchObject({ id, state: 'pending', themes: ['medical'] });
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
      body: { token: make((await row(email)).id) },
    });
    expect([answer.status, answer.body]).toEqual([404, expect.objectContaining({ code: 'subscription_link_unknown' })]);
    expect((await row(email)).state).toBe('pending');
  });

  it('are read and changed through the link, by the version that was read', async () => {
    const email = address();
    const id = await confirmed(email);
    const path = '/api/subscriptions/managed';
    const link = { token: token('manage_subscription', id) };
    expect((await world.request('POST', path, { body: link })).body).toMatchObject({ email, version: 2 });
    const changed = await world.request('PUT', path, { body: { ...link, ...CHOICES, frequency: 'daily', version: 2 } });
    expect([changed.status, changed.body]).toEqual([
      200,
      { ...CHOICES, frequency: 'daily', email, state: 'active', confirmedAt: expect.any(String), version: 3 },
    ]);
    const stale = await world.request('PUT', path, { body: { ...link, ...CHOICES, version: 2 } });
    expect([stale.status, stale.body]).toEqual([
      409,
      expect.objectContaining({ code: 'version_conflict', current: changed.body }),
    ]);
  });

  it('can only be ended by the link that stands in an address', async () => {
    const email = address();
    const link = { token: token('one_click', await confirmed(email)) };
    const read = await world.request('POST', '/api/subscriptions/managed', { body: link });
    const changed = await world.request('PUT', '/api/subscriptions/managed', {
      body: { ...link, ...CHOICES, version: 2 },
    });
    expect([read.status, changed.status]).toEqual([404, 404]);
    expect(await row(email)).toMatchObject({ state: 'active', version: 2 });
    const ended = await world.request('POST', '/api/subscriptions/managed/end', { body: link });
    expect([ended.status, (await row(email)).state]).toEqual([200, 'unsubscribed']);
  });

  it('cannot be changed before they are confirmed', async () => {
    const email = address();
    await subscribe(email);
    const body = { token: token('manage_subscription', (await row(email)).id), ...CHOICES, version: 1 };
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
    const other = await makePerson(world.database);
    await world.request('PUT', '/api/account/subscription', { cookie: await world.signInAs(other.id), body: CHOICES });
    const person = await makePerson(world.database);
    const cookie = await world.signInAs(person.id);
    expect((await world.request('GET', '/api/account/subscription', { cookie })).body).toEqual({ subscription: null });
    const made = await world.request('PUT', '/api/account/subscription', { cookie, body: CHOICES });
    const expected = { ...CHOICES, email: person.email, state: 'active', confirmedAt: expect.any(String), version: 1 };
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
    expect((await world.request('GET', '/api/account/subscription', { cookie })).body).toMatchObject({
      subscription: { state: 'active', version: 2 },
    });
    const changed = await world.request('PUT', '/api/account/subscription', {
      cookie,
      body: { ...CHOICES, themes: [], version: 2 },
    });
    expect(changed.body).toMatchObject({ subscription: { themes: [], version: 3 } });
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
