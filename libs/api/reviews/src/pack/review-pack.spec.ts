import type { TestWorld } from '@htsm/api/core/testing';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAs, type Send } from '../testing/reviews-world';

describe('the pack for reviewing on paper', () => {
  let world: TestWorld;
  let reviewer: { id: string };
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
  });
  beforeEach(async () => {
    reviewer = await makeReviewer(world.database, { name: 'Jelle' });
    send = await sendAs(world, reviewer.id);
  });
  afterAll(() => world.close());

  it('is a PDF of all tasks in the challenge, the same bytes for the same content', async () => {
    const { proposals } = await makeJudging(world, 3);
    const tasks = [];
    for (const proposal of proposals) {
      tasks.push(
        await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted', scores: [4] }),
      );
    }
    const path = `/api/my/reviews/${tasks[1]?.id}/pack`;
    const first = await send('GET', path);
    expect([first.status, first.headers['content-type'], first.headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      expect.stringMatching(/^attachment; filename="beoordelen-challenge-\d+\.pdf"/),
    ]);
    expect((await send('GET', path)).text).toBe(first.text);
    expect(first.text.slice(0, 8)).toBe('%PDF-1.7');
  });

  it('changes with what the reviewer wrote, and not with a task of another', async () => {
    const { proposals } = await makeJudging(world, 2);
    const [mine, other] = proposals;
    if (!mine || !other) throw new Error('two were made');
    const task = await makeAssignment(world.database, { proposal: mine, reviewerId: reviewer.id, state: 'accepted' });
    const read = async (): Promise<string> => (await send('GET', `/api/my/reviews/${task.id}/pack`)).text;
    const before = await read();
    await makeAssignment(world.database, { proposal: other, state: 'submitted' });
    await makeAssignment(world.database, { proposal: mine, state: 'submitted' });
    expect(await read()).toBe(before);
    await send('PATCH', `/api/my/reviews/${task.id}/review`, { version: 1, remark: 'Mooi.', scores: [] });
    expect(await read()).not.toBe(before);
  });

  it('gives nothing of a proposal before the declaration, nothing after a conflict, and nothing to others', async () => {
    const { proposals } = await makeJudging(world, 2);
    const [proposal, second] = proposals;
    if (!proposal || !second) throw new Error('two were made');
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id });
    const conflicted = await makeAssignment(world.database, {
      proposal: second,
      reviewerId: reviewer.id,
      state: 'accepted',
    });
    const read = async (): Promise<string> => (await send('GET', `/api/my/reviews/${task.id}/pack`)).text;
    await send('POST', `/api/my/reviews/${conflicted.id}/declaration`, {
      hasConflict: true,
      reason: 'Mijn broer werkt daar.',
    });
    const before = await read();
    for (const { id } of [proposal, second]) {
      await world.database.asOwner("UPDATE proposal SET title = 'Anders', summary = 'Heel anders' WHERE id = $1", [id]);
    }
    expect(await read()).toBe(before);
    expect(refusal(await send('GET', `/api/my/reviews/${conflicted.id}/pack`))).toEqual([404, 'not_found', []]);
    const stranger = await sendAs(world, (await makeReviewer(world.database)).id);
    expect(refusal(await stranger('GET', `/api/my/reviews/${task.id}/pack`))).toEqual([404, 'not_found', []]);
  });
});
