import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { AssignmentPlanDto } from '../dto/assignment-plan.dto';
import type { BidsDto } from '../dto/bids.dto';
import { makeAssignment, makeReviewer } from '../testing/review.factory';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('bids', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  /** Four proposals and a formed panel of two; the first has a task for the first of a proposal and a link with another. */
  async function situation() {
    const { challenge, proposals } = await makeJudging(world, 4);
    const [tasked, bound, open, other] = proposals;
    if (!tasked || !bound || !open || !other) throw new Error('Four were made');
    const [anna, bram] = [await makeReviewer(world.database, { name: 'Anna' }), await makeReviewer(world.database)];
    await send('PUT', `/api/taskforce/challenges/${challenge.id}/panel`, {
      memberIds: [anna.id, bram.id],
      chairId: null,
      version: 0,
    });
    await makeAssignment(world.database, { proposal: tasked, reviewerId: anna.id });
    await world.database.asOwner(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number) SELECT $1, 'client', name, kvk_number FROM organisation WHERE id = $2`,
      [anna.id, bound.organisationId],
    );
    const own = await sendAs(world, anna.id);
    const read = async (by: Send = own) => (await by('GET', '/api/my/bids')).body as BidsDto; // its contract
    const place = (bids: object[]) => own('PUT', '/api/my/bids', { bids });
    return { challenge, tasked, bound, open, other, anna, bram, own, read, place };
  }

  it('are placed on what could be theirs to judge, and taken back', async () => {
    const { challenge, open, other, read, place } = await situation();
    const card = { title: 'Idee 3', summary: expect.any(String) as string };
    const before = await read();
    expect(before).toEqual({
      challenges: [
        {
          id: challenge.id,
          title: 'Wissels meten',
          proposals: [
            { proposalId: open.id, ...card, bid: null },
            { proposalId: other.id, ...card, title: 'Idee 4', bid: null },
          ],
        },
      ],
    });
    await place([
      { proposalId: open.id, bid: 'eager' },
      { proposalId: other.id, bid: 'rather_not' },
    ]);
    await place([{ proposalId: other.id, bid: null }]);
    expect((await read()).challenges[0]?.proposals.map(({ bid }) => bid)).toEqual(['eager', null]);
  });

  it('are refused on anything else with one answer, whatever it is', async () => {
    const { tasked, bound, open, place } = await situation();
    const foreign = (await makeJudging(world, 1)).proposals[0];
    const answer = await place([
      { proposalId: open.id, bid: 'eager' },
      { proposalId: tasked.id, bid: 'eager' },
      { proposalId: bound.id, bid: 'eager' },
      { proposalId: foreign?.id, bid: 'eager' },
      { proposalId: open.id, bid: 'willing' },
    ]);
    expect(refusal(answer)).toEqual([
      422,
      'validation_failed',
      ['bids.1.proposalId:id', 'bids.2.proposalId:id', 'bids.3.proposalId:id', 'bids.4.proposalId:id'],
    ]);
  });

  it('are for members of a formed panel, after closing', async () => {
    const { challenge, read } = await situation();
    const stranger = await sendAs(world, (await makeReviewer(world.database)).id);
    expect(await read(stranger)).toEqual({ challenges: [] });
    await world.database.asOwner(`UPDATE proposal SET state = 'submitted' WHERE challenge_id = $1`, [challenge.id]);
    expect(await read()).toEqual({ challenges: [] });
  });

  it('name nobody in a blind challenge', async () => {
    const { open, read } = await situation();
    await world.database.asOwner(`UPDATE proposal SET title = 'Meten met Bedrijf 3' WHERE id = $1`, [open.id]);
    await world.database.asOwner('UPDATE challenge SET is_blind = true WHERE id = $1', [open.challengeId]);
    const titles = (await read()).challenges[0]?.proposals.map(({ title }) => title) ?? [];
    expect([titles.length, titles.some((title) => title.includes('Bedrijf 3'))]).toEqual([2, false]);
  });

  it('count in a plan, where the taskforce reads them; not for whoever is bound to the proposer', async () => {
    const { challenge, open, other, anna, bram, place } = await situation();
    await place([
      { proposalId: open.id, bid: 'rather_not' },
      { proposalId: other.id, bid: 'eager' },
    ]);
    const plan = await send('POST', `/api/taskforce/challenges/${challenge.id}/assignment-plan`, {
      reviewsPerProposal: 1,
      maxPerReviewer: 2,
      isFair: false,
      expertThemes: [],
      pairsNewcomers: false,
      reviewerIds: [anna.id, bram.id],
    });
    const { pairs } = plan.body as AssignmentPlanDto; // its contract
    expect(pairs.filter(({ proposalId }) => [open.id, other.id].includes(proposalId))).toEqual([
      { proposalId: open.id, reviewerId: bram.id, fit: 0, bid: null, isExpert: false, isNew: true },
      { proposalId: other.id, reviewerId: anna.id, fit: 0, bid: 'eager', isExpert: false, isNew: true },
    ]);
    const officer = await makePerson(world.database, { bodies: ['taskforce', 'review_panel'] });
    await world.database.asOwner(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number) SELECT $1, 'client', name, kvk_number FROM organisation WHERE id = $2`,
      [officer.id, other.organisationId],
    );
    const seen = await (
      await sendAs(world, officer.id)
    )('POST', `/api/taskforce/challenges/${challenge.id}/assignment-plan`, {
      reviewsPerProposal: 1,
      maxPerReviewer: 2,
      isFair: false,
      expertThemes: [],
      pairsNewcomers: false,
      reviewerIds: [anna.id, bram.id],
    });
    expect((seen.body as AssignmentPlanDto).pairs.some(({ proposalId }) => proposalId === other.id)).toBe(false); // its contract
  });
});
