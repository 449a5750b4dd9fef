import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import type { FiguresDto, TaskforceFiguresDto } from './figures.dto';

/** A year that nothing else in the tests happens in. */
const YEAR = 2031;

describe('the figures of a year', () => {
  let world: TestWorld;
  let cookie: string;
  let now: Date;
  beforeEach(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, ReviewsModule, MatchingModule],
      entities: [...challengesEntities, ...reviewsEntities, ...matchingEntities],
      texts: [challengesTexts, reviewsTexts, matchingTexts],
    });
    now = new Date(`${YEAR}-05-20T12:00:00Z`);
    await world.database.shiftClock(now.getTime() - Date.now());
    cookie = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
  });
  afterEach(() => world.close());

  const log = (
    type: string,
    [subjectId, subjectType]: readonly [string, string],
    payload: object,
    at: string,
  ): Promise<unknown> =>
    world.database.asOwner(
      `INSERT INTO event (type, subject_type, subject_id, payload, occurred_at, is_sealed) VALUES ($1, $2, $3, $4, $5, $1 = 'proposal.submitted')`,
      [type, subjectType, subjectId, JSON.stringify(payload), at],
    );
  /** A challenge in Drenthe that opened in March and closed in April with so many proposals. */
  const makeJudged = async (proposals: number, isClosed = true): Promise<string> => {
    const { id } = await makeChallenge(world.database, {
      state: isClosed ? 'evaluating' : 'open',
      themes: ['sensors/machine_vision', 'sensors', 'robotics'],
      region: 'drenthe',
    });
    await log('challenge.opened', [id, 'challenge'], {}, `${YEAR}-03-05T10:00:00Z`);
    for (let made = 0; made < proposals; made += 1) {
      const sme = await makeOrganisation(world.database, { kind: 'sme' });
      const proposal = await makeProposal(world.database, {
        challengeId: id,
        organisationId: sme.id,
        state: isClosed ? 'under_review' : 'submitted',
      });
      await log('proposal.submitted', [proposal.id, 'proposal'], { challengeId: id }, `${YEAR}-03-08T10:00:00Z`);
      if (isClosed)
        await log('proposal.review_started', [proposal.id, 'proposal'], { challengeId: id }, `${YEAR}-04-09T10:00:00Z`);
    }
    return id;
  };
  const published = async (): Promise<FiguresDto> =>
    (await world.request('GET', `/api/figures?year=${YEAR}`)).body as FiguresDto; // the contract of the route
  const ofTaskforce = async (): Promise<TaskforceFiguresDto> =>
    (await world.request('GET', `/api/taskforce/figures?year=${YEAR}`, { cookie })).body as TaskforceFiguresDto; // likewise

  it('count from the log, by month, main theme and province', async () => {
    await makeJudged(4);
    const { years, figures } = await published();
    expect(years).toContain(YEAR);
    expect(figures.slice(0, 2).map(({ kind, total, themes, regions }) => ({ kind, total, themes, regions }))).toEqual([
      {
        kind: 'challenges',
        total: 1,
        themes: [
          { key: 'robotics', count: 1 },
          { key: 'sensors', count: 1 },
        ],
        regions: [{ key: 'drenthe', count: 1 }],
      },
      {
        kind: 'proposals',
        total: 4,
        themes: [
          { key: 'robotics', count: 4 },
          { key: 'sensors', count: 4 },
        ],
        regions: [{ key: 'drenthe', count: 4 }],
      },
    ]);
    expect(figures[1]?.months.filter(({ count }) => count !== null)).toEqual([{ key: '4', count: 4 }]);
  });

  it('are the same for everybody, whatever is sealed, and tell no small count', async () => {
    await makeJudged(2);
    const before = await published();
    await makeJudged(5, false);
    const after = await published();
    const proposals = (figures: FiguresDto) => figures.figures.filter(({ kind }) => kind !== 'challenges');
    expect(proposals(after)).toEqual(proposals(before));
    expect(proposals(after)[0]).toMatchObject({ kind: 'proposals', total: null });
    expect(proposals(after)[0]?.months.every(({ count }) => count === null)).toBe(true);
    expect((await ofTaskforce()).figures[1]).toMatchObject({ kind: 'proposals', total: 2 });
    const file = await world.request('GET', `/api/figures/file?year=${YEAR}`);
    expect(file.text).toContain(`${YEAR},proposals,month,4,<3\r\n`);
    expect(file.text).not.toContain('proposals,month,4,2');
  });

  it('say what came of a match once: the taskforce’s last word, or else the more modest of both sides', async () => {
    const challengeId = await makeJudged(0);
    const say = (id: string, side: string, kind: string, at: string) =>
      log('outcome.reported', [id, 'collaboration'], { challengeId, organisationId: challengeId, side, kind }, at);
    const [first, second] = ['00000000-0000-4000-8000-0000000e2001', '00000000-0000-4000-8000-0000000e2002'];
    await say(first, 'sme', 'order', `${YEAR}-04-01T10:00:00Z`);
    await say(first, 'owner', 'talks', `${YEAR}-04-02T10:00:00Z`);
    await say(first, 'owner', 'pilot', `${YEAR}-04-03T10:00:00Z`);
    await say(second, 'sme', 'order', `${YEAR}-04-01T10:00:00Z`);
    await say(second, 'taskforce', 'research', `${YEAR}-04-02T10:00:00Z`);
    expect((await ofTaskforce()).outcomes.filter(({ count }) => count !== 0)).toEqual([
      { key: 'pilot', count: 1 },
      { key: 'research', count: 1 },
    ]);
    expect((await published()).outcomes.every(({ count }) => count === null)).toBe(true);
  });
});
