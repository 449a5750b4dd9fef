import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { MadeProposal } from '@htsm/api/proposals/testing';
import type { ReleasedAnswerDto } from '../dto/answers.dto';
import type { DecisionRecordsDto } from '../dto/decision-record.dto';
import { makeAnswer, makeAssignment, type MadeAssignment } from '../testing';
import { createReviewsWorld, makeJudging, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

/** The scores of five proposals by two reviewers; the weights are 40, 35 and 25. */
const GIVEN = [
  [
    [5, 4, 4],
    [3, 4, 'na'],
  ],
  [[3, 3, 3]],
  [[2, 2, 2]],
  [[1, 1, 1]],
  [[4, 4, 4]],
] as const;

describe('the record of a decision', () => {
  let world: TestWorld;
  let send: Send;
  let challengeId: string;
  let proposals: MadeProposal[];
  let tasks: MadeAssignment[];
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
    ({
      challenge: { id: challengeId },
      proposals,
    } = await makeJudging(world, GIVEN.length));
    tasks = [];
    for (const [index, proposal] of proposals.entries()) {
      for (const scores of GIVEN[index] ?? []) {
        tasks.push(await makeAssignment(world.database, { proposal, state: 'submitted', scores }));
      }
      await makeAnswer(world.database, { proposal, outcome: index === 0 ? 'awarded' : 'declined' });
    }
  });
  afterAll(() => world.close());

  const readRecord = async (who = send): Promise<DecisionRecordsDto> =>
    (await who('GET', `/api/taskforce/challenges/${challengeId}/decision`)).body as DecisionRecordsDto; // the contract of the route
  const standing = async (): Promise<unknown> => {
    const { body } = await send('GET', `/api/taskforce/challenges/${challengeId}/ranking`);
    return { ...(body as object), now: null };
  };

  it('is there from the decision on, and every proposer reads own scores beside the middle of the field', async () => {
    expect(await readRecord()).toEqual({ record: null });
    expect((await send('POST', `/api/taskforce/challenges/${challengeId}/decision`)).body).toEqual({ released: 5 });
    expect(await readRecord()).toEqual({
      record: {
        decidedAt: expect.any(String) as string,
        decidedBy: expect.any(String) as string,
        basisSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        rankingSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        isUnchanged: true,
        isReproduced: true,
      },
    });
    const [winner] = proposals;
    if (!winner) throw new Error('five were made');
    const proposer = await sendAs(world, winner.createdBy);
    const answer = (await proposer('GET', `/api/my/proposals/${winner.id}/answer`)).body as ReleasedAnswerDto; // the contract of the route
    expect([answer.meanScore, answer.fieldMedian, answer.reviewCount]).toEqual([3.93, 3, 2]);
    expect(
      answer.reasons.map(({ meanScore, lowest, highest, fieldMedian }) => [meanScore, lowest, highest, fieldMedian]),
    ).toEqual([
      [4, 3, 5, 3],
      [4, 4, 4, 3],
      [4, 4, 4, 3],
    ]);
  });

  it('holds the ranking as it was, whatever comes to light afterwards', async () => {
    const before = await standing();
    const [task] = tasks;
    if (!task) throw new Error('tasks were made');
    const reviewer = await sendAs(world, task.reviewerId);
    const declared = await reviewer('POST', `/api/my/reviews/${task.id}/declaration`, {
      hasConflict: true,
      reason: 'Mijn zus werkt er.',
    });
    expect(declared.status).toBe(200);
    expect(await standing()).toEqual(before);
    expect((await readRecord()).record).toMatchObject({ isUnchanged: true, isReproduced: true });
  });

  it.each([
    ['a score', `UPDATE review_score SET score = 5 WHERE review_id IN (SELECT id FROM review WHERE proposal_id = $1)`],
    ['a review', `UPDATE review SET remark = 'Toch anders.' WHERE proposal_id = $1`],
    [
      'a weight',
      `UPDATE criterion SET weight = 30 WHERE challenge_id = (SELECT challenge_id FROM proposal WHERE id = $1)`,
    ],
    ['an outcome', `UPDATE answer SET outcome = 'declined' WHERE proposal_id = $1`],
    ['a reason', `UPDATE answer_reason SET text = 'Toch anders.' WHERE proposal_id = $1`],
    ['a missing answer', `DELETE FROM answer_reason WHERE proposal_id = $1`],
  ])('lets nobody change %s, the owner of the schema neither', async (_what, sql) => {
    await expect(world.database.asOwner(sql, [proposals[0]?.id])).rejects.toThrow('the challenge is decided');
  });

  it('shows what was changed behind the database’s back', async () => {
    await world.database.asOwner('ALTER TABLE review_score DISABLE TRIGGER refuse_when_decided');
    await world.database.asOwner('UPDATE review_score SET score = 0 WHERE review_id = $1 AND score = 3', [
      tasks[1]?.reviewId,
    ]);
    await world.database.asOwner('ALTER TABLE review_score ENABLE TRIGGER refuse_when_decided');
    expect((await readRecord()).record).toMatchObject({ isUnchanged: false, isReproduced: true });
  });

  it('is not there for a member of the taskforce with a stake in the challenge', async () => {
    const [, proposal] = proposals;
    if (!proposal) throw new Error('five were made');
    const rival = await makePerson(world.database, {
      bodies: ['taskforce'],
      organisationId: proposal.organisationId,
    });
    expect(await readRecord(await sendAs(world, rival.id))).toEqual({ record: null });
  });
});
