import { randomUUID } from 'node:crypto';
import { makeChallenge } from '@htsm/api/challenges/testing';
import {
  fileForm,
  makeOrganisation,
  makePerson,
  pdfContent,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { describeApi } from './openapi';
import { createWholeApi } from './testing-app';

describe('a key of a creating call', () => {
  let world: TestWorld;
  let cookie: string;
  let slug: string;
  let organisationId: string;
  let email: string;
  let userId: string;
  beforeAll(async () => {
    world = await createWholeApi();
    organisationId = (await makeOrganisation(world.database, { kind: 'sme' })).id;
    const person = await makePerson(world.database, { organisationId });
    email = person.email;
    userId = person.id;
    cookie = await world.signInAs(person.id);
    slug = (await makeChallenge(world.database)).slug;
  });
  beforeEach(() => world.database.asOwner('DELETE FROM rate_limit'));
  afterEach(() => world.database.shiftClock(0));
  afterAll(() => world.close());

  const invite = (key: string, to: string, as = cookie): Promise<TestResponse> =>
    world.request('POST', '/api/invitations', {
      cookie: as,
      body: { organisationId, email: to },
      headers: { 'idempotency-key': key },
    });
  const mailsTo = async (to: string): Promise<number> =>
    (await world.database.asOwner('SELECT FROM mail_outbox WHERE to_email = $1', [to])).length;

  it('is offered by every call that creates something', () => {
    const { paths } = describeApi(world.app);
    const without = Object.entries(paths).flatMap(([path, methods]) => {
      const post = methods.post;
      if (post === undefined || !('201' in post.responses || '202' in post.responses)) return [];
      const hasKey = post.parameters?.some((one) => 'name' in one && one.name === 'Idempotency-Key') === true;
      return hasKey ? [] : [`POST ${path}`];
    });
    expect(without).toEqual([]);
  });

  it('gives the same answer, and the thing is made once', async () => {
    const key = randomUUID();
    const [first, again] = [await invite(key, 'anna@example.nl'), await invite(key, 'anna@example.nl')];
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([201, first.text, 'true']);
    expect(await mailsTo('anna@example.nl')).toBe(1);
  });

  it('does so for a draft that is there already too, status and all', async () => {
    const start = (): Promise<TestResponse> =>
      world.request('POST', '/api/my/proposals', {
        cookie,
        body: { challengeSlug: slug },
        headers: { 'idempotency-key': 'one-draft-one-draft' },
      });
    const [first, again] = [await start(), await start()];
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
  });

  it('is one effect when twenty arrive at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => invite(key, 'bram@example.nl')));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect([answers[0]?.status, await mailsTo('bram@example.nl')]).toEqual([201, 1]);
  });

  it('refuses another body and another address', async () => {
    const key = randomUUID();
    await invite(key, 'cor@example.nl');
    const other = await invite(key, 'dirk@example.nl');
    expect([other.status, (other.body as { code: string }).code]).toEqual([422, 'idempotency_key_used']); // problem+json
    const elsewhere = await world.request('POST', '/api/my/proposals', {
      cookie,
      body: { challengeSlug: slug },
      headers: { 'idempotency-key': key },
    });
    expect((elsewhere.body as { code: string }).code).toBe('idempotency_key_used');
    expect(await mailsTo('dirk@example.nl')).toBe(0);
  });

  it('holds for files too: one file once, another one refused', async () => {
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const owner = await makePerson(world.database, { organisationId: company.id });
    const challenge = await makeChallenge(world.database, {
      state: 'draft',
      organisationId: company.id,
      createdBy: owner.id,
    });
    const ownCookie = await world.signInAs(owner.id);
    const upload = (content: Buffer): Promise<TestResponse> => {
      const form = fileForm('plan.pdf', content);
      const headers = { ...form.headers, 'idempotency-key': 'one-file-one-press' };
      return world.request('POST', `/api/my/challenges/${challenge.id}/attachments`, {
        cookie: ownCookie,
        body: form.body,
        headers,
      });
    };
    const [first, again, other] = [
      await upload(pdfContent()),
      await upload(pdfContent()),
      await upload(pdfContent('x')),
    ];
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect([other.status, (other.body as { code: string }).code]).toEqual([422, 'idempotency_key_used']); // problem+json
    expect(await world.database.asOwner('SELECT file_name FROM challenge_attachment')).toEqual([
      { file_name: 'plan.pdf' },
    ]);
  });

  it('leaves no effect without its answer, when it fails at the last moment', async () => {
    const key = randomUUID();
    await world.database.asOwner(
      `ALTER TABLE idempotency_key ADD CONSTRAINT broken CHECK (answer IS NULL OR key <> '${key}')`,
    );
    expect([(await invite(key, 'hans@example.nl')).status, await mailsTo('hans@example.nl')]).toEqual([500, 0]);
    await world.database.asOwner('ALTER TABLE idempotency_key DROP CONSTRAINT broken');
    expect([(await invite(key, 'hans@example.nl')).status, await mailsTo('hans@example.nl')]).toEqual([201, 1]);
  });

  it('keeps answers sealed', async () => {
    const key = randomUUID();
    const answer = await invite(key, 'rein@example.nl');
    const [kept] = await world.database.asOwner<{ answer: Buffer }>(
      'SELECT answer FROM idempotency_key WHERE key = $1',
      [key],
    );
    expect(answer.text).toContain('rein@example.nl');
    expect(kept?.answer.includes('rein')).toBe(false);
  });

  it('is each person’s own, and forgotten after a day', async () => {
    const key = randomUUID();
    await invite(key, 'els@example.nl');
    const colleague = await makePerson(world.database, { organisationId });
    const theirs = await invite(key, 'frits@example.nl', await world.signInAs(colleague.id));
    expect([theirs.status, theirs.headers['idempotency-replayed']]).toEqual([201, undefined]);
    await world.database.shiftClock(25 * 3_600_000);
    const later = await invite(key, 'later@example.nl', await world.signInAs(userId));
    expect([later.status, later.headers['idempotency-replayed'], await mailsTo('later@example.nl')]).toEqual([
      201,
      undefined,
      1,
    ]);
  });

  it('is left behind by no refusal: what was refused may be mended and sent again', async () => {
    const key = randomUUID();
    const wrong = await invite(key, 'geen adres');
    expect(wrong.status).toBe(422);
    expect((await invite(key, 'gerda@example.nl')).status).toBe(201);
  });

  it('works for somebody who is not signed in, who learns nothing of known addresses', async () => {
    const reset = (to: string, key: string): Promise<TestResponse> =>
      world.request('POST', '/api/password-resets', { body: { email: to }, headers: { 'idempotency-key': key } });
    const key = randomUUID();
    const [first, again] = [await reset(email, key), await reset(email, key)];
    expect([first.status, again.text, await mailsTo(email)]).toEqual([202, first.text, 1]);
    expect((await reset('onbekend@example.nl', randomUUID())).status).toBe(202);
  });

  it.each([['short'], ['met spaties erin en lang'], ['é'.repeat(20)]])('must be a key: %s', async (key) => {
    const answer = await invite(key, 'x@example.nl');
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'idempotency_key_unreadable']); // problem+json
  });
});
