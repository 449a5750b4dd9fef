import { createTestWorld, makeOrganisation, type TestWorld } from '../testing';

describe('a room without declared routes', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [], entities: [], texts: [] });
  });
  afterAll(() => world.close());

  it('shows nobody a row when the transaction does not say who asks', async () => {
    await makeOrganisation(world.database, { name: 'Hunzebot' });
    expect(await world.source.query('SELECT name FROM organisation')).toEqual([]);
  });

  it('answers health and refuses an unknown path as a problem', async () => {
    expect((await world.request('GET', '/health/ready')).body).toEqual({ status: 'ok' });
    const missing = await world.request('GET', '/api/nope');
    const unreadable = await world.request('GET', '/api/%E0');
    expect([unreadable.status, unreadable.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect([missing.status, missing.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });
});
