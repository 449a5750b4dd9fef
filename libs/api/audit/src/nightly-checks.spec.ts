import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { AuditModule } from './audit.module';

const PATH = '/api/administration/nightly-checks';

describe('the results of the nightly check', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [AuditModule], entities: [], texts: [] });
    await world.database.asOwner(
      `INSERT INTO nightly_check (night, ended_at, findings, audit_lines, audit_head, swept_files) VALUES
         ('2026-11-20', '2026-11-20T02:00:05Z', '[{"name": "one", "breaches": 0}, {"name": "two", "breaches": 3}]', 12, 'ab', 1),
         ('2026-11-21', NULL, '[]', NULL, NULL, 0)`,
    );
  });
  afterAll(() => world.close());

  it('are shown to administrators: what is broken, and how far the log is', async () => {
    const administrator = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
    expect((await world.request('GET', PATH, { cookie: administrator })).body).toEqual({
      items: [
        {
          night: '2026-11-21',
          endedAt: null,
          checked: 0,
          broken: [],
          auditLines: null,
          auditHead: null,
          sweptFiles: 0,
        },
        {
          night: '2026-11-20',
          endedAt: '2026-11-20T02:00:05.000Z',
          checked: 2,
          broken: [{ name: 'two', breaches: 3 }],
          auditLines: 12,
          auditHead: 'ab',
          sweptFiles: 1,
        },
      ],
    });
  });

  it('are nobody else’s business', async () => {
    const officer = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
    expect((await world.request('GET', PATH, { cookie: officer })).status).toBe(403);
  });
});
