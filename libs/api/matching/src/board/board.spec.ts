import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';
import { makeAnswer, makeAssignment, makeReviewer } from '@htsm/api/reviews/testing';
import type { OverviewDto, TaskforceBoardDto } from '../dto/board.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import { Database, type UserActor } from '@htsm/api/core';
import { Board } from './board.service';

describe('the taskforce’s board', () => {
  let world: TestWorld;
  let cookie: string;
  beforeEach(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, ReviewsModule, MatchingModule],
      entities: [...challengesEntities, ...reviewsEntities, ...matchingEntities],
      texts: [challengesTexts, reviewsTexts, matchingTexts],
    });
    cookie = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
  });
  afterEach(() => world.close());

  const readBoard = async (): Promise<TaskforceBoardDto> =>
    (await world.request('GET', '/api/taskforce/board', { cookie })).body as TaskforceBoardDto; // the contract of the route

  it('has every lane, empty, when there is nothing to do', async () => {
    expect(await readBoard()).toEqual({
      toModerate: { count: 0, items: [] },
      toAssign: { count: 0, items: [] },
      lateReviews: { count: 0, reviewers: 0, items: [] },
      answersOwed: { count: 0, items: [] },
      checkIns: { count: 0, items: [] },
      now: expect.any(String) as string,
    });
  });

  it('counts sealed proposals nowhere', async () => {
    const challenge = await makeChallenge(world.database, { state: 'open' });
    const before = await world.request('GET', '/api/taskforce/overview', { cookie });
    await makeProposal(world.database, { challengeId: challenge.id, state: 'submitted' });
    const after = await world.request('GET', '/api/taskforce/overview', { cookie });
    const timeless = (body: unknown): unknown => ({ ...(body as OverviewDto), now: '' }); // the contract of the route
    expect(timeless(after.body)).toEqual(timeless(before.body));
    expect(await readBoard()).toMatchObject({ toAssign: { count: 0 }, answersOwed: { count: 0 } });
  });

  it('names what to moderate, to assign, who is late, what is owed and which match to ask after', async () => {
    const moderated = await makeChallenge(world.database, { state: 'in_moderation', titleNl: 'Te modereren' });
    const judged = await makeChallenge(world.database, { state: 'evaluating', titleNl: 'Te beoordelen' });
    const reviewer = await makeReviewer(world.database, { name: 'Hofstra' });
    const late = await makeProposal(world.database, { challengeId: judged.id, state: 'under_review' });
    const done = await makeProposal(world.database, { challengeId: judged.id, state: 'under_review' });
    const dueAt = new Date(Date.now() - 2 * 86_400_000);
    const task = await makeAssignment(world.database, { proposal: late, reviewerId: reviewer.id, dueAt });
    await makeAssignment(world.database, { proposal: done, reviewerId: reviewer.id, state: 'submitted', dueAt });
    await makeAssignment(world.database, { proposal: done, state: 'submitted' });
    await makeAnswer(world.database, { proposal: done });
    const decided = await makeChallenge(world.database, { state: 'decided', titleNl: 'Toegekend' });
    const awarded = await makeProposal(world.database, { challengeId: decided.id, state: 'awarded' });
    await makeAnswer(world.database, { proposal: awarded, outcome: 'awarded', isReleased: true });
    await world.database.asOwner(
      `INSERT INTO match (challenge_id, proposal_id, organisation_id, created_by, next_check_in_on) VALUES ($1, $2, $3, $4, '2020-01-02')`,
      [decided.id, awarded.id, awarded.organisationId, awarded.createdBy],
    );
    expect(await readBoard()).toMatchObject({
      toModerate: { count: 1, items: [{ challengeId: moderated.id, title: 'Te modereren' }] },
      toAssign: { count: 1, items: [{ challengeId: judged.id, proposals: 1 }] },
      lateReviews: {
        count: 1,
        reviewers: 1,
        items: [
          {
            reviewerName: 'Hofstra',
            challengeTitle: 'Te beoordelen',
            assignmentId: task.id,
            late: 1,
            submitted: 1,
            total: 2,
            oldestDueAt: dueAt.toISOString(),
            remindedAt: null,
          },
        ],
      },
      answersOwed: { count: 2, items: [{ challengeId: judged.id, unfinished: 1, total: 2 }] },
      checkIns: { count: 1, items: [{ challengeTitle: 'Toegekend', nextCheckInOn: '2020-01-02', state: 'planned' }] },
    });
  });

  it('takes one statement per lane', async () => {
    let statements = 0;
    const database = world.app.get(Database);
    const original = database.as.bind(database);
    database.as = (actor, work) =>
      original(actor, (tx) => {
        const row = tx.row.bind(tx);
        tx.row = (...given: Parameters<typeof row>) => {
          statements += 1;
          return row(...given);
        };
        return work(tx);
      });
    const actor: UserActor = {
      kind: 'user',
      userId: '',
      sessionId: null,
      email: '',
      name: '',
      locale: 'nl',
      bodies: ['taskforce'],
      organisations: [],
    };
    await world.app.get(Board).readBoard(actor, 'nl');
    // the sixth asks the database what time it is
    expect(statements).toBe(6);
  });

  it('pages the overview by state without repeating or losing one', async () => {
    for (let index = 0; index < 23; index += 1) await makeChallenge(world.database, { state: 'open' });
    await makeChallenge(world.database, { state: 'closed' });
    await makeChallenge(world.database, { state: 'draft' });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/api/taskforce/overview?state=open${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await world.request('GET', path, { cookie })).body as OverviewDto; // the contract of the route
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([23, 23]);
  });
});
