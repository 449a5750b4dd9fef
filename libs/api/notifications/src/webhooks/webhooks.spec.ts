import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { WebhookKind } from '@htsm/domain';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { ListeningServer } from '../testing/listening-server';
import { makeOpenChallenges } from '../testing/subscribers.factory';
import { openWebhookWorker, type WebhookWorker } from '../testing/webhook-worker';
import type { WebhookDeliveriesDto, WebhookWithSecretDto, WebhooksDto } from './webhook.dto';
import type { WebhookRun } from './webhook-run';

const HOUR_MS = 3_600_000;
const ALL_KINDS: WebhookKind[] = ['challenge.opened', 'challenge.changed', 'challenge.closed', 'challenge.matched'];

const PUBLIC_FACTS =
  'id slug url state ownerName programme titleNl titleEn summaryNl summaryEn themes capabilities region budgetEur ipRegime hoursAsked trlFrom trlTo openedAt closesAt isDemo';

describe('webhooks', () => {
  const elsewhere = new ListeningServer();
  let world: TestWorld;
  let worker: WebhookWorker;
  let run: WebhookRun;
  let url: string;
  let administrator: string;
  let owner: { cookie: string; organisationId: string; userId: string; email: string };

  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    // the running rules are this object: the program of the test is on this machine
    Object.assign(world.config, { opensLoopback: true });
    worker = await openWebhookWorker(world);
    run = worker.another();
    url = await elsewhere.open();
    administrator = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
    const company = await makeOrganisation(world.database, { kind: 'company', name: 'Agra' });
    const person = await makePerson(world.database, { organisationId: company.id });
    owner = {
      cookie: await world.signInAs(person.id),
      organisationId: company.id,
      userId: person.id,
      email: person.email,
    };
  });
  afterAll(async () => {
    await elsewhere.close();
    await worker.close();
    await world.close();
  });
  beforeEach(async () => {
    elsewhere.reset();
    await world.database.shiftClock(0);
    await world.database.asOwner(
      'DELETE FROM webhook; DELETE FROM webhook_event; DELETE FROM challenge; DELETE FROM mail_outbox; DELETE FROM rate_limit',
    );
  });

  /** Runs the worker until there is nothing to do. */
  async function work(): Promise<void> {
    while (await run.tick());
  }
  const ask = (method: string, path: string, cookie: string, body?: unknown): Promise<TestResponse> =>
    world.request(method, `/api/webhooks${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  async function add(values: { organisationId?: string | null; kinds?: string[]; cookie?: string } = {}) {
    const organisationId = values.organisationId === undefined ? owner.organisationId : values.organisationId;
    const answer = await ask('POST', '', values.cookie ?? owner.cookie, {
      organisationId,
      url,
      kinds: values.kinds ?? ALL_KINDS,
    });
    expect(answer.status).toBe(201);
    const added = answer.body as WebhookWithSecretDto; // a 201 of this route
    return { id: added.webhook.id, secret: added.secret };
  }
  /** Adds an address and lets its first message go by. */
  async function listen(values: Parameters<typeof add>[0] = {}) {
    const hook = await add(values);
    await work();
    elsewhere.reset();
    return hook;
  }
  async function open(slug: string): Promise<string> {
    const [id = ''] = await makeOpenChallenges(world.database, [{ slug, organisationId: owner.organisationId }]);
    return id;
  }
  const log = async (id: string, cookie = owner.cookie): Promise<WebhookDeliveriesDto['items']> =>
    ((await ask('GET', `/${id}/deliveries`, cookie)).body as WebhookDeliveriesDto).items;
  /** The newest line of the log. */
  async function newest(id: string): Promise<WebhookDeliveriesDto['items'][number]> {
    const [line] = await log(id);
    if (line === undefined) throw new Error('The log is empty');
    return line;
  }
  const heard = (secret: string): unknown[] =>
    elsewhere.heard.map(({ body, headers }) => new Webhook(secret).verify(body, headers as Record<string, string>));

  it('are added with a secret shown once, sealed in the database, and a first message that the other side can verify', async () => {
    const { id, secret } = await add();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    await work();
    expect(heard(secret)).toEqual([{ type: 'webhook.test', timestamp: expect.any(String), data: {} }]);
    expect(() =>
      new Webhook(secret).verify(
        `${elsewhere.heard[0]?.body ?? ''} `,
        elsewhere.heard[0]?.headers as Record<string, string>,
      ),
    ).toThrow();
    const listed = await ask('GET', '', owner.cookie);
    expect(listed.body).toEqual({
      items: [
        {
          id,
          organisationId: owner.organisationId,
          organisationName: 'Agra',
          url,
          kinds: ALL_KINDS,
          createdAt: expect.any(String),
          failingSince: null,
          switchedOffBy: null,
          oldSecretUntil: null,
        },
      ],
    } satisfies WebhooksDto);
    const stored = await world.database.asOwner<{ row: string }>('SELECT w::text AS row FROM webhook w');
    const raw = Buffer.from(secret.slice(6), 'base64').toString('hex');
    expect(
      stored.some(
        ({ row }) => row.includes(secret) || row.includes(Buffer.from(secret).toString('hex')) || row.includes(raw),
      ),
    ).toBe(false);
    expect(await log(id)).toEqual([
      {
        id: expect.any(String),
        messageId: elsewhere.heard[0]?.headers['webhook-id'],
        kind: 'webhook.test',
        state: 'delivered',
        attempts: 1,
        createdAt: expect.any(String),
        attemptedAt: expect.any(String),
        nextAttemptAt: null,
        status: 200,
        ms: expect.any(Number),
        fault: null,
      },
    ]);
  });

  it('tell what opened, changed and closed, with what everyone may read', async () => {
    const { secret } = await listen();
    const id = await open('wissels');
    await work();
    await world.database.asOwner(`UPDATE challenge SET closes_at = closes_at + interval '7 days' WHERE id = $1`, [id]);
    await work();
    await world.database.asOwner(`UPDATE challenge SET state = 'evaluating', contact_name = 'Geheim' WHERE id = $1`, [
      id,
    ]);
    await work();
    const messages = heard(secret) as { type: string; data: Record<string, unknown> }[];
    expect(messages.map(({ type, data }) => [type, data['slug'], data['state']])).toEqual([
      ['challenge.opened', 'wissels', 'open'],
      ['challenge.changed', 'wissels', 'open'],
      ['challenge.closed', 'wissels', 'evaluating'],
    ]);
    expect(Object.keys(messages[0]?.data ?? {}).join(' ')).toBe(PUBLIC_FACTS);
    expect(messages[0]?.data['url']).toBe(`${world.config.publicUrl}/challenges/wissels`);
    expect(elsewhere.heard.map(({ body }) => body).join()).not.toContain('Geheim');
    expect(new Set(elsewhere.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
  });

  it('hear of the own challenges alone, of all when they are the platform’s, and of what they asked for', async () => {
    const own = await listen({ kinds: ['challenge.closed'] });
    const all = await listen({ organisationId: null, cookie: administrator, kinds: ['challenge.opened'] });
    const mine = await open('van-ons');
    await makeOpenChallenges(world.database, [{ slug: 'van-een-ander' }]);
    await work();
    await world.database.asOwner(
      `UPDATE challenge SET state = 'evaluating' WHERE slug IN ('van-ons', 'van-een-ander')`,
    );
    await work();
    expect((await log(own.id)).map(({ kind }) => kind)).toEqual(['challenge.closed', 'webhook.test']);
    expect((await log(all.id, administrator)).map(({ kind }) => kind)).toEqual([
      'challenge.opened',
      'challenge.opened',
      'webhook.test',
    ]);
    const told = await world.database.asOwner<{ id: string }>(
      `SELECT payload::json->'data'->>'id' AS id FROM webhook_delivery WHERE webhook_id = $1 AND kind = 'challenge.closed'`,
      [own.id],
    );
    expect(told).toEqual([{ id: mine }]);
  });

  it('tell nothing of what is not public', async () => {
    await listen({ organisationId: null, cookie: administrator });
    await makeOpenChallenges(world.database, [
      { slug: 'straks', state: 'scheduled' },
      { slug: 'concept', state: 'draft' },
    ]);
    await world.database.asOwner(`UPDATE challenge SET title_nl = 'Anders'`);
    await work();
    expect([elsewhere.heard, await world.database.asOwner('SELECT * FROM webhook_event')]).toEqual([[], []]);
  });

  it('are tried again at growing distances under the same id, and a success ends the trouble', async () => {
    const { id, secret } = await listen();
    await open('hardnekkig');
    elsewhere.status = 500;
    await work();
    const waits: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const row = await newest(id);
      const wait = Date.parse(row.nextAttemptAt ?? '') - Date.parse(row.attemptedAt ?? '');
      waits.push(Math.floor(wait / 1000));
      expect([row.state, row.status, row.fault, row.attempts]).toEqual(['queued', 500, 'status', round + 1]);
      await run.tick();
      expect((await newest(id)).attempts).toBe(round + 1);
      await skipTo(row.nextAttemptAt);
      await run.tick();
    }
    for (const [index, seconds] of [5, 300, 1800].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(seconds);
      expect(waits[index]).toBeLessThanOrEqual(seconds * 1.2 + 1);
    }
    elsewhere.status = 204;
    await skipTo((await newest(id)).nextAttemptAt);
    await work();
    const row = await newest(id);
    expect([row.state, row.attempts, row.status]).toEqual(['delivered', 5, 204]);
    expect(new Set(elsewhere.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(elsewhere.heard.map(({ body }) => body)).size).toBe(1);
    expect(heard(secret)).toHaveLength(5);
    const [hook] = ((await ask('GET', '', owner.cookie)).body as WebhooksDto).items;
    expect(hook?.failingSince).toBeNull();
  });

  it('are switched off after three days of failing, with one mail to their people, and go on when switched on', async () => {
    const { id } = await listen();
    await open('weg');
    elsewhere.status = 503;
    await work();
    for (let round = 0; round < 12; round += 1) {
      const next = (await newest(id)).nextAttemptAt ?? null;
      if (next === null) break;
      await skipTo(next);
      await work();
    }
    const [off] = ((await ask('GET', '', owner.cookie)).body as WebhooksDto).items;
    expect([off?.switchedOffBy, (await newest(id)).state]).toEqual(['failing', 'failed']);
    const mails = await world.database.asOwner('SELECT kind, to_email, variables FROM mail_outbox');
    expect(mails).toEqual([
      {
        kind: 'webhook_switched_off',
        to_email: owner.email,
        variables: {
          name: expect.any(String),
          host: new URL(url).host,
          failingSince: off?.failingSince,
          path: '/webhooks',
        },
      },
    ]);
    elsewhere.reset();
    await open('nog-een');
    await work();
    expect(elsewhere.heard).toEqual([]);
    const on = await ask('PUT', `/${id}/on`, owner.cookie);
    expect(on.body).toMatchObject({ id, switchedOffBy: null, failingSince: null });
    const failed = await newest(id);
    expect((await ask('POST', `/${id}/deliveries/${failed.id}/replay`, owner.cookie)).status).toBe(204);
    await work();
    expect(elsewhere.heard.map(({ headers }) => headers['webhook-id'])).toEqual([failed.messageId]);
  });

  it('follow no redirect, and go to no address that is not public', async () => {
    const { id } = await listen();
    elsewhere.status = 302;
    elsewhere.location = 'http://169.254.169.254/latest';
    expect((await ask('POST', `/${id}/test`, owner.cookie)).status).toBe(204);
    await work();
    expect(elsewhere.heard).toHaveLength(1);
    expect(await newest(id)).toMatchObject({ state: 'queued', status: 302, fault: 'status' });
    await world.database.asOwner(`UPDATE webhook SET url = 'https://169.254.169.254/'`);
    await ask('POST', `/${id}/test`, owner.cookie);
    await work();
    expect(await newest(id)).toMatchObject({ status: null, fault: 'refused' });
    for (const bad of [
      'http://example.com/',
      'https://10.0.0.1/',
      'https://[fe80::1]/',
      'ftp://x.example/',
      'https://u:p@x.example/',
      'geen adres',
    ]) {
      const answer = await ask('POST', '', owner.cookie, {
        organisationId: owner.organisationId,
        url: bad,
        kinds: ALL_KINDS,
      });
      expect([
        bad,
        answer.status,
        (answer.body as { errors?: { path: string; code: string }[] }).errors?.map(({ path, code }) => [path, code]),
      ]).toEqual([bad, 422, [['url', 'webhook_address']]]);
    }
  });

  it('get a new secret; the old one signs along for a day', async () => {
    const { id, secret } = await listen();
    const answer = await ask('POST', `/${id}/secret`, owner.cookie);
    const next = answer.body as WebhookWithSecretDto; // a 201 of this route
    expect([answer.status, next.secret === secret, next.webhook.oldSecretUntil === null]).toEqual([201, false, false]);
    await ask('POST', `/${id}/test`, owner.cookie);
    await work();
    expect([heard(secret).length, heard(next.secret).length]).toEqual([1, 1]);
    elsewhere.reset();
    await world.database.shiftClock(25 * HOUR_MS);
    await ask('POST', `/${id}/test`, await world.signInAs(owner.userId));
    await work();
    expect(heard(next.secret)).toHaveLength(1);
    expect(() => heard(secret)).toThrow('No matching signature found');
  });

  it('send again what a crash cut off, under the same id', async () => {
    const { id } = await listen();
    await ask('POST', `/${id}/test`, owner.cookie);
    const claimed = await worker.database.asSystem((tx) => worker.deliveries.claim(tx, 10));
    expect(claimed).toHaveLength(1);
    await work();
    expect(elsewhere.heard).toEqual([]);
    await world.database.shiftClock(61_000);
    await work();
    expect(elsewhere.heard.map(({ headers }) => headers['webhook-id'])).toEqual([claimed[0]?.messageId]);
  });

  it('are sent once by several workers at once', async () => {
    await listen();
    for (const slug of ['a', 'b', 'c', 'd', 'e']) await open(slug);
    const runs = [run, worker.another(), worker.another()];
    for (let round = 0; round < 12; round += 1) await Promise.all(runs.map((one) => one.tick()));
    const ids = elsewhere.heard.map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
  });

  it('belong to owners of the organisation and to administrators, each their own', async () => {
    const mine = await listen();
    const all = await listen({ organisationId: null, cookie: administrator });
    const member = await makePerson(world.database, {
      organisationId: owner.organisationId,
      organisationRole: 'member',
    });
    const colleague = await world.signInAs(member.id);
    expect(((await ask('GET', '', colleague)).body as WebhooksDto).items).toEqual([]);
    expect(((await ask('GET', '', administrator)).body as WebhooksDto).items.map(({ id }) => id)).toEqual([all.id]);
    const own = { organisationId: owner.organisationId, url, kinds: ALL_KINDS };
    expect([
      (await ask('POST', '', colleague, own)).status,
      (await ask('POST', '', owner.cookie, { ...own, organisationId: null })).status,
      (await ask('DELETE', `/${mine.id}`, administrator)).status,
      (await ask('GET', `/${all.id}/deliveries`, owner.cookie)).status,
      (await ask('POST', `/${mine.id}/deliveries/${randomUUID()}/replay`, owner.cookie)).status,
      (await ask('DELETE', `/${mine.id}`, owner.cookie)).status,
    ]).toEqual([404, 404, 404, 404, 404, 204]);
    const events = await world.database.asOwner<{ type: string }>(
      `SELECT type FROM event WHERE subject_id = $1 ORDER BY id`,
      [mine.id],
    );
    expect(events.map(({ type }) => type)).toEqual(['webhook.added', 'webhook.removed']);
  });

  it('are at most ten for each organisation', async () => {
    for (let n = 0; n < 10; n += 1) await add();
    const answer = await ask('POST', '', owner.cookie, { organisationId: owner.organisationId, url, kinds: ALL_KINDS });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'too_many_webhooks']);
  });

  /** Moves the clock to just after an instant; the owner signs in again. */
  async function skipTo(instant: string | null | undefined): Promise<void> {
    await world.database.shiftClock(Date.parse(instant ?? '') - Date.now() + 1000);
    owner = { ...owner, cookie: await world.signInAs(owner.userId) };
  }
});
