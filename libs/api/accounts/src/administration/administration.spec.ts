import { makeOrganisation, makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { createAccountsWorld, problemOf } from '../testing/accounts-world';

describe('administration', () => {
  let world: TestWorld;
  let administrator: { id: string };
  let fenna: { id: string };
  let cookie: string;

  beforeAll(async () => {
    world = await createAccountsWorld();
    const organisation = await makeOrganisation(world.database, { name: 'Hunzebot 100%' });
    administrator = await makePerson(world.database, { name: 'Zeno Beheer', bodies: ['administration'] });
    fenna = await makePerson(world.database, {
      name: 'Fenna',
      email: 'fenna@x.example.nl',
      organisationId: organisation.id,
    });
    cookie = await world.signInAs(administrator.id);
  });
  afterAll(() => world.close());

  const people = (query = ''): Promise<TestResponse> =>
    world.request('GET', `/api/administration/people${query}`, { cookie });
  const change = (method: 'PUT' | 'DELETE', userId: string, body: string, as = cookie): Promise<TestResponse> =>
    world.request(method, `/api/administration/people/${userId}/bodies/${body}`, { cookie: as });
  const idsOf = (response: TestResponse): string[] =>
    (response.body as { items: { id: string }[] }).items.map(({ id }) => id);
  const bodiesOf = (userId: string): Promise<{ body: string }[]> =>
    world.database.asOwner(`SELECT body FROM membership WHERE user_id = $1 AND body <> 'organisation' ORDER BY body`, [
      userId,
    ]);

  it('finds people by a part of name, address or organisation, signs included', async () => {
    expect((await people('?q=enn')).body).toEqual({
      items: [
        {
          id: fenna.id,
          name: 'Fenna',
          email: 'fenna@x.example.nl',
          bodies: [],
          organisations: [{ name: 'Hunzebot 100%', role: 'owner' }],
          isConfirmed: true,
          isDisabled: false,
          createdAt: expect.any(String),
        },
      ],
      next: null,
    });
    for (const query of ['?q=FENNA@X', '?q=100%25']) expect(idsOf(await people(query))).toEqual([fenna.id]);
    expect(idsOf(await people('?q=_%25_'))).toEqual([]);
    expect(idsOf(await people())).toEqual([fenna.id, administrator.id]);
  });

  it('pages by name without losing or repeating anybody', async () => {
    for (let n = 0; n < 55; n += 1) await makePerson(world.database, { name: n % 2 === 0 ? 'Gelijk' : `gelijk ${n}` });
    const first = await people('?q=gelijk');
    const { next } = first.body as { next: string }; // PeoplePageDto
    const second = await people(`?q=gelijk&cursor=${next}`);
    expect([idsOf(first).length, idsOf(second).length, new Set([...idsOf(first), ...idsOf(second)]).size]).toEqual([
      50, 5, 55,
    ]);
    expect((second.body as { next: unknown }).next).toBeNull();
    expect(problemOf(await people('?cursor=abc')).faults).toEqual(['cursor: object']);
  });

  it('grants and revokes roles, each in the audit log once', async () => {
    for (let time = 0; time < 2; time += 1) expect((await change('PUT', fenna.id, 'taskforce')).status).toBe(204);
    expect(await bodiesOf(fenna.id)).toEqual([{ body: 'taskforce' }]);
    for (let time = 0; time < 2; time += 1) expect((await change('DELETE', fenna.id, 'taskforce')).status).toBe(204);
    expect(await bodiesOf(fenna.id)).toEqual([]);
    expect(
      await world.database.asOwner('SELECT type, actor_id, payload FROM event WHERE subject_id = $1 ORDER BY id', [
        fenna.id,
      ]),
    ).toEqual(
      ['role.granted', 'role.revoked'].map((type) => ({
        type,
        actor_id: administrator.id,
        payload: { userId: fenna.id, body: 'taskforce' },
      })),
    );
    expect(
      await world.database.asOwner(
        'SELECT kind, variables FROM mail_outbox WHERE to_user_id = $1 ORDER BY created_at, id',
        [fenna.id],
      ),
    ).toEqual([
      { kind: 'role_granted', variables: { name: 'Fenna', role: 'taskforce', path: '/home' } },
      { kind: 'role_revoked', variables: { name: 'Fenna', role: 'taskforce' } },
    ]);
  });

  it('refuses the own administration role, unknown people and unknown roles', async () => {
    expect(problemOf(await change('DELETE', administrator.id, 'administration')).code).toBe('own_administration');
    expect(problemOf(await change('PUT', '00000000-0000-4000-8000-000000000000', 'taskforce')).code).toBe('not_found');
    expect(problemOf(await change('PUT', fenna.id, 'organisation')).code).toBe('not_found');
    expect(await bodiesOf(administrator.id)).toEqual([{ body: 'administration' }]);
  });

  it('is for administrators only, also below the API', async () => {
    const taskforce = await makePerson(world.database, { bodies: ['taskforce', 'review_panel'] });
    const other = await world.signInAs(taskforce.id);
    expect(problemOf(await world.request('GET', '/api/administration/people', { cookie: other })).code).toBe(
      'not_allowed',
    );
    expect(problemOf(await change('PUT', taskforce.id, 'administration', other)).code).toBe('not_allowed');
    expect(problemOf(await world.request('GET', '/api/administration/people')).code).toBe('not_signed_in');
    await expect(
      world.source.transaction(async (tx) => {
        await tx.query(`SELECT set_config('app.user_id', $1, true), set_config('app.roles', 'taskforce', true)`, [
          taskforce.id,
        ]);
        await tx.query(`INSERT INTO membership (user_id, body, role) VALUES ($1, 'administration', 'member')`, [
          taskforce.id,
        ]);
      }),
    ).rejects.toThrow('row-level security');
  });
});
