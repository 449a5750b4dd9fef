import { createTestWorld, type TestWorld } from '../testing';

describe('a method that no route has', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [], entities: [], texts: [] });
  });
  afterAll(() => world.close());

  it('gives nothing back of what was asked with TRACE', async () => {
    const answer = await world.app.inject({ method: 'TRACE', url: '/health/live', headers: { 'x-echo': 'geheim' } });
    expect([answer.statusCode, answer.body.includes('geheim')]).toEqual([404, false]);
  });

  it('tells another site nothing of what it may send', async () => {
    const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' };
    for (const [method, url] of [
      ['OPTIONS', '/api/session'],
      ['GET', '/health/live'],
    ] as const) {
      const answer = await world.app.inject({ method, url, headers });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
