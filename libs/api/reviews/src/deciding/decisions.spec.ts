import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { AnswerPreviewDto, AnswersDto, ReleasedAnswerDto } from '../dto/answers.dto';
import type { RankingDto } from '../dto/ranking.dto';
import { makeAnswer, makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('deciding', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  const readRanking = async (id: string): Promise<RankingDto> =>
    (await send('GET', `/api/taskforce/challenges/${id}/ranking`)).body as RankingDto; // the contract of the route
  const readAnswers = async (id: string): Promise<AnswersDto> =>
    (await send('GET', `/api/taskforce/challenges/${id}/answers`)).body as AnswersDto; // the contract of the route
  const release = (id: string): ReturnType<Send> => send('POST', `/api/taskforce/challenges/${id}/decision`, {});

  it('ranks with N/A left out, knock-out at the end, and conflicts neither counted nor missing', async () => {
    const { challenge, proposals } = await makeJudging(world, 3);
    const [first, second, third] = proposals;
    if (!first || !second || !third) throw new Error('three were made');
    await makeAssignment(world.database, { proposal: first, state: 'submitted', scores: [3, 'na', 3] });
    await makeAssignment(world.database, { proposal: first, state: 'accepted', scores: [5] });
    await makeAssignment(world.database, { proposal: first, state: 'conflicted' });
    await makeAssignment(world.database, { proposal: second, state: 'submitted', scores: [1, 5, 5] });
    await makeAssignment(world.database, { proposal: third, state: 'submitted', scores: [4, 4, 4] });
    await makeAssignment(world.database, { proposal: third, state: 'submitted', scores: [2, 2, 2] });
    const ranking = await readRanking(challenge.id);
    expect([ranking.expectedReviews, ranking.submittedReviews, ranking.canDecide]).toEqual([5, 4, true]);
    expect(
      ranking.items.map((item) => [
        item.number,
        item.place,
        item.mean,
        item.median,
        item.spread,
        item.missingReviews,
        item.isKnockedOut,
      ]),
    ).toEqual([
      [1, 1, 3, 3, 0, 1, false],
      [3, 1, 3, 3, 2, 0, false],
      [2, null, 3.4, 3.4, 0, 0, true],
    ]);
    expect(ranking.items[0]?.criteria.map((criterion) => criterion.mean)).toEqual([3, null, 3]);
    expect(ranking.items[2]?.criteria[0]).toEqual({
      criterionId: challenge.criterionIds[0],
      mean: 1,
      isBelowMinimum: true,
    });
  });

  it('keeps the figures from a taskforce member who still has to judge, and all of it after a conflict', async () => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const [open, conflicted] = proposals;
    if (!open || !conflicted) throw new Error('two were made');
    const judge = await makePerson(world.database, { bodies: ['taskforce', 'review_panel'] });
    await makeAssignment(world.database, { proposal: open, reviewerId: judge.id });
    await makeAssignment(world.database, { proposal: conflicted, reviewerId: judge.id, state: 'conflicted' });
    const reason = world.canaries.plant('a review', (id) => id !== judge.id);
    await makeAssignment(world.database, { proposal: open, state: 'submitted', scores: [5, 5, 5], reason });
    await world.database.asOwner('UPDATE proposal SET title = $2 WHERE id = $1', [
      conflicted.id,
      world.canaries.plant('the title of what is a conflict', (id) => id !== judge.id),
    ]);
    const sendAsJudge = await sendAs(world, judge.id);
    const ranking = await sendAsJudge('GET', `/api/taskforce/challenges/${challenge.id}/ranking`);
    expect((ranking.body as RankingDto).items).toMatchObject([
      { number: 1, mean: null, isHiddenFromMe: true, steps: [] },
    ]); // the contract of the route
    const outcome = await sendAsJudge('PUT', `/api/taskforce/proposals/${open.id}/outcome`, {
      step: 'award',
      version: 0,
    });
    expect(refusal(outcome)).toEqual([409, 'own_review_first', []]);
    expect(refusal(await sendAsJudge('POST', `/api/taskforce/challenges/${challenge.id}/decision`, {}))).toEqual([
      409,
      'own_review_first',
      [],
    ]);
    expect(refusal(await sendAsJudge('GET', `/api/taskforce/proposals/${conflicted.id}`))).toEqual([
      404,
      'not_found',
      [],
    ]);
  });

  it('takes steps by the table, by version, and the proposer’s own proposal says nothing of it', async () => {
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const put = (step: string, version: number): ReturnType<Send> =>
      send('PUT', `/api/taskforce/proposals/${proposal.id}/outcome`, { step, version });
    expect((await put('shortlist', 0)).body).toMatchObject({ outcome: 'shortlisted', version: 2 });
    expect((await put('award', 0)).body).toMatchObject({
      code: 'version_conflict',
      current: { outcome: 'shortlisted', version: 2 },
    });
    expect((await put('award', 2)).body).toMatchObject({ outcome: 'awarded', version: 3, steps: ['reconsider'] });
    expect(refusal(await put('decline', 3))).toEqual([409, 'step_not_allowed', []]);
    const rows = await world.database.asOwner('SELECT state FROM proposal WHERE id = $1', [proposal.id]);
    expect(rows).toEqual([{ state: 'under_review' }]);
  });

  it('drafts reasons from the reviews and never overwrites what was typed', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    const [typed] = challenge.criterionIds;
    if (!proposal || typed === undefined) throw new Error('they were made');
    await makeAssignment(world.database, { proposal, state: 'submitted', reason: 'Goed uitgelegd.' });
    await makeAssignment(world.database, { proposal, state: 'submitted', reason: 'Sterk plan.', scores: [4, 4, 4] });
    await makeAssignment(world.database, {
      proposal,
      state: 'accepted',
      reason: 'Concept, telt niet.',
      scores: [1, 1, 1],
    });
    const save = (version: number): ReturnType<Send> =>
      send('PATCH', `/api/taskforce/proposals/${proposal.id}/answer`, {
        version,
        summary: 'Dank.',
        reasons: [{ criterionId: typed, text: 'Met de hand.' }],
      });
    expect((await save(0)).body).toEqual({ version: 2, savedAt: expect.any(String) as string });
    expect(refusal(await save(0))).toEqual([409, 'version_conflict', []]);
    const drafted = (await send('POST', `/api/taskforce/challenges/${challenge.id}/answers/drafts`)).body as AnswersDto; // the contract of the route
    expect(drafted.items[0]?.reasons.map((reason) => [reason.meanScore, reason.text])).toEqual([
      [3.5, 'Met de hand.'],
      [3.5, 'Sterk plan.\n\nGoed uitgelegd.'],
      [3.5, 'Sterk plan.\n\nGoed uitgelegd.'],
    ]);
    expect(drafted.items[0]?.summary).toBe('Dank.');
    expect(drafted.items[0]?.version).toBe(3);
  });

  it('drafts in the language of the proposer, without the names of reviewers, and shows what will be read', async () => {
    const { challenge, proposals } = await makeJudging(world, 1, {
      titleNl: 'Wissels meten',
      titleEn: 'Measuring points',
    });
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    await world.database.asOwner(`UPDATE app_user SET locale = 'en' WHERE id = $1`, [proposal.createdBy]);
    const reviewer = await makeReviewer(world.database, { name: 'Wiebe Aardema' });
    const reason = 'As Wiebe Aardema I miss the planning.';
    await makeAssignment(world.database, {
      proposal,
      reviewerId: reviewer.id,
      state: 'submitted',
      reason,
      scores: [1, 5, 'na'],
    });
    const draft = (): ReturnType<Send> => send('POST', `/api/taskforce/challenges/${challenge.id}/answers/drafts`);
    const [drafted] = ((await draft()).body as AnswersDto).items; // the contract of the route
    const summary =
      'Thank you for your proposal and the work you put into it. 1 reviewer read it. Strongest: Criterion 2 (5.0 out of 5). ' +
      'Most to gain: Criterion 1 (1.0 out of 5). For Criterion 1 the score stayed below the minimum of 2.';
    expect([drafted?.language, drafted?.summary, drafted?.reasons.map(({ text }) => text)]).toEqual([
      'en',
      summary,
      Array(3).fill('As a reviewer I miss the planning.'),
    ]);
    const preview = (): ReturnType<Send> => send('GET', `/api/taskforce/proposals/${proposal.id}/answer/preview`);
    const version = drafted?.version;
    await send('PUT', `/api/taskforce/proposals/${proposal.id}/outcome`, { step: 'decline', version });
    const shown = (await preview()).body as AnswerPreviewDto; // the contract of the route
    await release(challenge.id);
    const { question, askUntil, releasedAt, ...read } = (
      await (
        await sendAs(world, proposal.createdBy)
      )('GET', `/api/my/proposals/${proposal.id}/answer?lang=en`)
    ).body as ReleasedAnswerDto; // the contract of the route
    expect([question, askUntil, releasedAt]).toEqual([null, expect.any(String), expect.any(String)]);
    expect(shown).toEqual({ language: 'en', answer: read, now: expect.any(String) as string });
  });

  it('releases all or nothing, names what is missing, and then tells every proposer', async () => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const [first, second] = proposals;
    if (!first || !second) throw new Error('two were made');
    const proposer = await sendAs(world, first.createdBy);
    const rival = await sendAs(world, second.createdBy);
    const answerOf = (who: Send, id: string): ReturnType<Send> => who('GET', `/api/my/proposals/${id}/answer`);
    await makeAnswer(world.database, { proposal: first, outcome: 'awarded', reason: 'Winnend.' });
    expect(refusal(await release(challenge.id))).toEqual([
      422,
      'validation_failed',
      [
        `proposals.${second.id}.outcome:outcome_missing`,
        ...challenge.criterionIds.map((id) => `proposals.${second.id}.reasons.${id}:answer_reason_missing`),
      ],
    ]);
    expect(refusal(await answerOf(proposer, first.id))).toEqual([404, 'not_found', []]);
    await makeAnswer(world.database, { proposal: second, outcome: 'reserve', reason: 'Net niet.' });
    expect((await readAnswers(challenge.id)).isComplete).toBe(true);
    expect(refusal(await send('POST', `/api/taskforce/challenges/${challenge.id}/closing`))).toEqual([
      409,
      'step_not_allowed',
      [],
    ]);
    const done = await release(challenge.id);
    expect([done.status, done.body]).toEqual([200, { released: 2 }]);
    expect((await answerOf(proposer, first.id)).body).toEqual({
      proposalId: first.id,
      challengeTitle: 'Wissels meten',
      challengeSlug: challenge.slug,
      outcome: 'awarded',
      summary: '',
      releasedAt: expect.any(String) as string,
      meanScore: null,
      fieldMedian: null,
      reviewCount: 0,
      question: null,
      askUntil: expect.any(String) as string,
      reasons: challenge.criterionIds.map((criterionId, index) => ({
        criterionId,
        title: `Criterium ${index + 1}`,
        weight: [40, 35, 25][index],
        meanScore: null,
        lowest: null,
        highest: null,
        fieldMedian: null,
        text: 'Winnend.',
      })),
    });
    expect(refusal(await answerOf(rival, first.id))).toEqual([404, 'not_found', []]);
    const rows = await world.database.asOwner('SELECT state FROM proposal WHERE challenge_id = $1 ORDER BY title', [
      challenge.id,
    ]);
    expect(rows).toEqual([{ state: 'awarded' }, { state: 'reserve' }]);
    const mails = await world.database.asOwner(
      `SELECT to_user_id AS "to", variables->>'outcome' AS outcome, variables->>'path' AS path FROM mail_outbox WHERE kind = 'answer_released' AND to_user_id = ANY ($1) ORDER BY outcome`,
      [[first.createdBy, second.createdBy]],
    );
    expect(mails).toEqual([
      { to: first.createdBy, outcome: 'awarded', path: `/my/proposals/${first.id}` },
      { to: second.createdBy, outcome: 'reserve', path: `/my/proposals/${second.id}` },
    ]);
    expect(refusal(await release(challenge.id))).toEqual([409, 'step_not_allowed', []]);
    expect((await send('POST', `/api/taskforce/challenges/${challenge.id}/closing`)).status).toBe(204);
  });

  it('refuses to close while a proposal lacks a released answer', async () => {
    const { challenge, proposals } = await makeJudging(world, 1, { state: 'decided' });
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    await makeAnswer(world.database, { proposal, outcome: 'declined' });
    expect(refusal(await send('POST', `/api/taskforce/challenges/${challenge.id}/closing`))).toEqual([
      409,
      'answers_owed',
      [],
    ]);
  });

  it('shows the owner the proposals after closing and the outcome after the release, and nobody else', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    await makeAnswer(world.database, { proposal, outcome: 'awarded' });
    const owner = await sendAs(
      world,
      (await makePerson(world.database, { organisationId: challenge.organisationId })).id,
    );
    const path = `/api/my/challenges/${challenge.id}/proposals`;
    expect((await owner('GET', path)).body).toMatchObject({
      items: [{ number: 1, title: 'Idee 1', organisationName: 'Bedrijf 1', outcome: null }],
    });
    expect((await owner('GET', `${path}/${proposal.id}`)).body).toMatchObject({
      outcome: null,
      proposal: { title: 'Idee 1' },
    });
    await release(challenge.id);
    expect((await owner('GET', path)).body).toMatchObject({ items: [{ outcome: 'awarded' }] });
    const stranger = await sendAs(world, (await makeJudging(world, 1)).proposals[0]?.createdBy ?? '');
    expect(refusal(await stranger('GET', path))).toEqual([404, 'not_found', []]);
    expect(refusal(await (await sendAs(world, proposal.createdBy))('GET', path))).toEqual([404, 'not_found', []]);
  });
});
