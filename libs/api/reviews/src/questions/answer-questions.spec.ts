import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { MadeProposal } from '@htsm/api/proposals/testing';
import type { AnswersDto, ReleasedAnswerDto } from '../dto/answers.dto';
import { makeAnswer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('a question about an answer', () => {
  let world: TestWorld;
  let taskforce: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    taskforce = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  const decided = async (): Promise<{ challengeId: string; own: MadeProposal; other: MadeProposal }> => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const [own, other] = proposals;
    if (!own || !other) throw new Error('two were made');
    for (const proposal of proposals) await makeAnswer(world.database, { proposal });
    await taskforce('POST', `/api/taskforce/challenges/${challenge.id}/decision`);
    return { challengeId: challenge.id, own, other };
  };
  const ask = (who: Send, { id }: MadeProposal, text: string): ReturnType<Send> =>
    who('POST', `/api/my/proposals/${id}/answer/question`, { text });
  const reply = (who: Send, { id }: MadeProposal, text: string): ReturnType<Send> =>
    who('POST', `/api/taskforce/proposals/${id}/answer/question/reply`, { reply: text });
  const mails = (kind: string, challengePath: string): Promise<{ to: string }[]> =>
    world.database.asOwner(
      `SELECT to_user_id AS "to" FROM mail_outbox WHERE kind = $1 AND variables->>'path' = $2 ORDER BY 1`,
      [kind, challengePath],
    );

  it('is asked once, replied once, and read by its parties only', async () => {
    const { challengeId, own, other } = await decided();
    const proposer = await sendAs(world, own.createdBy);
    const rival = await sendAs(world, other.createdBy);
    const text = world.canaries.plant('a question about an answer', (id) => id !== other.createdBy);
    expect(refusal(await ask(rival, own, 'Waarom zij wel en wij niet?'))).toEqual([404, 'not_found', []]);
    expect(refusal(await reply(taskforce, own, 'Er is niets gevraagd.'))).toEqual([409, 'answer_question_closed', []]);
    const asked = await ask(proposer, own, text);
    const question = {
      text,
      askedBy: expect.any(String) as string,
      askedAt: expect.any(String) as string,
      reply: null,
      repliedAt: null,
    };
    expect([asked.status, asked.body]).toEqual([201, question]);
    expect(refusal(await ask(proposer, own, 'Nog één ding graag.'))).toEqual([409, 'answer_question_closed', []]);
    const answers = (await taskforce('GET', `/api/taskforce/challenges/${challengeId}/answers`)).body as AnswersDto; // the contract of the route
    expect(answers.items.map((answer) => answer.question)).toEqual([question, null]);
    expect(refusal(await taskforce('POST', `/api/taskforce/challenges/${challengeId}/closing`))).toEqual([
      409,
      'answers_owed',
      [],
    ]);
    const done = { ...question, reply: 'De proef miste graan.', repliedAt: expect.any(String) as string };
    const replied = await reply(taskforce, own, done.reply);
    expect([replied.status, replied.body]).toEqual([200, done]);
    expect(refusal(await reply(taskforce, own, 'Toch nog iets anders.'))).toEqual([409, 'answer_question_closed', []]);
    const read = (await proposer('GET', `/api/my/proposals/${own.id}/answer`)).body as ReleasedAnswerDto; // the contract of the route
    expect([read.question, read.askUntil]).toEqual([done, null]);
    expect((await mails('answer_question_asked', `/taskforce/challenges/${challengeId}/answers`)).length).toBe(
      (await world.database.asOwner(`SELECT 1 FROM mail_recipients_of_body('taskforce')`)).length,
    );
    expect(await mails('answer_question_replied', `/my/proposals/${own.id}`)).toEqual([{ to: own.createdBy }]);
    expect((await taskforce('POST', `/api/taskforce/challenges/${challengeId}/closing`)).status).toBe(204);
  });

  it('can be asked for thirty days, and says until when', async () => {
    const { own, other } = await decided();
    await world.database.asOwner('ALTER TABLE answer DISABLE TRIGGER refuse_when_decided');
    const releasedAt = (id: string, days: number): Promise<unknown> =>
      world.database.asOwner(
        `UPDATE answer SET released_at = htsm_now() - make_interval(days => $2) + interval '1 minute' WHERE proposal_id = $1`,
        [id, days],
      );
    await releasedAt(own.id, 30);
    await releasedAt(other.id, 31);
    await world.database.asOwner('ALTER TABLE answer ENABLE TRIGGER refuse_when_decided');
    const askUntil = async (proposal: MadeProposal): Promise<string | null> => {
      const who = await sendAs(world, proposal.createdBy);
      return ((await who('GET', `/api/my/proposals/${proposal.id}/answer`)).body as ReleasedAnswerDto).askUntil; // the contract of the route
    };
    const until = await askUntil(own);
    // a minute is left of the days that the page speaks of
    expect(Math.abs(Date.parse(until ?? '') - Date.now() - 60_000)).toBeLessThan(30_000);
    expect(await askUntil(other)).toBeNull();
    const [inTime, late] = [await sendAs(world, own.createdBy), await sendAs(world, other.createdBy)];
    expect((await ask(inTime, own, 'Wat bedoelt u met haalbaar?')).status).toBe(201);
    expect(refusal(await ask(late, other, 'Wat bedoelt u met haalbaar?'))).toEqual([409, 'answer_question_closed', []]);
  });

  it('is not there for a member of the taskforce who belongs to a rival', async () => {
    const { own, other } = await decided();
    const proposer = await sendAs(world, own.createdBy);
    const rival = await makePerson(world.database, { bodies: ['taskforce'], organisationId: other.organisationId });
    await ask(
      proposer,
      own,
      world.canaries.plant('a question of a rival', (id) => id !== rival.id),
    );
    expect(refusal(await reply(await sendAs(world, rival.id), own, 'Dat zeggen wij niet.'))).toEqual([
      404,
      'not_found',
      [],
    ]);
  });
});
