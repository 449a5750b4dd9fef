import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import type { AssignmentsDto } from '../dto/assignments.dto';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('assigning reviewers', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();

  it('gives several proposals to several reviewers with one mail each, and skips what exists', async () => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const reviewers = [
      await makeReviewer(world.database, { name: 'Anna' }),
      await makeReviewer(world.database, { name: 'Bram' }),
    ];
    const body = { proposalIds: proposals.map((p) => p.id), reviewerIds: reviewers.map((r) => r.id), dueAt: nextWeek };
    const path = `/api/taskforce/challenges/${challenge.id}/assignments`;
    const first = await send('POST', path, body);
    expect([first.status, first.body]).toEqual([201, { created: 4 }]);
    expect((await send('POST', path, body)).body).toEqual({ created: 0 });
    const mails = await world.database.asOwner<{ n: number; variables: unknown }>(
      `SELECT count(*) OVER ()::int AS n, variables FROM mail_outbox WHERE kind = 'review_assigned' AND to_user_id = $1`,
      [reviewers[0]?.id],
    );
    expect(mails).toEqual([
      {
        n: 1,
        variables: {
          name: 'Anna',
          challengeTitle: 'Wissels meten',
          proposals: 2,
          dueAt: nextWeek,
          path: '/my/reviews',
        },
      },
    ]);
    const page = (await send('GET', path)).body as AssignmentsDto; // the contract of the route
    expect(
      page.proposals.map((p) => [
        p.number,
        p.organisationName,
        p.assignments.map((a) => [a.reviewerName, a.state, a.isLate]),
      ]),
    ).toEqual([
      [
        1,
        'Bedrijf 1',
        [
          ['Anna', 'assigned', false],
          ['Bram', 'assigned', false],
        ],
      ],
      [
        2,
        'Bedrijf 2',
        [
          ['Anna', 'assigned', false],
          ['Bram', 'assigned', false],
        ],
      ],
    ]);
    expect(page.reviewers.find((r) => r.name === 'Anna')).toEqual({
      id: reviewers[0]?.id,
      name: 'Anna',
      openReviews: 2,
      handedIn: 0,
      assignedHere: 2,
      partyToProposalIds: [],
      conflicts: [],
    });
  });

  it('refuses strangers, parties, foreign proposals and a date in the past, all at once', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const foreign = (await makeJudging(world, 1)).proposals[0];
    const stranger = await makePerson(world.database, {});
    const party = await makePerson(world.database, {
      name: 'Partij',
      bodies: ['review_panel'],
      organisationId: proposals[0]?.organisationId ?? '',
    });
    const owner = await makePerson(world.database, {
      bodies: ['review_panel'],
      organisationId: challenge.organisationId,
    });
    const answer = await send('POST', `/api/taskforce/challenges/${challenge.id}/assignments`, {
      proposalIds: [proposals[0]?.id, foreign?.id],
      reviewerIds: [stranger.id, party.id, owner.id],
      dueAt: '2020-01-01T00:00:00Z',
    });
    expect([answer.status, new Set(refusal(answer)[2] as string[])]).toEqual([
      // a list of strings by construction
      422,
      new Set([
        'proposalIds.1:id',
        'reviewerIds.0:not_on_panel',
        'reviewerIds.1:reviewer_is_party',
        'reviewerIds.2:reviewer_is_party',
        'dueAt:past_instant',
      ]),
    ]);
    expect(answer.text).toContain('Partij hoort bij Bedrijf 1');
  });

  it('shows no proposal before closing, however many there are', async () => {
    const { challenge } = await makeJudging(world, 0, { state: 'open' });
    const path = `/api/taskforce/challenges/${challenge.id}/proposals`;
    const before = (await send('GET', path)).body as { now: string }; // the contract of the route
    await makeProposal(world.database, {
      challengeId: challenge.id,
      state: 'submitted',
      organisationId: (await makeOrganisation(world.database)).id,
    });
    expect((await send('GET', path)).body).toEqual({ ...before, items: [], now: expect.any(String) as string });
    const reviewer = await makeReviewer(world.database);
    const assigned = await send('POST', `/api/taskforce/challenges/${challenge.id}/assignments`, {
      proposalIds: [reviewer.id],
      reviewerIds: [reviewer.id],
      dueAt: nextWeek,
    });
    expect(refusal(assigned)).toEqual([409, 'step_not_allowed', []]);
  });

  it('takes a task back until the review is in', async () => {
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const open = await makeAssignment(world.database, { proposal, state: 'accepted' });
    const done = await makeAssignment(world.database, { proposal, state: 'submitted' });
    expect((await send('DELETE', `/api/taskforce/assignments/${open.id}`)).status).toBe(204);
    expect(refusal(await send('DELETE', `/api/taskforce/assignments/${open.id}`))).toEqual([404, 'not_found', []]);
    expect(refusal(await send('DELETE', `/api/taskforce/assignments/${done.id}`))).toEqual([
      409,
      'step_not_allowed',
      [],
    ]);
  });

  it('reminds once a day', async () => {
    const { proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal });
    const path = `/api/taskforce/assignments/${task.id}/reminder`;
    expect((await send('POST', path)).status).toBe(200);
    expect(refusal(await send('POST', path))).toEqual([409, 'already_reminded', []]);
    const mails = await world.database.asOwner(
      `SELECT variables->'open' AS open FROM mail_outbox WHERE kind = 'review_reminder' AND to_user_id = $1`,
      [task.reviewerId],
    );
    expect(mails).toEqual([{ open: 1 }]);
  });

  it('gives a submitted review back to its reviewer, and out of everybody else’s sight', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (!proposal) throw new Error('one was made');
    const task = await makeAssignment(world.database, { proposal, state: 'submitted', scores: [5, 5, 5] });
    const path = `/api/taskforce/reviews/${task.reviewId ?? ''}/reopening`;
    expect((await send('POST', path, { reason: 'Criterium 2 is verwisseld.' })).status).toBe(204);
    expect(refusal(await send('POST', path, { reason: 'Criterium 2 is verwisseld.' }))).toEqual([404, 'not_found', []]);
    expect(
      await world.database.asOwner(
        `SELECT kind, variables->>'reason' AS reason FROM mail_outbox WHERE to_user_id = $1`,
        [task.reviewerId],
      ),
    ).toEqual([{ kind: 'review_reopened', reason: 'Criterium 2 is verwisseld.' }]);
    const ranking = await send('GET', `/api/taskforce/challenges/${challenge.id}/ranking`);
    expect(ranking.body).toMatchObject({ submittedReviews: 0, items: [{ mean: null, missingReviews: 1 }] });
  });
});
