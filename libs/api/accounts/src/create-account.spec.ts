import type { TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from './create-account';
import { PASSWORD, createAccountsWorld, eventsOf, mailsTo } from './testing/accounts-world';

describe('making accounts from code', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createAccountsWorld();
  });
  afterAll(() => world.close());

  it('makes a confirmed owner with facts of the organisation, a colleague, and roles, without mail', async () => {
    const create = world.app.get(CreateAccount);
    const owner = await create.run({
      email: 'fenna@hunzebot.example.nl',
      name: 'Fenna',
      password: PASSWORD,
      organisation: {
        name: 'Hunzebot',
        kind: 'sme',
        kvkNumber: '70040001',
        isDemo: true,
        facts: { city: 'Assen', region: 'drenthe' },
      },
      bodies: ['review_panel'],
    });
    const organisationId = owner.organisations[0]?.id ?? '';
    const member = await create.run({
      email: 'wiebe@hunzebot.example.nl',
      name: 'Wiebe',
      password: PASSWORD,
      locale: 'en',
      organisation: { id: organisationId, role: 'member' },
    });
    expect(owner).toMatchObject({
      kind: 'user',
      bodies: ['review_panel'],
      organisations: [{ role: 'owner', kind: 'sme' }],
    });
    expect(
      await world.database.asOwner(
        `SELECT m.user_id, m.body, m.role, o.city, o.is_demo FROM membership m LEFT JOIN organisation o ON o.id = m.organisation_id
         ORDER BY m.body, m.role DESC`,
      ),
    ).toEqual([
      { user_id: owner.userId, body: 'organisation', role: 'owner', city: 'Assen', is_demo: true },
      { user_id: member.userId, body: 'organisation', role: 'member', city: 'Assen', is_demo: true },
      { user_id: owner.userId, body: 'review_panel', role: 'member', city: null, is_demo: null },
    ]);
    const body = { email: 'wiebe@hunzebot.example.nl', password: PASSWORD };
    expect((await world.request('POST', '/api/session', { body })).status).toBe(200);
    expect(await mailsTo(world, 'fenna@hunzebot.example.nl')).toEqual([]);
    expect(await eventsOf(world, owner.userId)).toEqual(['account.created', 'role.granted']);
  });
});
