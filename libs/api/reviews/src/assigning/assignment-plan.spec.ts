import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { AssignmentPlanDto } from '../dto/assignment-plan.dto';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('a plan of who judges what', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();

  /** Three proposals, a panel that knows nothing yet, one task that stands and one declared conflict. */
  async function situation() {
    const { challenge, proposals } = await makeJudging(world, 3);
    const [first, second, third] = proposals;
    if (!first || !second || !third) throw new Error('three were made');
    const names = ['Anna', 'Bram', 'Cor'] as const;
    const [anna, bram, cor] = await Promise.all(names.map((name) => makeReviewer(world.database, { name })));
    if (!anna || !bram || !cor) throw new Error('three were made');
    await makeAssignment(world.database, { proposal: first, reviewerId: anna.id, state: 'accepted' });
    await makeAssignment(world.database, { proposal: second, reviewerId: anna.id, state: 'conflicted' });
    const path = `/api/taskforce/challenges/${challenge.id}/assignment-plan`;
    const plan = (body: object) =>
      send('POST', path, {
        reviewsPerProposal: 2,
        maxPerReviewer: 2,
        isFair: true,
        expertThemes: [],
        pairsNewcomers: false,
        ...body,
      });
    return { challenge, path, plan, proposals: { first, second, third }, reviewers: { anna, bram, cor } };
  }

  it('keeps what stands, skips conflicts, breaks no load, and changes nothing', async () => {
    const { path, plan, proposals, reviewers } = await situation();
    const reviewerIds = Object.values(reviewers).map(({ id }) => id);
    const { first, second, third } = proposals;
    const { anna, bram, cor } = reviewers;
    const answer = await plan({ reviewerIds });
    expect(answer.status).toBe(200);
    const { pairs, ...rest } = answer.body as AssignmentPlanDto; // the contract of the route
    expect(rest).toEqual({ unfilledProposalIds: [], shortage: null, withoutExpertIds: [], newcomersOnlyIds: [] });
    // the second can only have Bram and Cor, so Anna takes one of the two places that are left for the third
    const of = (id: string): string[] => pairs.filter((p) => p.proposalId === id).map((p) => p.reviewerId);
    expect(new Set(of(second.id))).toEqual(new Set([bram.id, cor.id]));
    expect(of(first.id)).toContain(anna.id);
    expect(of(third.id)).toContain(anna.id);
    expect([of(first.id), of(second.id), of(third.id)].map((ids) => ids.length)).toEqual([2, 2, 2]);
    expect(pairs.filter(({ isNew }) => !isNew)).toEqual([
      { proposalId: first.id, reviewerId: anna.id, fit: 0, bid: null, isExpert: false, isNew: false },
    ]);
    expect((await plan({ reviewerIds })).body).toEqual(answer.body);
    const fresh = pairs.filter(({ isNew }) => isNew).map(({ proposalId, reviewerId }) => ({ proposalId, reviewerId }));
    const applied = await send('POST', `${path}/application`, { pairs: fresh, dueAt: nextWeek });
    expect([applied.status, applied.body]).toEqual([201, { created: 5 }]);
    const again = (await plan({ reviewerIds })).body as AssignmentPlanDto; // the contract of the route
    expect(again.pairs.filter(({ isNew }) => isNew)).toEqual([]);
    const mails = await world.database.asOwner<{ n: number }>(
      `SELECT (variables->>'proposals')::int AS n FROM mail_outbox WHERE kind = 'review_assigned' AND to_user_id = ANY ($1) ORDER BY 1`,
      [reviewerIds],
    );
    expect(mails.map(({ n }) => n)).toEqual([1, 2, 2]);
  });

  it('fits people to what they know', async () => {
    const { plan, proposals, reviewers } = await situation();
    const { third } = proposals;
    const { anna, bram, cor } = reviewers;
    await world.database.asOwner('UPDATE proposal SET title = $2, approach = $3 WHERE id = $1', [
      third.id,
      'Lasrobots die lasnaden inspecteren',
      'Een robot last en keurt de lasnaad.',
    ]);
    const cookie = await world.signInAs(cor.id);
    await world.request('PUT', '/api/my/expertise', {
      cookie,
      body: { words: 'Lasrobots en inspectie van lasnaden.', themes: [], locale: 'nl', version: 0 },
    });
    const answer = await plan({
      reviewsPerProposal: 1,
      maxPerReviewer: 1,
      isFair: false,
      reviewerIds: [anna.id, bram.id, cor.id],
    });
    const { pairs } = answer.body as AssignmentPlanDto; // the contract of the route
    const found = pairs.find(({ proposalId }) => proposalId === third.id);
    expect([found?.reviewerId, (found?.fit ?? 0) > 100_000]).toEqual([cor.id, true]);
  });

  it('gives each proposal somebody who named a theme and somebody who is no newcomer, and says where that cannot be', async () => {
    const { plan, proposals, reviewers } = await situation();
    const { anna, bram, cor } = reviewers;
    const theme = 'robotics';
    await world.request('PUT', '/api/my/expertise', {
      cookie: await world.signInAs(cor.id),
      body: { words: '', themes: [theme], locale: 'nl', version: 0 },
    });
    for (const { id } of (await makeJudging(world, 3)).proposals)
      await world.database.asOwner(
        `INSERT INTO review_assignment (challenge_id, proposal_id, reviewer_id, state, assigned_by, due_at)
         SELECT challenge_id, id, $2, 'submitted', $2, htsm_now() FROM proposal WHERE id = $1`,
        [id, bram.id],
      );
    const asked = { reviewerIds: [anna.id, bram.id, cor.id], expertThemes: [theme], pairsNewcomers: true };
    const wide = (await plan({ ...asked, maxPerReviewer: 3 })).body as AssignmentPlanDto; // the contract of the route
    const judged = (id: string) =>
      wide.pairs.filter(({ reviewerId }) => reviewerId === id).map(({ proposalId }) => proposalId);
    expect([wide.withoutExpertIds, wide.newcomersOnlyIds.length, judged(cor.id).length]).toEqual([[], 1, 3]);
    expect(wide.pairs.filter(({ isExpert }) => isExpert).every(({ reviewerId }) => reviewerId === cor.id)).toBe(true);
    // the first has one place beside Anna, and Cor takes it
    expect(wide.newcomersOnlyIds).toEqual([proposals.first.id]);
    const narrow = (await plan({ ...asked, maxPerReviewer: 2 })).body as AssignmentPlanDto; // the contract of the route
    expect(narrow.withoutExpertIds).toHaveLength(1);
  });

  it('says what there is too little of, and plans the rest', async () => {
    const { plan, proposals, reviewers } = await situation();
    const few = (
      await plan({ reviewsPerProposal: 3, maxPerReviewer: 3, reviewerIds: [reviewers.bram.id, reviewers.cor.id] })
    ).body as AssignmentPlanDto; // the contract of the route
    expect(few.unfilledProposalIds).toHaveLength(2);
    expect(few.shortage).toMatchObject({ rule: 'k', proposalIds: [proposals.second.id], available: 2, needed: 3 });
    const full = (await plan({ maxPerReviewer: 1, reviewerIds: Object.values(reviewers).map(({ id }) => id) }))
      .body as AssignmentPlanDto; // the contract of the route
    expect(full.shortage).toMatchObject({ rule: 'maxLoad', available: 2, needed: 5 });
    expect(full.unfilledProposalIds).toHaveLength(3);
  });

  it('is refused pair by pair when it is out of date, and makes nothing then', async () => {
    const { challenge, path, proposals, reviewers } = await situation();
    const party = await makePerson(world.database, {
      name: 'Partij',
      bodies: ['review_panel'],
      organisationId: proposals.second.organisationId,
    });
    await world.database.asOwner(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number)
       SELECT $1, 'client', name, kvk_number FROM organisation WHERE id = $2`,
      [reviewers.cor.id, proposals.third.organisationId],
    );
    const stranger = await makePerson(world.database, {});
    const foreign = (await makeJudging(world, 1)).proposals[0];
    const pairs = [
      { proposalId: proposals.second.id, reviewerId: reviewers.bram.id },
      { proposalId: proposals.second.id, reviewerId: party.id },
      { proposalId: proposals.second.id, reviewerId: stranger.id },
      { proposalId: foreign?.id, reviewerId: reviewers.bram.id },
      { proposalId: proposals.first.id, reviewerId: reviewers.cor.id },
      { proposalId: proposals.third.id, reviewerId: reviewers.cor.id },
    ];
    const answer = await send('POST', `${path}/application`, { pairs, dueAt: '2020-01-01T00:00:00Z' });
    expect(refusal(answer)).toEqual([
      422,
      'validation_failed',
      [
        'pairs.1.reviewerId:reviewer_is_party',
        'pairs.2.reviewerId:not_on_panel',
        'pairs.3.proposalId:id',
        'pairs.5.reviewerId:conflict_kvk_number',
        'dueAt:past_instant',
      ],
    ]);
    expect(answer.text).toContain('Cor gaf een band op met KvK-nummer');
    expect(
      await world.database.asOwner('SELECT count(*)::int AS n FROM review_assignment WHERE challenge_id = $1', [
        challenge.id,
      ]),
    ).toEqual([{ n: 2 }]);
  });
});
