import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { RankingDto } from '../dto/ranking.dto';
import type { SubmittedReviewDto } from '../dto/review-desk.dto';
import type { ReviewQueueDto } from '../dto/review-queue.dto';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('the anchor of a challenge', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  const choose = (challengeId: string, proposalId: string | null, who = send): ReturnType<Send> =>
    who('PUT', `/api/taskforce/challenges/${challengeId}/anchor`, { proposalId });
  const anchorOf = async (challengeId: string, who = send): Promise<RankingDto['anchor']> =>
    ((await who('GET', `/api/taskforce/challenges/${challengeId}/ranking`)).body as RankingDto).anchor; // the contract of the route

  it('comes first for every reviewer, and shows how far they lie apart', async () => {
    const { challenge, proposals } = await makeJudging(world, 3);
    const [first, second, third] = proposals;
    if (!first || !second || !third) throw new Error('three were made');
    const [anna, bram] = [
      await makeReviewer(world.database, { name: 'Anna' }),
      await makeReviewer(world.database, { name: 'Bram' }),
    ];
    expect(await anchorOf(challenge.id)).toBeNull();
    expect((await choose(challenge.id, third.id)).status).toBe(204);
    expect(await anchorOf(challenge.id)).toEqual({ proposalId: third.id, scores: [] });
    const own = await makeAssignment(world.database, {
      proposal: first,
      reviewerId: anna.id,
      state: 'accepted',
      scores: [3, 3, 3],
    });
    await makeAssignment(world.database, { proposal: second, reviewerId: anna.id });
    const task = await makeAssignment(world.database, { proposal: third, reviewerId: anna.id });
    const asAnna = await sendAs(world, anna.id);
    const queue = (await asAnna('GET', '/api/my/reviews')).body as ReviewQueueDto; // the contract of the route
    expect(queue.challenges[0]?.items.map(({ number, isAnchor }) => [number, isAnchor])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    const handedIn = await asAnna('POST', `/api/my/reviews/${own.id}/review/submission`, { version: 1 });
    expect((handedIn.body as SubmittedReviewDto).nextAssignmentId).toBe(task.id); // the contract of the route
    await world.database.asOwner('DELETE FROM review_assignment WHERE id = $1', [task.id]);
    await makeAssignment(world.database, {
      proposal: third,
      reviewerId: anna.id,
      state: 'submitted',
      scores: [4, 4, 4],
    });
    await makeAssignment(world.database, {
      proposal: third,
      reviewerId: bram.id,
      state: 'submitted',
      scores: [2, 3, 3],
    });
    expect(await anchorOf(challenge.id)).toEqual({
      proposalId: third.id,
      scores: [
        { reviewerId: anna.id, name: 'Anna', score: 4, drift: 1.4 },
        { reviewerId: bram.id, name: 'Bram', score: 2.6, drift: -1.4 },
      ],
    });
    expect((await choose(challenge.id, null)).status).toBe(204);
    expect(await anchorOf(challenge.id)).toBeNull();
  });

  it('is one of the challenge, while it is judged, chosen by somebody who may see all of it', async () => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const { proposals: others } = await makeJudging(world, 1);
    const decided = await makeJudging(world, 1, { state: 'decided' });
    const [first, second] = proposals;
    if (!first || !second || !others[0]) throw new Error('they were made');
    expect(refusal(await choose(challenge.id, others[0].id))).toEqual([422, 'validation_failed', ['proposalId:id']]);
    expect(refusal(await choose(decided.challenge.id, null))).toEqual([409, 'step_not_allowed', []]);
    const rival = await makePerson(world.database, { bodies: ['taskforce'], organisationId: second.organisationId });
    const asRival = await sendAs(world, rival.id);
    expect(refusal(await choose(challenge.id, second.id, asRival))).toEqual([409, 'own_review_first', []]);
    await choose(challenge.id, first.id);
    expect(await anchorOf(challenge.id, asRival)).toBeNull();
  });
});
