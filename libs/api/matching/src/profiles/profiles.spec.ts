import { randomUUID } from 'node:crypto';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import type { ProfileDocumentDto } from '../dto/profile.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';

const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown; // Jest's matchers are any
const ID = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown; // the same
const PROFILE = {
  locale: 'en',
  about: 'We measure vibration.',
  themes: ['sensors'],
  capabilities: ['Vibration', 'condition monitoring'],
  regions: ['drenthe', 'groningen'],
  certificates: ['iso_9001', 'atex'],
  size: 'small',
  trlMin: 4,
  trlMax: 8,
  showsName: false,
};
const PROJECT = { kind: 'project', title: 'Een brug', text: 'Rekken en trillingen.', year: 2024, locale: 'nl' };

describe('the profile of an SME', () => {
  let world: TestWorld;
  let own: { id: string; name: string };
  let rival: { id: string };
  let owner: string;
  let member: string;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [MatchingModule], entities: matchingEntities, texts: [matchingTexts] });
  });
  beforeEach(async () => {
    own = await makeOrganisation(world.database, { name: 'Hunzebot', region: 'drenthe' });
    rival = await makeOrganisation(world.database, { name: 'Geest' });
    owner = await signIn({ organisationId: own.id });
    member = await signIn({ organisationId: own.id, organisationRole: 'member' });
  });
  afterAll(() => world.close());

  const signIn = async (values: Parameters<typeof makePerson>[1]): Promise<string> =>
    world.signInAs((await makePerson(world.database, values)).id);
  const send = (method: string, path: string, body?: unknown, cookie = owner): Promise<TestResponse> =>
    world.request(method, `/api${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  const add = async (fields: object = PROJECT): Promise<ProfileDocumentDto> =>
    (await send('POST', '/my/profile/documents', fields)).body as ProfileDocumentDto; // the contract of the route
  const code = (answer: TestResponse): unknown[] => [answer.status, (answer.body as { code: string }).code]; // problem+json
  const log = (): Promise<unknown[]> =>
    world.database.asOwner(
      `SELECT type, subject_type, payload, visible_to_org_ids AS orgs FROM event WHERE subject_id = $1 ORDER BY id`,
      [own.id],
    );
  const line = (payload: object): object => ({
    type: 'profile.changed',
    subject_type: 'organisation',
    payload,
    orgs: [own.id],
  });

  it('begins with where the organisation is and how large, and is saved by no one who only looks', async () => {
    await world.database.asOwner('UPDATE organisation SET employees = 12 WHERE id = $1', [own.id]);
    expect((await send('GET', '/my/profile')).body).toEqual({
      organisationId: own.id,
      organisationName: 'Hunzebot',
      locale: 'nl',
      about: '',
      themes: [],
      capabilities: [],
      regions: ['drenthe'],
      certificates: [],
      size: 'small',
      trlMin: null,
      trlMax: null,
      showsName: true,
      version: 0,
      updatedAt: null,
      documents: [],
    });
    expect(await world.database.asOwner('SELECT FROM profile WHERE organisation_id = $1', [own.id])).toEqual([]);
  });

  it('is written by owners and members, one version after the other', async () => {
    const first = await send('PUT', '/my/profile', { ...PROFILE, version: 0 });
    const saved = {
      ...PROFILE,
      organisationId: own.id,
      organisationName: 'Hunzebot',
      updatedAt: INSTANT,
      documents: [],
    };
    expect([first.status, first.body]).toEqual([200, { ...saved, version: 1 }]);
    const second = { ...PROFILE, capabilities: [' Meten', 'meten', 'meten '], version: 1 };
    expect((await send('PUT', '/my/profile', second, member)).body).toEqual({
      ...saved,
      capabilities: ['Meten'],
      version: 2,
    });
    const late = await send('PUT', '/my/profile', { ...PROFILE, version: 1 });
    expect([...code(late), (late.body as { current: unknown }).current]).toEqual([
      409,
      'version_conflict',
      { ...saved, capabilities: ['Meten'], version: 2 },
    ]);
    expect(await log()).toEqual([line({}), line({})]);
  });

  it('is made once when two colleagues save the first one at the same time', async () => {
    const answers = await Promise.all(
      [owner, member].map((cookie) => send('PUT', '/my/profile', { ...PROFILE, version: 0 }, cookie)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await log()).toEqual([line({})]);
  });

  it.each([
    [{ trlMin: 6, trlMax: 5 }, 'trlMax'],
    [{ trlMin: 0 }, 'trlMin'],
    [{ certificates: ['iso_1'] }, 'certificates'],
    [{ capabilities: [''] }, 'capabilities'],
    [{ about: null }, 'about'],
    [{ size: 'huge' }, 'size'],
    [{ themes: ['robotics', 'robotics'] }, 'themes'],
  ])('refuses %j by the name of its field', async (wrong, path) => {
    const answer = await send('PUT', '/my/profile', { ...PROFILE, version: 0, ...wrong });
    const { errors } = answer.body as { errors: { path: string }[] }; // problem+json
    expect([answer.status, errors.map((error) => error.path.split('.')[0])]).toEqual([422, [path]]);
  });

  it('has documents, the oldest first, also before it was saved itself', async () => {
    const bridge = await add();
    expect(bridge).toEqual({ ...PROJECT, id: ID, createdAt: INSTANT, updatedAt: INSTANT, version: 1 });
    const sensor = await add({ kind: 'product', title: 'Sensor', text: 'Klein.', year: null, locale: 'nl' });
    const changed = await send('PUT', `/my/profile/documents/${bridge.id}`, { ...PROJECT, year: null, version: 1 });
    expect([changed.status, changed.body]).toEqual([200, { ...bridge, year: null, version: 2, updatedAt: INSTANT }]);
    expect((await send('GET', '/my/profile')).body).toMatchObject({ version: 0, documents: [changed.body, sensor] });
    const late = await send('PUT', `/my/profile/documents/${bridge.id}`, { ...PROJECT, version: 1 });
    expect([...code(late), (late.body as { current: unknown }).current]).toEqual([
      409,
      'version_conflict',
      changed.body,
    ]);
    expect((await send('DELETE', `/my/profile/documents/${bridge.id}`)).status).toBe(204);
    expect(code(await send('DELETE', `/my/profile/documents/${bridge.id}`))).toEqual([404, 'not_found']);
    expect((await send('PUT', '/my/profile', { ...PROFILE, version: 0 })).body).toMatchObject({ documents: [sensor] });
    const documents = [bridge.id, sensor.id, bridge.id, bridge.id].map((documentId) => line({ documentId }));
    expect(await log()).toEqual([...documents, line({})]);
  });

  it('adds a document once when the same request comes twice', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const post = (): Promise<TestResponse> =>
      world.request('POST', '/api/my/profile/documents', { cookie: owner, body: PROJECT, headers });
    const [first, again] = [await post(), await post()];
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect((await send('GET', '/my/profile')).body).toMatchObject({ documents: [first.body] });
  });

  it('holds fifty documents and no more, whoever adds them at once', async () => {
    await add();
    await world.database.asOwner(
      `INSERT INTO profile_document (organisation_id, kind, title, text, locale) SELECT $1, 'project', n::text, 'x', 'nl' FROM generate_series(1, 48) n`,
      [own.id],
    );
    const answers = await Promise.all(
      [owner, member].map((cookie) => send('POST', '/my/profile/documents', PROJECT, cookie)),
    );
    const full = answers.find(({ status }) => status !== 201);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(full?.body).toMatchObject({ code: 'profile_full', detail: expect.stringContaining('50') as unknown });
  });

  it('is read by the taskforce and not changed; it does not exist for rivals, owners, reviewers and administrators', async () => {
    await send('PUT', '/my/profile', { ...PROFILE, version: 0 });
    const document = await add();
    const shown = (await send('GET', '/my/profile')).body;
    const taskforce = await signIn({ bodies: ['taskforce'], organisationId: rival.id });
    const path = `/taskforce/profiles/${own.id}`;
    expect((await send('GET', path, undefined, taskforce)).body).toEqual(shown);
    expect(code(await send('GET', `/taskforce/profiles/${rival.id}`, undefined, taskforce))).toEqual([
      404,
      'not_found',
    ]);
    const rivals = await signIn({ organisationId: rival.id });
    for (const cookie of [taskforce, rivals]) {
      const change = { ...PROJECT, version: 1 };
      const attempts = [
        await send('GET', `/my/profile?organisationId=${own.id}`, undefined, cookie),
        await send('PUT', '/my/profile', { ...PROFILE, organisationId: own.id, version: 1 }, cookie),
        await send('POST', '/my/profile/documents', { ...PROJECT, organisationId: own.id }, cookie),
        await send('PUT', `/my/profile/documents/${document.id}`, change, cookie),
        await send('DELETE', `/my/profile/documents/${document.id}`, undefined, cookie),
      ];
      expect(attempts.map(code)).toEqual(attempts.map(() => [404, 'not_found']));
    }
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const others = [
      await signIn({ organisationId: company.id }),
      await signIn({ bodies: ['review_panel'] }),
      await signIn({ bodies: ['administration'] }),
    ];
    for (const cookie of others) {
      expect(code(await send('GET', path, undefined, cookie))).toEqual([403, 'not_allowed']);
      expect(code(await send('GET', '/my/profile', undefined, cookie))).toEqual([403, 'not_allowed']);
    }
    expect((await send('GET', '/my/profile')).body).toEqual(shown);
  });

  it('is chosen by its organisation where somebody belongs to two, and a company has none', async () => {
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const both = await makePerson(world.database, { organisationId: own.id });
    for (const { id } of [rival, company]) {
      await world.database.asOwner(
        `INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, 'organisation', $2, 'member')`,
        [both.id, id],
      );
    }
    const cookie = await world.signInAs(both.id);
    const read = (id: string): Promise<TestResponse> =>
      send('GET', `/my/profile?organisationId=${id}`, undefined, cookie);
    expect([(await read(own.id)).body, (await read(rival.id)).body]).toMatchObject([
      { organisationName: 'Hunzebot' },
      { organisationName: 'Geest' },
    ]);
    expect(code(await read(company.id))).toEqual([404, 'not_found']);
  });
});
