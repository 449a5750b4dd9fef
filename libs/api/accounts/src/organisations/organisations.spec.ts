import { makeOrganisation, makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { createAccountsWorld, eventsOf, problemOf } from '../testing/accounts-world';

describe('an organisation', () => {
  let world: TestWorld;
  let own: { id: string };
  let owner: { id: string };
  let member: { id: string };
  let ownerCookie: string;
  let memberCookie: string;
  let rivalCookie: string;
  let taskforceCookie: string;

  beforeAll(async () => {
    world = await createAccountsWorld();
    own = await makeOrganisation(world.database, { name: 'Hunzebot' });
    const rival = await makeOrganisation(world.database, { name: 'Rivaal' });
    owner = await makePerson(world.database, { name: 'Zus Owner', email: 'zus@x.example.nl', organisationId: own.id });
    member = await makePerson(world.database, {
      name: 'Aaf Member',
      email: 'aaf@x.example.nl',
      organisationId: own.id,
      organisationRole: 'member',
    });
    const stranger = await makePerson(world.database, { organisationId: rival.id });
    const taskforce = await makePerson(world.database, { bodies: ['taskforce'] });
    ownerCookie = await world.signInAs(owner.id);
    memberCookie = await world.signInAs(member.id);
    rivalCookie = await world.signInAs(stranger.id);
    taskforceCookie = await world.signInAs(taskforce.id);
  });
  afterAll(() => world.close());

  const path = (): string => `/api/organisation/${own.id}`;
  const remove = (cookie: string, userId: string): Promise<TestResponse> =>
    world.request('DELETE', `${path()}/members/${userId}`, { cookie });

  it('is seen by its members and the taskforce, and does not exist for others', async () => {
    const profile = {
      id: own.id,
      name: 'Hunzebot',
      kind: 'sme',
      kvkNumber: expect.stringMatching(/^\d{8}$/),
      city: 'Assen',
      region: 'drenthe',
      website: '',
      employees: null,
      groupKvkNumber: '',
      version: 1,
    };
    for (const cookie of [ownerCookie, memberCookie, taskforceCookie]) {
      expect((await world.request('GET', path(), { cookie })).body).toEqual(profile);
    }
    expect(problemOf(await world.request('GET', path(), { cookie: rivalCookie })).code).toBe('not_found');
  });

  it('is changed by a member, with both versions on a conflict; the taskforce and strangers cannot', async () => {
    const change = {
      city: 'Emmen',
      region: null,
      website: 'https://hunzebot.example.nl',
      employees: 12,
      groupKvkNumber: '87654321',
      version: 1,
    };
    const changed = await world.request('PATCH', path(), { cookie: memberCookie, body: change });
    expect(changed.body).toMatchObject({ ...change, version: 2, name: 'Hunzebot' });
    const wrong = { ...change, groupKvkNumber: '1234', version: 2 };
    const refused = await world.request('PATCH', path(), { cookie: memberCookie, body: wrong });
    expect(problemOf(refused).faults).toEqual(['groupKvkNumber: kvk_form']);
    const late = await world.request('PATCH', path(), { cookie: ownerCookie, body: { ...change, city: 'Te laat' } });
    expect([problemOf(late).code, (late.body as { current: unknown }).current]).toEqual([
      'version_conflict',
      changed.body,
    ]);
    for (const cookie of [rivalCookie, taskforceCookie]) {
      expect(problemOf(await world.request('PATCH', path(), { cookie, body: change })).code).toBe('not_found');
    }
    expect(await eventsOf(world, own.id)).toEqual(['organisation.changed']);
  });

  it('lists its people for members only, owners first', async () => {
    const people = await world.request('GET', `${path()}/members`, { cookie: memberCookie });
    expect(people.body).toEqual({
      items: [
        { userId: owner.id, name: 'Zus Owner', email: 'zus@x.example.nl', role: 'owner', since: expect.any(String) },
        { userId: member.id, name: 'Aaf Member', email: 'aaf@x.example.nl', role: 'member', since: expect.any(String) },
      ],
    });
    expect(problemOf(await world.request('GET', `${path()}/members`, { cookie: rivalCookie })).code).toBe('not_found');
  });

  it('lets an owner remove a member at once, but nobody else, and never the last owner', async () => {
    expect(problemOf(await remove(memberCookie, owner.id)).code).toBe('not_owner');
    expect(problemOf(await remove(rivalCookie, member.id)).code).toBe('not_found');
    expect(problemOf(await remove(ownerCookie, owner.id)).code).toBe('last_owner');
    expect((await remove(ownerCookie, member.id)).status).toBe(204);
    expect(problemOf(await remove(ownerCookie, member.id)).code).toBe('not_found');
    expect(problemOf(await world.request('GET', path(), { cookie: memberCookie })).code).toBe('not_found');
    expect((await eventsOf(world, own.id)).at(-1)).toBe('membership.ended');
  });

  it('keeps an owner when two owners remove each other at the same time', async () => {
    const second = await makePerson(world.database, { organisationId: own.id });
    const secondCookie = await world.signInAs(second.id);
    const answers = await Promise.all([remove(ownerCookie, second.id), remove(secondCookie, owner.id)]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    expect(await world.database.asOwner(`SELECT role FROM membership WHERE organisation_id = $1`, [own.id])).toEqual([
      { role: 'owner' },
    ]);
  });
});
