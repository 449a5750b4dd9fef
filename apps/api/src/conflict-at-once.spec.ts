import { makePerson, makeOrganisation, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import { makeProposal, type MadeProposal } from '@htsm/api/proposals/testing';
import { makeAnswer, makeAssignment } from '@htsm/api/reviews/testing';
import { createWholeApi } from './testing-app';

/** One session that stays open while its holder becomes somebody else. */
describe('a change of role or a conflict of interest in an open session', () => {
  let world: TestWorld;
  let challenge: MadeChallenge;
  let ours: MadeProposal;
  let theirs: MadeProposal;
  let secrets: { ours: string; theirs: string; review: string; judging: string };
  let readers: Set<string>;

  beforeAll(async () => {
    world = await createWholeApi();
  });
  beforeEach(async () => {
    readers = new Set();
    const allowed = readers;
    const plant = (what: string): string => world.canaries.plant(what, (id) => id !== null && allowed.has(id));
    secrets = {
      ours: plant('our proposal'),
      theirs: plant('their proposal'),
      review: plant('a review of ours'),
      judging: plant('why somebody could not judge ours'),
    };
    challenge = await makeChallenge(world.database, { state: 'evaluating' });
    ours = await makeProposal(world.database, {
      challengeId: challenge.id,
      state: 'under_review',
      summary: secrets.ours,
    });
    theirs = await makeProposal(world.database, {
      challengeId: challenge.id,
      state: 'under_review',
      summary: secrets.theirs,
    });
    await makeAssignment(world.database, {
      proposal: ours,
      state: 'submitted',
      scores: [1, 2, 3],
      reason: secrets.review,
    });
    await makeAssignment(world.database, { proposal: ours, state: 'conflicted', conflictReason: secrets.judging });
    await makeAnswer(world.database, { proposal: ours, outcome: 'shortlisted' });
  });
  afterAll(() => world.close());

  /** A person with an open session; whoever `mayRead` reads the secrets of this test until told otherwise. */
  async function someone(values: Parameters<typeof makePerson>[1]) {
    const { id } = await makePerson(world.database, values);
    readers.add(id);
    const cookie = await world.signInAs(id);
    const get = (path: string): Promise<TestResponse> => world.request('GET', path, { cookie });
    return { id, cookie, get };
  }

  function join(userId: string, organisationId: string): Promise<unknown> {
    return world.database.asOwner(
      `INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, 'organisation', $2, 'member')`,
      [userId, organisationId],
    );
  }

  const leave = (userId: string): Promise<unknown> =>
    world.database.asOwner('DELETE FROM membership WHERE user_id = $1', [userId]);

  /** Every page on which something of the proposals or their judging could still stand. */
  const pages = (): string[] => [
    `/api/taskforce/challenges/${challenge.id}/ranking`,
    `/api/taskforce/challenges/${challenge.id}/answers`,
    `/api/taskforce/challenges/${challenge.id}/assignments`,
    `/api/taskforce/challenges/${challenge.id}/proposals`,
    `/api/taskforce/proposals/${ours.id}`,
    `/api/taskforce/proposals/${theirs.id}`,
    '/api/taskforce/board',
    '/api/taskforce/overview',
    '/api/taskforce/audit',
    '/api/my/reviews',
    `/api/my/challenges/${challenge.id}/proposals`,
    `/api/my/challenges/${challenge.id}/proposals/${ours.id}`,
  ];

  it('closes the desk of a reviewer who leaves the panel', async () => {
    const { id, get } = await someone({ bodies: ['review_panel'] });
    const task = await makeAssignment(world.database, { proposal: ours, reviewerId: id, state: 'accepted' });
    expect((await get(`/api/my/reviews/${task.id}`)).text).toContain(secrets.ours);
    await leave(id);
    readers.delete(id);
    const answers = [await get(`/api/my/reviews/${task.id}`), await get('/api/my/reviews')];
    await join(id, (await makeOrganisation(world.database)).id);
    answers.push(await get(`/api/my/proposals/${ours.id}`));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404]);
  });

  it('closes the desk of a reviewer who declares a conflict, with the next request', async () => {
    const { id, cookie, get } = await someone({ bodies: ['review_panel'] });
    const task = await makeAssignment(world.database, {
      proposal: ours,
      reviewerId: id,
      state: 'submitted',
      scores: [3, 3, 3],
    });
    expect((await get(`/api/my/reviews/${task.id}`)).text).toContain(secrets.review);
    const body = { hasConflict: true, reason: 'Mijn broer werkt daar sinds vandaag.' };
    await world.request('POST', `/api/my/reviews/${task.id}/declaration`, { cookie, body });
    readers.delete(id);
    const after = await get(`/api/my/reviews/${task.id}`);
    expect([after.status, (await get('/api/my/reviews')).body]).toMatchObject([404, { challenges: [] }]);
  });

  it('closes the desk of a reviewer who turns out to be bound to the proposer, until a waiver and after it', async () => {
    const { id, get } = await someone({ bodies: ['review_panel'] });
    const task = await makeAssignment(world.database, { proposal: ours, reviewerId: id, state: 'accepted' });
    const seen = async (): Promise<number[]> => {
      const queue = (await get('/api/my/reviews')).body as { challenges: unknown[] }; // the contract of the route
      return [(await get(`/api/my/reviews/${task.id}`)).status, queue.challenges.length];
    };
    const steps = [await seen()];
    await world.database.asOwner(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name) SELECT $1, 'client', name FROM organisation WHERE id = $2`,
      [id, ours.organisationId],
    );
    steps.push(await seen());
    await world.database.asOwner(
      `INSERT INTO conflict_waiver (challenge_id, user_id, organisation_id, facts, reason, signed_by, ends_at)
       SELECT $2, user_id, organisation_id, ARRAY[fact], 'Lang geleden.', $1, htsm_now() + interval '1 day' FROM conflict_tie WHERE user_id = $1`,
      [id, challenge.id],
    );
    steps.push(await seen());
    await world.database.asOwner(`UPDATE conflict_waiver SET ends_at = htsm_now() WHERE user_id = $1`, [id]);
    steps.push(await seen());
    expect(steps).toEqual([
      [200, 1],
      [404, 0],
      [200, 1],
      [404, 0],
    ]);
  });

  it('takes a proposal and its judging from a taskforce member on the panel who declares a link with the proposer', async () => {
    const { id, get } = await someone({ bodies: ['taskforce', 'review_panel'] });
    const texts = async (): Promise<string> => (await Promise.all(pages().map(get))).map(({ text }) => text).join();
    expect(await texts()).toContain(secrets.ours);
    await world.database.asOwner(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name) SELECT $1, 'client', name FROM organisation WHERE id = $2`,
      [id, ours.organisationId],
    );
    const after = await texts();
    expect([secrets.ours, secrets.review, secrets.judging, secrets.theirs].map((word) => after.includes(word))).toEqual(
      [false, false, false, true],
    );
  });

  it('closes the desk of a reviewer who joins a rival', async () => {
    const { id, get } = await someone({ bodies: ['review_panel'] });
    const task = await makeAssignment(world.database, { proposal: ours, reviewerId: id, state: 'accepted' });
    expect((await get(`/api/my/reviews/${task.id}`)).status).toBe(200);
    await join(id, theirs.organisationId);
    readers.delete(id);
    expect((await get(`/api/my/reviews/${task.id}`)).status).toBe(404);
    expect((await get('/api/my/reviews')).body).toMatchObject({ challenges: [] });
  });

  it('takes rivals’ proposals and all judging from a taskforce member who joins a proposer', async () => {
    const { id, cookie, get } = await someone({ bodies: ['taskforce'] });
    const before = (await Promise.all(pages().map(get))).map(({ text }) => text).join();
    expect([before.includes(secrets.theirs), before.includes(secrets.judging)]).toEqual([true, true]);
    await join(id, ours.organisationId);
    const outcome = await world.request('PUT', `/api/taskforce/proposals/${ours.id}/outcome`, {
      cookie,
      body: { step: 'award', version: 1 },
    });
    const decision = await world.request('POST', `/api/taskforce/challenges/${challenge.id}/decision`, { cookie });
    const after = (await Promise.all(pages().map(get))).map(({ text }) => text).join();
    expect([after.includes(secrets.ours), after.includes(secrets.theirs), after.includes(secrets.judging)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([outcome, decision].map((answer) => (answer.body as { code: string }).code)).toEqual([
      'own_review_first',
      'own_review_first',
    ]);
  });

  it('takes the judging from a taskforce member who joins the challenge owner', async () => {
    const { id, get } = await someone({ bodies: ['taskforce'] });
    await join(id, challenge.organisationId);
    const after = (await Promise.all(pages().map(get))).map(({ text }) => text).join();
    expect([after.includes(secrets.ours), after.includes(secrets.judging)]).toEqual([true, false]);
  });

  it.each(['taskforce', 'owner'] as const)('takes everything from somebody who was %s', async (was) => {
    const { id, get } = await someone(
      was === 'taskforce' ? { bodies: ['taskforce'] } : { organisationId: challenge.organisationId },
    );
    const before = (await Promise.all(pages().map(get))).map(({ text }) => text).join();
    expect(before).toContain(secrets.ours);
    await leave(id);
    readers.delete(id);
    const statuses = (await Promise.all(pages().map(get))).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 403 && status !== 404)).toEqual([]);
  });
});
