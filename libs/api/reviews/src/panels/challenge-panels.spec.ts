import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeAssignment, makeReviewer } from '../testing/review.factory';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('the panel of a challenge', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  /** A challenge with one proposal that two reviewers have accepted to judge. */
  async function judged() {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (proposal === undefined) throw new Error('One was asked for');
    const [anna, bram] = [await makeReviewer(world.database), await makeReviewer(world.database)];
    const task = await makeAssignment(world.database, { proposal, reviewerId: bram.id, state: 'accepted' });
    const form = (body: object) =>
      send('PUT', `/api/taskforce/challenges/${challenge.id}/panel`, {
        memberIds: [anna.id],
        chairId: null,
        version: 0,
        ...body,
      });
    return { challenge, proposal, anna, bram, task, form };
  }

  it('is formed with a chair, changed by version, and in the log', async () => {
    const { challenge, anna, bram, form } = await judged();
    const both = { memberIds: [anna.id, bram.id], chairId: bram.id };
    const formed = await form(both);
    expect([formed.status, formed.body]).toMatchObject([200, { chairId: bram.id, version: 1 }]);
    expect((await form({ version: 0 })).status).toBe(409);
    expect((await form({ version: 1 })).body).toEqual({ memberIds: [anna.id], chairId: null, version: 2 });
    expect((await send('GET', `/api/taskforce/challenges/${challenge.id}/conflicts`)).body).toMatchObject({
      panel: { memberIds: [anna.id], chairId: null, version: 2 },
    });
    const log = await world.database.asOwner(
      `SELECT payload FROM event WHERE type = 'panel.formed' AND subject_id = $1 ORDER BY id`,
      [challenge.id],
    );
    expect(log).toEqual([{ payload: both }, { payload: { memberIds: [anna.id], chairId: null } }]);
  });

  it('takes everything of the challenge from whoever is taken off, and gives it back with the place', async () => {
    const { bram, anna, task, form } = await judged();
    const own = await sendAs(world, bram.id);
    const seen = async (): Promise<[number, unknown]> => [
      (await own('GET', `/api/my/reviews/${task.id}`)).status,
      ((await own('GET', '/api/my/reviews')).body as { challenges: unknown[] }).challenges.length, // its contract
    ];
    const steps = [await seen()];
    await form({});
    steps.push(await seen());
    await form({ memberIds: [anna.id, bram.id], version: 1 });
    steps.push(await seen());
    expect(steps).toEqual([
      [200, 1],
      [404, 0],
      [200, 1],
    ]);
  });

  it('is where reviewers come from once it is formed', async () => {
    const { challenge, proposal, anna, form } = await judged();
    const other = await makeReviewer(world.database);
    await form({});
    const assign = (reviewerId: string) =>
      send('POST', `/api/taskforce/challenges/${challenge.id}/assignments`, {
        proposalIds: [proposal.id],
        reviewerIds: [reviewerId],
        dueAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      });
    expect(refusal(await assign(other.id))).toEqual([422, 'validation_failed', ['reviewerIds.0:not_on_panel']]);
    expect((await assign(anna.id)).body).toEqual({ created: 1 });
    const { body } = await send('GET', `/api/taskforce/challenges/${challenge.id}/assignments`);
    expect((body as { reviewers: { id: string }[] }).reviewers.map(({ id }) => id)).toEqual([anna.id]); // its contract
  });

  it('is refused with strangers, with a chair from outside, and by whoever has a stake', async () => {
    const { challenge, proposal, anna, bram, form } = await judged();
    const stranger = await makePerson(world.database);
    const officer = await makePerson(world.database, {
      bodies: ['taskforce'],
      organisationId: proposal.organisationId,
    });
    const sendOfficer = await sendAs(world, officer.id);
    const body = { memberIds: [anna.id], chairId: null, version: 0 };
    const refusals = [
      refusal(await form({ memberIds: [anna.id, stranger.id] })),
      refusal(await form({ chairId: bram.id })),
    ];
    const stake = await sendOfficer('PUT', `/api/taskforce/challenges/${challenge.id}/panel`, body);
    expect([...refusals, [stake.status, (stake.body as { code: string }).code]]).toEqual([
      [422, 'validation_failed', ['memberIds.1:not_on_panel']],
      [422, 'validation_failed', ['chairId:chair_not_member']],
      [409, 'judging_stake'],
    ]);
  });
});
