import { linkToken } from '@htsm/api/core';
import { makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import type { ChallengeConflictsDto } from '../dto/conflicts.dto';
import { makeAssignment, makeReviewer } from '../testing/review.factory';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

const PASSWORD = 'schuur klompen radijs 41';
const WORDS = 'Ik weet veel van lasrobots en inspectie.';

describe('outside experts', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  /** A challenge whose panel has one member, and ways to ask somebody onto it. */
  async function formed() {
    const { challenge, proposals } = await makeJudging(world, 2);
    const [proposal, other] = proposals;
    if (proposal === undefined || other === undefined) throw new Error('Two were asked for');
    const member = await makeReviewer(world.database);
    const path = `/api/taskforce/challenges/${challenge.id}`;
    await send('PUT', `${path}/panel`, { memberIds: [member.id], chairId: null, version: 0 });
    const invite = (email: string, knowsConflicts = false) =>
      send('POST', `${path}/panel-invitations`, { email, knowsConflicts });
    const page = async () => (await send('GET', `${path}/conflicts`)).body as ChallengeConflictsDto; // its contract
    return { challenge, proposal, other, member, path, invite, page };
  }

  async function tokenFor(email: string): Promise<string> {
    const [mail] = await world.database.asOwner<{ id: string }>(
      `SELECT variables->>'tokenId' AS id FROM mail_outbox WHERE kind = 'expert_invited' AND to_email = $1 ORDER BY created_at DESC LIMIT 1`,
      [email],
    );
    return linkToken(world.config.appSecret, 'invite_expert', mail?.id ?? '');
  }

  const accept = (token: string, more: object = {}, cookie?: string): Promise<TestResponse> =>
    world.request('POST', '/api/panel-invitations/accept', {
      cookie,
      body: { token, organisationName: 'Elders', words: WORDS, affirms: true, ...more },
    });
  const tasks = async (own: Send): Promise<number> =>
    ((await own('GET', '/api/my/reviews')).body as { challenges: unknown[] }).challenges.length; // its contract

  it('register by the mailed link, with what binds them, and judge on that panel alone', async () => {
    const { challenge, proposal, other, page, invite } = await formed();
    const asked = await invite('nieuw@deskundig.test');
    expect([asked.status, asked.body]).toEqual([
      201,
      {
        addedName: null,
        invitation: expect.objectContaining({ email: 'nieuw@deskundig.test', isExpired: false }) as object,
      },
    ]);
    expect((await page()).invitations).toEqual([(asked.body as { invitation: unknown }).invitation]); // its contract
    const token = await tokenFor('nieuw@deskundig.test');
    expect((await world.request('POST', '/api/panel-invitations/offer', { body: { token } })).body).toEqual({
      challengeTitle: 'Wissels meten',
      ownerName: expect.any(String) as string,
      email: 'nieuw@deskundig.test',
      expiresAt: expect.any(String) as string,
      hasAccount: false,
    });
    expect(refusal(await accept(token, { affirms: false }))).toEqual([
      422,
      'validation_failed',
      ['affirms:must_affirm'],
    ]);
    const named = { name: 'Eva Extern', password: PASSWORD, organisationName: 'Bedrijf 2 B.V.' };
    const joined = await accept(token, named);
    expect([joined.status, joined.body]).toMatchObject([200, { user: { name: 'Eva Extern', owesSecondFactor: true } }]);
    expect(refusal(await accept(token, named))).toEqual([409, 'link_not_usable', []]);
    const [eva] = await world.database.asOwner<{ id: string; isGuest: boolean }>(
      `SELECT u.id, b.is_guest AS "isGuest" FROM app_user u JOIN membership b ON b.user_id = u.id WHERE u.email = 'nieuw@deskundig.test'`,
    );
    if (eva === undefined) throw new Error('She joined just before');
    const shown = await page();
    expect([eva.isGuest, shown.invitations, shown.panel.memberIds.includes(eva.id)]).toEqual([true, [], true]);
    // where she works proposes too, and so keeps her from that proposal
    expect(shown.people.find(({ id }) => id === eva.id)).toMatchObject({
      isGuest: true,
      links: [{ kind: 'employer', organisationName: 'Bedrijf 2 B.V.' }],
      conflicts: [{ kind: 'declared_link', proposalIds: [other.id] }],
    });
    const own = await sendAs(world, eva.id);
    expect((await own('GET', '/api/my/expertise')).body).toMatchObject({ words: WORDS, version: 1 });
    await makeAssignment(world.database, { proposal, reviewerId: eva.id, state: 'accepted' });
    expect(await tasks(own)).toBe(1);
    // elsewhere no panel is formed: everybody judges but guests
    const elsewhere = (await makeJudging(world, 1)).proposals[0];
    if (elsewhere === undefined) throw new Error('One was asked for');
    await makeAssignment(world.database, { proposal: elsewhere, reviewerId: eva.id, state: 'accepted' });
    expect(await tasks(own)).toBe(1);
    await send('PUT', `/api/taskforce/challenges/${challenge.id}/panel`, {
      memberIds: [shown.panel.memberIds.find((id) => id !== eva.id)],
      chairId: null,
      version: shown.panel.version,
    });
    expect(await tasks(own)).toBe(0);
  });

  it('are added at once when they review already, and told so', async () => {
    const { challenge, invite, page } = await formed();
    const known = await makeReviewer(world.database, { name: 'Karel' });
    const answers = [await invite(known.email), await invite(known.email)];
    expect(answers.map(({ body }) => body)).toEqual([
      { invitation: null, addedName: 'Karel' },
      { invitation: null, addedName: 'Karel' },
    ]);
    expect((await page()).panel).toMatchObject({
      version: 2,
      memberIds: expect.arrayContaining([known.id]) as string[],
    });
    const mails = await world.database.asOwner(`SELECT kind, variables FROM mail_outbox WHERE to_user_id = $1`, [
      known.id,
    ]);
    expect(mails).toEqual([
      { kind: 'panel_appointed', variables: { name: 'Karel', challengeTitle: 'Wissels meten', path: '/my/reviews' } },
    ]);
    expect(challenge.id).toBeDefined();
  });

  it('with an account sign in first, and the taskforce cannot tell them from others', async () => {
    const { invite, page } = await formed();
    const person = await makePerson(world.database, { name: 'Piet', email: 'piet@deskundig.test' });
    const shapes = [await invite('piet@deskundig.test'), await invite('niemand@deskundig.test')].map(
      ({ body }) =>
        Object.entries((body as { invitation: object }).invitation).map(([key, value]) => [key, typeof value]), // its contract
    );
    expect(shapes[0]).toEqual(shapes[1]);
    const token = await tokenFor('piet@deskundig.test');
    expect(refusal(await accept(token, { name: 'Een ander', password: PASSWORD }))).toEqual([
      409,
      'sign_in_to_accept',
      [],
    ]);
    const stranger = await world.signInAs((await makePerson(world.database)).id);
    expect(refusal(await accept(token, {}, stranger))).toEqual([409, 'invitation_for_somebody_else', []]);
    expect((await accept(token, {}, await world.signInAs(person.id))).status).toBe(200);
    expect((await page()).panel.memberIds).toContain(person.id);
  });

  it('cannot use an invitation that was withdrawn or ran out; asked again, the same link works', async () => {
    const { challenge, path, invite, page } = await formed();
    await invite('laat@deskundig.test');
    const token = await tokenFor('laat@deskundig.test');
    const offer = async (): Promise<number> =>
      (await world.request('POST', '/api/panel-invitations/offer', { body: { token } })).status;
    await world.database.asOwner(`UPDATE panel_invitation SET expires_at = htsm_now() WHERE challenge_id = $1`, [
      challenge.id,
    ]);
    const statuses = [await offer()];
    expect((await page()).invitations).toMatchObject([{ email: 'laat@deskundig.test', isExpired: true }]);
    await invite('laat@deskundig.test');
    statuses.push(await offer());
    const withdraw = () => send('POST', `${path}/panel-invitations/withdrawal`, { email: 'laat@deskundig.test' });
    expect([(await withdraw()).status, (await withdraw()).status]).toEqual([204, 204]);
    statuses.push(await offer());
    expect(statuses).toEqual([409, 200, 409]);
    const mails = await world.database.asOwner(
      `SELECT count(*)::int AS n FROM mail_outbox WHERE to_email = 'laat@deskundig.test'`,
    );
    expect(mails).toEqual([{ n: 2 }]);
  });

  it('join once, however many accept at the same moment', async () => {
    const { invite } = await formed();
    await invite('samen@deskundig.test');
    const token = await tokenFor('samen@deskundig.test');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => accept(token, { name: 'Sam Samen', password: PASSWORD })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('are not asked when bound to the owner, nor to others unless the taskforce knows', async () => {
    const { challenge, proposal, path, invite } = await formed();
    await makePerson(world.database, { organisationId: proposal.organisationId, email: 'baas@voorsteller.test' });
    await makePerson(world.database, { organisationId: challenge.organisationId, email: 'baas@vrager.test' });
    expect(refusal(await invite('nieuw@voorsteller.test'))).toEqual([
      422,
      'validation_failed',
      ['email:conflict_email_domain'],
    ]);
    expect((await invite('nieuw@voorsteller.test', true)).status).toBe(201);
    expect(refusal(await invite('nieuw@vrager.test', true))).toEqual([
      422,
      'validation_failed',
      ['email:conflict_email_domain'],
    ]);
    const officer = await makePerson(world.database, {
      bodies: ['taskforce'],
      organisationId: proposal.organisationId,
    });
    const refused = await (
      await sendAs(world, officer.id)
    )('POST', `${path}/panel-invitations`, {
      email: 'x@deskundig.test',
      knowsConflicts: true,
    });
    expect(refusal({ ...refused, body: { errors: [], ...(refused.body as object) } })).toEqual([
      409,
      'judging_stake',
      [],
    ]); // problem+json
    const { challenge: unformed } = await makeJudging(world, 1);
    const early = await send('POST', `/api/taskforce/challenges/${unformed.id}/panel-invitations`, {
      email: 'x@deskundig.test',
      knowsConflicts: false,
    });
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'panel_not_formed']);
  });

  it('and other reviewers who declare a link that forbids running tasks are told of to the taskforce', async () => {
    const { proposals } = await makeJudging(world, 2);
    const [first, second] = proposals;
    if (first === undefined || second === undefined) throw new Error('Two were asked for');
    const rik = await makeReviewer(world.database, { name: 'Rik' });
    await makeAssignment(world.database, { proposal: first, reviewerId: rik.id, state: 'accepted' });
    await makeAssignment(world.database, { proposal: second, reviewerId: rik.id });
    const officer = await makePerson(world.database, { bodies: ['taskforce'] });
    const own = await sendAs(world, rik.id);
    const declare = (organisationName: string) =>
      own('POST', '/api/my/links', { kind: 'client', organisationName, kvkNumber: '', mailDomain: '', endedOn: null });
    const [{ name = '' } = {}] = await world.database.asOwner<{ name: string }>(
      `UPDATE organisation SET name = 'Rikkersma Techniek' WHERE id = $1 RETURNING name`,
      [first.organisationId],
    );
    expect(name).toBe('Rikkersma Techniek');
    await declare('Heel iets anders');
    await declare('Rikkersma Techniek BV');
    const mails = await world.database.asOwner(
      `SELECT variables FROM mail_outbox WHERE kind = 'link_conflict' AND to_user_id = $1`,
      [officer.id],
    );
    expect(mails).toEqual([
      {
        variables: {
          challengeTitle: 'Wissels meten',
          reviewerName: 'Rik',
          organisationName: 'Rikkersma Techniek',
          kind: 'declared_link',
          through: 'Rikkersma Techniek BV',
          proposals: 1,
          path: expect.stringMatching(/^\/taskforce\/challenges\/.*\/panel$/) as string,
        },
      },
    ]);
  });
});
