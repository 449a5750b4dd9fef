import type { DataSource } from 'typeorm';
import { Database, openDataSource } from '@htsm/api/core';
import type { TestWorld } from '@htsm/api/core/testing';
import { ReviewNews } from '../review-news';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging } from '../testing/reviews-world';
import { RemindLate } from './remind-late';
import { ReviewerReminders } from './reviewer-reminders';

const DAY_MS = 86_400_000;

describe('reminding reviewers by itself', () => {
  let world: TestWorld;
  let worker: DataSource;
  beforeAll(async () => {
    world = await createReviewsWorld();
    worker = await openDataSource(world.config.workerDatabaseUrl, [], 2);
  });
  afterAll(async () => {
    await worker.destroy();
    await world.close();
  });
  beforeEach(() => world.database.shiftClock(0));

  /** Days from now. */
  const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
  const remind = async (): Promise<void> => {
    const { app } = world;
    const reminders = new RemindLate(new Database(worker), app.get(ReviewerReminders), app.get(ReviewNews));
    expect(await reminders.runDue()).toBe(false);
  };
  const mailsTo = (reviewerId: string): Promise<unknown[]> =>
    world.database.asOwner(
      `SELECT variables->'open' AS open FROM mail_outbox WHERE kind = 'review_reminder' AND to_user_id = $1 ORDER BY created_at, id`,
      [reviewerId],
    );
  const pass = (days: number): Promise<void> => world.database.shiftClock(days * DAY_MS);

  it('happens three days before and a day after the date, in one mail for a challenge, and then no more', async () => {
    const { proposals } = await makeJudging(world, 3);
    const [first, second, third] = proposals;
    if (!first || !second || !third) throw new Error('three were made');
    const { id: reviewerId } = await makeReviewer(world.database);
    await makeAssignment(world.database, { proposal: first, reviewerId, dueAt: inDays(5) });
    await makeAssignment(world.database, { proposal: second, reviewerId, dueAt: inDays(5), state: 'accepted' });
    await makeAssignment(world.database, { proposal: third, reviewerId, dueAt: inDays(5), state: 'submitted' });
    await remind();
    expect(await mailsTo(reviewerId)).toEqual([]);
    await pass(3);
    await remind();
    await remind();
    expect(await mailsTo(reviewerId)).toEqual([{ open: 2 }]);
    await pass(5);
    await remind();
    expect(await mailsTo(reviewerId)).toEqual([{ open: 2 }]);
    await pass(7);
    await remind();
    expect(await mailsTo(reviewerId)).toEqual([{ open: 2 }, { open: 2 }]);
    await pass(16);
    await remind();
    expect(await mailsTo(reviewerId)).toEqual([{ open: 2 }, { open: 2 }]);
    const lines = await world.database.asOwner(
      `SELECT actor_id AS actor, count(*)::int AS n FROM event WHERE type = 'review.reminded' GROUP BY 1`,
    );
    expect(lines).toEqual([{ actor: null, n: 4 }]);
  });

  it('leaves alone who was just asked or reminded, who has a conflict, who left the panel, and what is decided', async () => {
    const { proposals } = await makeJudging(world, 1);
    const decided = (await makeJudging(world, 1, { state: 'decided' })).proposals[0];
    const [proposal] = proposals;
    if (!proposal || !decided) throw new Error('two were made');
    const task = (values: object) => makeAssignment(world.database, { proposal, dueAt: inDays(1), ...values });
    const waiting = await task({});
    const fresh = await task({});
    const reminded = await task({});
    const bound = await task({ state: 'conflicted' });
    const gone = await task({});
    const over = await task({ proposal: decided });
    await world.database.asOwner(
      `UPDATE review_assignment SET created_at = created_at - interval '2 days' WHERE id <> $1`,
      [fresh.id],
    );
    await world.database.asOwner('UPDATE review_assignment SET reminded_at = htsm_now() WHERE id = $1', [reminded.id]);
    await world.database.asOwner('DELETE FROM membership WHERE user_id = $1', [gone.reviewerId]);
    await remind();
    const told = await Promise.all([waiting, fresh, reminded, bound, gone, over].map((one) => mailsTo(one.reviewerId)));
    expect(told.map(({ length }) => length)).toEqual([1, 0, 0, 0, 0, 0]);
  });
});
