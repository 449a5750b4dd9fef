import { makeOrganisation, makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import {
  PASSWORD,
  answerOf,
  cookieOf,
  createAccountsWorld,
  eventsOf,
  mailedToken,
  mailsTo,
  problemOf,
} from '../testing/accounts-world';

describe('inviting colleagues', () => {
  let world: TestWorld;
  let organisation: { id: string; name: string };
  let rival: { id: string; name: string };
  let owner: string;
  let member: string;
  let rivalOwner: string;

  beforeAll(async () => {
    world = await createAccountsWorld();
    organisation = await makeOrganisation(world.database, { name: 'Hunzebot' });
    rival = await makeOrganisation(world.database, { name: 'Rivaal' });
    const ownerPerson = await makePerson(world.database, { name: 'Fenna', organisationId: organisation.id });
    const memberPerson = await makePerson(world.database, {
      organisationId: organisation.id,
      organisationRole: 'member',
    });
    const rivalPerson = await makePerson(world.database, {
      email: 'rivaal@x.example.nl',
      locale: 'en',
      organisationId: rival.id,
    });
    owner = await world.signInAs(ownerPerson.id);
    member = await world.signInAs(memberPerson.id);
    rivalOwner = await world.signInAs(rivalPerson.id);
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM rate_limit'));

  const invite = (cookie: string, email: string): Promise<TestResponse> =>
    world.request('POST', '/api/invitations', { cookie, body: { organisationId: organisation.id, email } });
  const list = (cookie: string): Promise<TestResponse> =>
    world.request('GET', `/api/invitations?organisationId=${organisation.id}`, { cookie });
  const accept = (body: object, cookie?: string): Promise<TestResponse> =>
    world.request('POST', '/api/invitations/accept', { body, cookie });
  const tokenFor = (email: string): Promise<string> => mailedToken(world, email, 'invite');

  it('mails a newcomer, who becomes a signed-in member with the invited address', async () => {
    const sent = await invite(owner, 'nieuw@hunzebot.example.nl');
    const invitation = {
      id: expect.any(String),
      email: 'nieuw@hunzebot.example.nl',
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
    };
    expect([sent.status, sent.body]).toEqual([201, invitation]);
    expect((await list(owner)).body).toEqual({ items: [sent.body] });
    expect(await mailsTo(world, 'nieuw@hunzebot.example.nl')).toEqual([
      {
        kind: 'invite',
        to_email: 'nieuw@hunzebot.example.nl',
        locale: 'nl',
        variables: { organisationName: 'Hunzebot', invitedBy: 'Fenna', tokenId: expect.any(String) },
      },
    ]);
    const token = await tokenFor('nieuw@hunzebot.example.nl');
    expect((await world.request('POST', '/api/invitations/offer', { body: { token } })).body).toEqual({
      organisationName: 'Hunzebot',
      email: 'nieuw@hunzebot.example.nl',
      hasAccount: false,
    });
    expect(problemOf(await accept({ token })).faults).toEqual(['name: required', 'password: required']);
    expect(problemOf(await accept({ token, name: 'Nynke', password: 'hunzebot-nynke!' })).faults).toEqual([
      'password: password_personal',
    ]);
    const joined = await accept({ token, name: 'Nynke Bakker', password: PASSWORD });
    expect(joined.body).toMatchObject({
      user: {
        name: 'Nynke Bakker',
        email: 'nieuw@hunzebot.example.nl',
        organisations: [{ id: organisation.id, name: 'Hunzebot', kind: 'sme', role: 'member' }],
      },
    });
    expect((await world.request('GET', '/api/account', { cookie: cookieOf(joined) })).status).toBe(200);
    expect((await list(owner)).body).toEqual({ items: [] });
    expect(problemOf(await accept({ token, name: 'Nynke Bakker', password: PASSWORD })).code).toBe('link_not_usable');
    expect(await eventsOf(world, organisation.id)).toEqual(['invitation.sent', 'membership.started']);
  });

  it('lets exactly one of twenty simultaneous acceptances succeed', async () => {
    await invite(owner, 'twintig@hunzebot.example.nl');
    const token = await tokenFor('twintig@hunzebot.example.nl');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => accept({ token, name: 'Twan Twint', password: PASSWORD })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...new Array<number>(19).fill(409)]);
  });

  it('answers the same for an address with an account, which then joins signed in', async () => {
    const unknown = await invite(owner, 'onbek1@x.example.nl');
    const known = await invite(owner, 'rivaal@x.example.nl');
    const bare = (response: TestResponse): unknown => {
      const { text, ...rest } = answerOf(response) as { text: string }; // built just above from a response
      return { ...rest, text: text.replace(/"(id|createdAt|expiresAt|email)":"[^"]+"/g, '') };
    };
    expect(
      bare({ ...known, headers: { ...known.headers, 'content-length': unknown.headers['content-length'] } }),
    ).toEqual(bare(unknown));
    const token = await tokenFor('rivaal@x.example.nl');
    expect((await mailsTo(world, 'rivaal@x.example.nl'))[0]?.locale).toBe('en');
    expect(problemOf(await accept({ token, name: 'Iemand Anders', password: PASSWORD })).code).toBe(
      'sign_in_to_accept',
    );
    expect(problemOf(await accept({ token }, member)).code).toBe('invitation_for_somebody_else');
    const joined = await accept({ token }, rivalOwner);
    expect(joined.body).toMatchObject({
      user: {
        organisations: [
          { name: 'Hunzebot', role: 'member' },
          { name: 'Rivaal', role: 'owner' },
        ],
      },
    });
    expect(problemOf(await invite(owner, 'rivaal@x.example.nl'))).toEqual({
      status: 409,
      code: 'already_member',
      faults: [],
    });
  });

  it('lets only owners invite, read and revoke, and hides the organisation from strangers', async () => {
    const outsider = await world.signInAs((await makePerson(world.database, {})).id);
    const { body } = await invite(owner, 'weg@hunzebot.example.nl');
    const { id } = body as { id: string }; // InvitationDto
    expect([problemOf(await invite(member, 'a@b.nl')).code, problemOf(await list(member)).code]).toEqual([
      'not_owner',
      'not_owner',
    ]);
    expect([problemOf(await invite(outsider, 'a@b.nl')).code, problemOf(await list(outsider)).code]).toEqual([
      'not_found',
      'not_found',
    ]);
    for (const cookie of [member, outsider]) {
      expect(problemOf(await world.request('DELETE', `/api/invitations/${id}`, { cookie })).code).toBe('not_found');
    }
    const token = await tokenFor('weg@hunzebot.example.nl');
    expect((await world.request('DELETE', `/api/invitations/${id}`, { cookie: owner })).status).toBe(204);
    expect(problemOf(await accept({ token, name: 'Wie Weet', password: PASSWORD })).code).toBe('link_not_usable');
    expect(problemOf(await world.request('DELETE', `/api/invitations/${id}`, { cookie: owner })).code).toBe(
      'not_found',
    );
  });

  it('replaces a waiting invitation and lets one expire after fourteen days', async () => {
    await invite(owner, 'dubbel@hunzebot.example.nl');
    const first = await tokenFor('dubbel@hunzebot.example.nl');
    await invite(owner, 'Dubbel@hunzebot.example.nl');
    const waiting = ((await list(owner)).body as { items: { email: string }[] }).items; // InvitationsDto
    expect(waiting.filter(({ email }) => email.toLowerCase() === 'dubbel@hunzebot.example.nl')).toHaveLength(1);
    expect(problemOf(await accept({ token: first, name: 'Dub Bel', password: PASSWORD })).code).toBe('link_not_usable');
    const second = await tokenFor('dubbel@hunzebot.example.nl');
    await world.database.shiftClock(14 * 86_400_000 + 60_000);
    const late = await accept({ token: second, name: 'Dub Bel', password: PASSWORD });
    await world.database.shiftClock(0);
    expect(problemOf(late).code).toBe('link_not_usable');
  });

  it('refuses after thirty invitations in an hour', async () => {
    const codes: number[] = [];
    for (let n = 0; n < 31; n += 1) codes.push((await invite(owner, `veel${n}@x.example.nl`)).status);
    expect(codes).toEqual([...new Array<number>(30).fill(201), 429]);
  });
});
