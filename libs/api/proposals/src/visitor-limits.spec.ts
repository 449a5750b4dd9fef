import { VISITOR_HEADER, vouchFor } from '@htsm/api/core';
import { fileForm, pdfContent, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { createProposalsWorld, makeDraft } from './testing/proposals-world';

describe('what costs the platform much', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createProposalsWorld();
  });
  afterEach(() => world.database.asOwner('DELETE FROM rate_limit'));
  afterAll(() => world.close());

  /** As if the only visitor who was counted had made `hits` calls. */
  const count = (hits: number): Promise<unknown> => world.database.asOwner('UPDATE rate_limit SET hits = $1', [hits]);
  const search = (headers: Record<string, string> = {}): Promise<TestResponse> =>
    world.request('GET', '/api/challenges?q=wissels', { headers });
  const verify = (): Promise<TestResponse> =>
    world.request('POST', '/api/receipts/verification', { body: { receipt: '{}' } });

  it.each([
    ['searching', 2700, search],
    ['checking receipts', 600, verify],
  ])('is counted per visitor: %s', async (_, limit, call) => {
    expect((await call()).status).toBe(200);
    await count(limit - 1);
    expect((await call()).status).toBe(200);
    const refused = await call();
    expect([refused.status, refused.headers['retry-after'], refused.body]).toEqual([
      429,
      expect.stringMatching(/^(900|8\d\d)$/),
      expect.objectContaining({
        code: 'too_many_attempts',
        detail: 'U probeerde dit te vaak. Wacht 15 minuten en probeer het dan opnieuw.',
      }),
    ]);
  });

  it('leaves the list without words to everybody, uncounted', async () => {
    await search();
    await count(100_000);
    expect((await world.request('GET', '/api/challenges')).status).toBe(200);
    expect(await world.database.asOwner('SELECT hits FROM rate_limit')).toEqual([{ hits: 100_000 }]);
  });

  it('is counted for whom a page is rendered, and for nobody that a visitor names', async () => {
    await search();
    await count(100_000);
    expect((await search({ [VISITOR_HEADER]: vouchFor('203.0.113.7') })).status).toBe(200);
    const forged = `203.0.113.7 ${vouchFor('203.0.113.8').split(' ')[1]}`;
    expect((await search({ [VISITOR_HEADER]: forged })).status).toBe(429);
    expect((await search({ [VISITOR_HEADER]: '203.0.113.7' })).status).toBe(429);
  });

  it('is counted per person for uploads, so a colleague behind the same address goes on', async () => {
    const one = await makeDraft(world);
    const other = await makeDraft(world);
    const upload = async ({ sme, draft }: typeof one): Promise<number> => {
      const { body, headers } = fileForm('a.pdf', pdfContent());
      const path = `/api/my/proposals/${draft.id}/attachments`;
      return (await world.request('POST', path, { cookie: sme.cookie, body, headers })).status;
    };
    expect(await upload(one)).toBe(201);
    await count(599);
    expect([await upload(one), await upload(one), await upload(other)]).toEqual([201, 429, 201]);
  });
});
