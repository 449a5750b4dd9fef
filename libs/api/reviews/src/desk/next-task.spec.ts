import type { TestWorld } from '@htsm/api/core/testing';
import type { SavedReviewDto } from '../dto/review-desk.dto';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, sendAs } from '../testing/reviews-world';

describe('what a reviewer judges next', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createReviewsWorld();
  });
  afterAll(() => world.close());

  it('is told at handing in which open task has the fewest reviews, but not one with a conflict', async () => {
    const { challenge, proposals } = await makeJudging(world, 4);
    const [first, second, third, fourth] = proposals;
    if (!first || !second || !third || !fourth) throw new Error('four were made');
    const reviewer = await makeReviewer(world.database);
    const done = { state: 'submitted', scores: [3, 3, 3] } as const;
    for (const proposal of [second, second, third]) await makeAssignment(world.database, { proposal, ...done });
    const tasks = {
      now: await makeAssignment(world.database, {
        proposal: first,
        reviewerId: reviewer.id,
        state: 'accepted',
        scores: [4, 4, 4],
      }),
      busy: await makeAssignment(world.database, { proposal: second, reviewerId: reviewer.id }),
      next: await makeAssignment(world.database, { proposal: third, reviewerId: reviewer.id, state: 'accepted' }),
      barred: await makeAssignment(world.database, { proposal: fourth, reviewerId: reviewer.id, state: 'conflicted' }),
    };
    const own = await sendAs(world, reviewer.id);
    const scores = challenge.criterionIds.map((criterionId) => ({
      criterionId,
      score: 4,
      isNotApplicable: false,
      reason: 'Redelijk gedaan.',
    }));
    const path = `/api/my/reviews/${tasks.now.id}/review`;
    const { version } = (await own('PATCH', path, { version: 1, scores })).body as SavedReviewDto; // the contract of the route
    expect((await own('POST', `${path}/submission`, { version })).body).toMatchObject({
      nextAssignmentId: tasks.next.id,
    });
  });
});
