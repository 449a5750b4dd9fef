import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { AuditModule } from './audit.module';

describe('the audit log', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [AuditModule], entities: [], texts: [] });
  });
  afterAll(() => world.close());

  it('shows the taskforce who did what, newest first, page by page, and nothing sealed', async () => {
    const officer = await makePerson(world.database, { name: 'Officer', bodies: ['taskforce'] });
    const subject = officer.id;
    await world.database.asOwner(
      `INSERT INTO event (type, subject_type, subject_id, actor_id, is_sealed)
       SELECT 'test.step_' || n, 'test', $1, $1, n = 3 FROM generate_series(1, 60) n`,
      [subject],
    );
    const cookie = await world.signInAs(officer.id);
    const first = (await world.request('GET', '/api/taskforce/audit', { cookie })).body as {
      items: { type: string; actorName: string }[];
      next: string;
    };
    const second = (await world.request('GET', `/api/taskforce/audit?cursor=${first.next}`, { cookie }))
      .body as typeof first;
    const types = [...first.items, ...second.items].map((item) => item.type);
    const expected = Array.from({ length: 60 }, (_, i) => `test.step_${60 - i}`).filter(
      (type) => type !== 'test.step_3',
    );
    expect(types).toEqual(expected);
    expect([first.items.length, first.items[0]?.actorName, second.next]).toEqual([50, 'Officer', null]);
  });

  it('is refused for an SME', async () => {
    const sme = await makeOrganisation(world.database);
    const person = await makePerson(world.database, { organisationId: sme.id });
    const cookie = await world.signInAs(person.id);
    expect((await world.request('GET', '/api/taskforce/audit', { cookie })).status).toBe(403);
  });

  it('keeps refused accesses apart from changes', async () => {
    const officer = await makePerson(world.database, { name: 'Watcher', bodies: ['taskforce'] });
    const cookie = await world.signInAs(officer.id);
    await world.request('GET', '/api/taskforce/audit/never', { cookie });
    const sme = await world.signInAs((await makePerson(world.database, { name: 'Curious' })).id);
    const refused = await world.request('GET', '/api/taskforce/audit', { cookie: sme });
    const shown = (await world.request('GET', '/api/taskforce/audit?show=refusals', { cookie })).body as {
      items: { type: string; actorName: string; reason: string; requestId: string }[];
    };
    expect(shown.items[0]).toMatchObject({
      type: 'access.refused',
      actorName: 'Curious',
      reason: 'not_allowed: GET /api/taskforce/audit',
      requestId: (refused.body as { requestId: string }).requestId,
    });
    const changes = (await world.request('GET', '/api/taskforce/audit', { cookie })).body as typeof shown;
    expect(changes.items.map(({ type }) => type)).not.toContain('access.refused');
  });

  it('refuses a cursor that it did not write', async () => {
    const officer = await makePerson(world.database, { bodies: ['taskforce'] });
    const cookie = await world.signInAs(officer.id);
    expect((await world.request('GET', '/api/taskforce/audit?cursor=WyJ4Il0', { cookie })).status).toBe(422);
  });
});
