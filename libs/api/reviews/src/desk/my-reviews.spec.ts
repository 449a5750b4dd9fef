import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_STORE, type FileStore } from '@htsm/api/core';
import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { ReviewDeskDto, SavedReviewDto } from '../dto/review-desk.dto';
import type { ReviewQueueDto } from '../dto/review-queue.dto';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAs, type Send } from '../testing/reviews-world';

describe('the reviewer’s desk', () => {
  let world: TestWorld;
  let reviewer: { id: string; name: string };
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
  });
  beforeEach(async () => {
    reviewer = await makeReviewer(world.database, { name: 'Jelle' });
    send = await sendAs(world, reviewer.id);
  });
  afterAll(() => world.close());

  const readDesk = async (id: string): Promise<ReviewDeskDto> =>
    (await send('GET', `/api/my/reviews/${id}`)).body as ReviewDeskDto; // the contract of the route
  const readQueue = async (): Promise<ReviewQueueDto> => (await send('GET', '/api/my/reviews')).body as ReviewQueueDto; // the contract of the route

  it('is closed to people outside the panel and the taskforce', async () => {
    const person = await makePerson(world.database, {});
    expect((await (await sendAs(world, person.id))('GET', '/api/my/reviews')).status).toBe(403);
  });

  it('lists own tasks by challenge with progress and own scores, and nothing of others', async () => {
    const { challenge, proposals } = await makeJudging(world, 3);
    const [first, second, third] = proposals;
    if (!first || !second || !third) throw new Error('three were made');
    const dueAt = new Date(Date.now() + 86_400_000);
    const tasks = [
      await makeAssignment(world.database, {
        proposal: first,
        reviewerId: reviewer.id,
        state: 'submitted',
        dueAt,
        scores: [4, 'na', 2],
      }),
      await makeAssignment(world.database, {
        proposal: second,
        reviewerId: reviewer.id,
        state: 'accepted',
        dueAt,
        scores: [4],
      }),
    ];
    await makeAssignment(world.database, { proposal: third, state: 'submitted' });
    const { challenges } = await readQueue();
    expect(challenges).toEqual([
      {
        id: challenge.id,
        slug: challenge.slug,
        title: 'Wissels meten',
        ownerName: expect.any(String) as string,
        state: 'evaluating',
        dueAt: dueAt.toISOString(),
        total: 2,
        submitted: 1,
        drafts: 1,
        items: [
          {
            assignmentId: tasks[0]?.id,
            number: 1,
            state: 'submitted',
            isDraft: false,
            isAnchor: false,
            dueAt: dueAt.toISOString(),
            ownScore: 3.23,
          },
          {
            assignmentId: tasks[1]?.id,
            number: 2,
            state: 'accepted',
            isDraft: true,
            isAnchor: false,
            dueAt: dueAt.toISOString(),
            ownScore: null,
          },
        ],
      },
    ]);
  });

  it('shows the names and nothing of the content until the declaration, and then the content without names', async () => {
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id });
    const before = await send('GET', `/api/my/reviews/${task.id}`);
    expect(before.text).not.toContain('Idee 1');
    expect(before.body).toMatchObject({
      state: 'assigned',
      card: { proposerName: 'Bedrijf 1', proposerCity: 'Assen' },
      proposal: null,
      criteria: [],
      review: null,
    });
    const accepted = await send('POST', `/api/my/reviews/${task.id}/declaration`, { hasConflict: false });
    expect([accepted.status, accepted.body]).toEqual([200, { state: 'accepted' }]);
    const after = await readDesk(task.id);
    expect(after.card).toBeNull();
    expect(after.proposal).toMatchObject({ title: 'Idee 1', organisationName: null, organisationCity: null });
    expect(after.proposal?.fits).toHaveLength(3);
    expect(after.criteria.map((criterion) => [criterion.title, criterion.weight, criterion.knockOutMinimum])).toEqual([
      ['Criterium 1', 40, 2],
      ['Criterium 2', 35, null],
      ['Criterium 3', 25, null],
    ]);
    expect(after.review).toMatchObject({ state: 'draft', version: 1, weightedScore: null });
  });

  it('shows no names to a reviewer who is of the taskforce and knows every organisation', async () => {
    const [proposal] = (await makeJudging(world, 1)).proposals;
    if (!proposal) throw new Error('one was made');
    const officer = await makePerson(world.database, { bodies: ['taskforce', 'review_panel'] });
    const task = await makeAssignment(world.database, { proposal, reviewerId: officer.id, state: 'accepted' });
    const answer = await (await sendAs(world, officer.id))('GET', `/api/my/reviews/${task.id}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toHaveProperty(
      'proposal',
      expect.objectContaining({ title: 'Idee 1', organisationName: null, organisationCity: null }),
    );
    expect(answer.text).not.toContain('Bedrijf 1');
  });

  it('hides others’ scores until the own review is in', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const readers = new Set<string | null>();
    const reason = `Geheim oordeel ${world.canaries.plant('a submitted review', (id) => readers.has(id))}.`;
    const draft = world.canaries.plant('the draft of a review', () => false);
    await makeAssignment(world.database, { proposal, state: 'submitted', scores: [5, 5, 5], reason });
    await makeAssignment(world.database, { proposal, state: 'accepted', scores: [1], reason: draft });
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted' });
    const before = await send('GET', `/api/my/reviews/${task.id}`);
    expect(before.text).not.toContain('Geheim');
    expect((before.body as ReviewDeskDto).others).toEqual([]); // the contract of the route
    const scores = challenge.criterionIds.map((criterionId) => ({
      criterionId,
      score: 3,
      isNotApplicable: false,
      reason: 'Redelijk gedaan.',
    }));
    const saved = (
      await send('PATCH', `/api/my/reviews/${task.id}/review`, {
        version: 1,
        remark: 'Zo.',
        confidence: 'high',
        scores,
      })
    ).body as SavedReviewDto; // the contract of the route
    expect(saved).toEqual({ version: 2, state: 'draft', savedAt: expect.any(String) as string, weightedScore: 3 });
    expect((await send('POST', `/api/my/reviews/${task.id}/review/submission`, { version: 2 })).body).toMatchObject({
      state: 'submitted',
      version: 3,
      nextAssignmentId: null,
    });
    readers.add(reviewer.id);
    const after = await send('GET', `/api/my/reviews/${task.id}`);
    expect((after.body as ReviewDeskDto).review).toMatchObject({ remark: 'Zo.', confidence: 'high' }); // the contract of the route
    expect((after.body as ReviewDeskDto).others).toEqual([
      // the contract of the route
      {
        label: 'A',
        remark: '',
        confidence: null,
        weightedScore: 5,
        scores: challenge.criterionIds.map((criterionId) => ({
          criterionId,
          score: 5,
          isNotApplicable: false,
          reason,
        })),
      },
    ]);
  });

  it('names every criterion without a score or a reason, and refuses a review of only "not applicable"', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    const [first, second, third] = challenge.criterionIds;
    if (!proposal || !first || !second || !third) throw new Error('they were made');
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted' });
    const save = (version: number, scores: unknown[]): Promise<unknown> =>
      send('PATCH', `/api/my/reviews/${task.id}/review`, { version, scores });
    await save(1, [
      { criterionId: first, score: 4, isNotApplicable: false, reason: 'Kort.' },
      { criterionId: second, score: null, isNotApplicable: true, reason: 'Past hier echt niet.' },
    ]);
    const submit = async (version: number): Promise<unknown[]> =>
      refusal(await send('POST', `/api/my/reviews/${task.id}/review/submission`, { version }));
    expect(await submit(2)).toEqual([
      422,
      'validation_failed',
      ['scores.0.reason:reason_too_short', 'scores.2.score:score_missing', 'scores.2.reason:reason_too_short'],
    ]);
    await save(
      2,
      [first, second, third].map((criterionId) => ({
        criterionId,
        score: null,
        isNotApplicable: true,
        reason: 'Past hier echt niet.',
      })),
    );
    expect(await submit(3)).toEqual([422, 'validation_failed', ['scores:nothing_scored']]);
  });

  it('refuses a score of another challenge, a score beside n/a, and gives the stored review on a conflict of versions', async () => {
    const other = await makeJudging(world, 0);
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted' });
    const path = `/api/my/reviews/${task.id}/review`;
    const scores = [
      { criterionId: other.challenge.criterionIds[0], score: 4, isNotApplicable: false, reason: '' },
      { criterionId: challenge.criterionIds[0], score: 4, isNotApplicable: true, reason: '' },
    ];
    expect(refusal(await send('PATCH', path, { version: 1, scores }))).toEqual([
      422,
      'validation_failed',
      ['scores.0.criterionId:choice', 'scores.1.score:score_or_not_applicable'],
    ]);
    expect(refusal(await send('PATCH', path, { version: 1, confidence: 'certain', scores: [] }))).toEqual([
      422,
      'validation_failed',
      ['confidence:choice'],
    ]);
    await send('PATCH', path, { version: 1, remark: 'Van de tablet', confidence: 'low', scores: [] });
    const late = await send('PATCH', path, { version: 1, remark: 'Van de telefoon', scores: [] });
    expect(late.body).toMatchObject({
      status: 409,
      code: 'version_conflict',
      current: { version: 2, remark: 'Van de tablet', confidence: 'low' },
    });
  });

  it('keeps how sure the reviewer is until that is taken back', async () => {
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted' });
    const save = async (version: number, part: object): Promise<unknown> => {
      await send('PATCH', `/api/my/reviews/${task.id}/review`, { version, scores: [], ...part });
      const desk = (await send('GET', `/api/my/reviews/${task.id}`)).body as ReviewDeskDto; // the contract of the route
      return desk.review?.confidence;
    };
    expect(await save(1, { confidence: 'medium' })).toBe('medium');
    expect(await save(2, { remark: 'Zonder woord erover.' })).toBe('medium');
    expect(await save(3, { confidence: null })).toBeNull();
  });

  it('takes everything away at a conflict of interest, also later, and tells the taskforce', async () => {
    const chair = await makePerson(world.database, { bodies: ['taskforce'], email: 'chair@example.nl' });
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const fellow = await makeAssignment(world.database, { proposal, state: 'submitted' });
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'submitted' });
    const declare = (body: unknown): ReturnType<Send> => send('POST', `/api/my/reviews/${task.id}/declaration`, body);
    expect(refusal(await declare({ hasConflict: true, reason: 'Zwager' }))).toEqual([
      422,
      'validation_failed',
      ['reason:too_short'],
    ]);
    expect((await declare({ hasConflict: true, reason: 'Mijn zwager werkt daar.' })).body).toEqual({
      state: 'conflicted',
    });
    expect((await readQueue()).challenges).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '/declaration', { hasConflict: false }],
      ['PATCH', '/review', { version: 1, scores: [] }],
      ['POST', '/review/submission', { version: 1 }],
    ] as const) {
      expect(refusal(await send(method, `/api/my/reviews/${task.id}${path}`, body))).toEqual([404, 'not_found', []]);
    }
    const fellowSend = await sendAs(world, fellow.reviewerId);
    expect((await fellowSend('GET', `/api/my/reviews/${fellow.id}`)).body).toMatchObject({ others: [] });
    const mails = await world.database.asOwner<{ variables: unknown }>(
      `SELECT variables FROM mail_outbox WHERE kind = 'review_conflict' AND to_user_id = $1`,
      [chair.id],
    );
    expect(mails).toEqual([
      {
        variables: {
          challengeTitle: 'Wissels meten',
          reviewerName: 'Jelle',
          path: `/taskforce/challenges/${proposal.challengeId}/assign`,
        },
      },
    ]);
  });

  it('gives a conflicted reviewer the same answers whatever happens to the proposal', async () => {
    const { proposals } = await makeJudging(world, 2);
    const [mine, hidden] = proposals;
    if (!mine || !hidden) throw new Error('two were made');
    await makeAssignment(world.database, { proposal: mine, reviewerId: reviewer.id, state: 'accepted' });
    const task = await makeAssignment(world.database, {
      proposal: hidden,
      reviewerId: reviewer.id,
      state: 'conflicted',
      conflictReason: 'Familie van me.',
    });
    const look = async (): Promise<unknown> => [
      { ...(await readQueue()), now: '' },
      refusal(await send('GET', `/api/my/reviews/${task.id}`)),
    ];
    const before = await look();
    await makeAssignment(world.database, { proposal: hidden, state: 'submitted' });
    await world.database.asOwner(`UPDATE proposal SET title = 'Anders' WHERE id = $1`, [hidden.id]);
    expect(await look()).toEqual(before);
  });

  it('is not there for a colleague of the panel', async () => {
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal, state: 'accepted' });
    expect(refusal(await send('GET', `/api/my/reviews/${task.id}`))).toEqual([404, 'not_found', []]);
  });

  it('takes no more writing once the challenge is decided', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted' });
    await world.database.asOwner(`UPDATE challenge SET state = 'decided' WHERE id = $1`, [challenge.id]);
    expect(refusal(await send('PATCH', `/api/my/reviews/${task.id}/review`, { version: 1, scores: [] }))).toEqual([
      409,
      'step_not_allowed',
      [],
    ]);
  });

  it('gives a file only after the declaration, to be saved, and not after a conflict', async () => {
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id });
    const sha256 = createHash('sha256').update('meetrapport').digest('hex');
    const temporary = join(world.config.dataDir, 'upload');
    await writeFile(temporary, 'meetrapport');
    await world.app.get<FileStore>(FILE_STORE).put(sha256, temporary);
    await world.database.asOwner(
      `INSERT INTO stored_file (sha256, size_bytes, media_type) VALUES ($1, 11, 'application/pdf')`,
      [sha256],
    );
    const [file] = await world.database.asOwner<{ id: string }>(
      `INSERT INTO proposal_attachment (proposal_id, sha256, file_name, uploaded_by) VALUES ($1, $2, 'rapport.pdf', $3) RETURNING id`,
      [proposal.id, sha256, proposal.createdBy],
    );
    const path = `/api/my/reviews/${task.id}/attachments/${file?.id ?? ''}`;
    expect(refusal(await send('GET', path))).toEqual([404, 'not_found', []]);
    await send('POST', `/api/my/reviews/${task.id}/declaration`, { hasConflict: false });
    expect((await readDesk(task.id)).proposal?.attachments).toEqual([
      { id: file?.id, fileName: 'rapport.pdf', sizeBytes: 11 },
    ]);
    const download = await send('GET', path);
    expect([download.status, download.text, String(download.headers['content-disposition']).split(';')[0]]).toEqual([
      200,
      'meetrapport',
      'attachment',
    ]);
    await send('POST', `/api/my/reviews/${task.id}/declaration`, {
      hasConflict: true,
      reason: 'Mijn zwager werkt daar.',
    });
    expect(refusal(await send('GET', path))).toEqual([404, 'not_found', []]);
  });
});
