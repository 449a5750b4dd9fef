import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import type { MatchBoardDto } from '../dto/match-board.dto';
import type { RecommendationsDto } from '../dto/recommendation.dto';

const DAY_MS = 86_400_000;
const EXPLANATION = JSON.stringify({
  parts: { text: 0, themes: 0, requirements: 0, evidence: 0 },
  themes: [],
  requirements: [],
});

describe('lists of SMEs', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, ReviewsModule, MatchingModule],
      entities: [...challengesEntities, ...reviewsEntities, ...matchingEntities],
      texts: [challengesTexts, reviewsTexts, matchingTexts],
    });
  });
  afterEach(() => world.close());

  /** A challenge for which three SMEs fit, two of them nearly equally well. */
  const makeFitting = async (): Promise<{ id: string; ownerId: string; smes: string[] }> => {
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const owner = await makePerson(world.database, { organisationId: company.id });
    const challenge = await makeChallenge(world.database, { state: 'open', organisationId: company.id });
    const smes: string[] = [];
    for (const [name, score] of [
      ['Eerste', 500_000],
      ['Tweede', 490_000],
      ['Derde', 300_000],
    ] as const) {
      const sme = await makeOrganisation(world.database, { name, kind: 'sme' });
      smes.push(sme.id);
      await world.database.asOwner('INSERT INTO profile (organisation_id, shows_name) VALUES ($1, true)', [sme.id]);
      await world.database.asOwner(
        `INSERT INTO recommendation (challenge_id, organisation_id, organisation_name, score, explanation, shows_name, engine) VALUES ($1, $2, $3, $4, $5, true, 'test')`,
        [challenge.id, sme.id, name, score, EXPLANATION],
      );
    }
    return { id: challenge.id, ownerId: owner.id, smes };
  };
  const byScore = [
    ['Eerste', 'score'],
    ['Tweede', 'score'],
    ['Derde', 'score'],
  ];

  it('turn near equals from the next day on, and keep one line a day for each kind of reader', async () => {
    const challenge = await makeFitting();
    const list = async (): Promise<string[][]> => {
      const cookie = await world.signInAs(challenge.ownerId);
      const answer = await world.request('GET', `/api/my/challenges/${challenge.id}/recommendations`, { cookie });
      return (answer.body as RecommendationsDto).items.map((item) => [item.organisationName, item.placedBy]); // the contract of the route
    };
    expect([await list(), await list()]).toEqual([byScore, byScore]);
    expect(await world.database.asOwner('SELECT reader, place FROM impression ORDER BY place')).toEqual(
      [1, 2, 3].map((place) => ({ reader: 'owner', place })),
    );
    await world.database.shiftClock(2 * DAY_MS);
    expect(await list()).toEqual([
      ['Tweede', 'exposure'],
      ['Eerste', 'score'],
      ['Derde', 'score'],
    ]);
  });

  it('stand likewise on the board of the taskforce, which is what its readers were shown: pinned ones first', async () => {
    const challenge = await makeFitting();
    const officer = await makePerson(world.database, { bodies: ['taskforce'] });
    const path = `/api/taskforce/challenges/${challenge.id}`;
    const shown = async (body?: object): Promise<string[][]> => {
      const cookie = await world.signInAs(officer.id);
      const request = body === undefined ? { cookie } : { cookie, body };
      const answer = await world.request(body === undefined ? 'GET' : 'POST', `${path}/suggestions`, request);
      return (answer.body as MatchBoardDto).items.map((item) => [item.organisationName, item.placedBy]); // the contract of the route
    };
    await world.request('GET', `${path}/recommendations`, { cookie: await world.signInAs(officer.id) });
    expect(await world.database.asOwner('SELECT FROM impression')).toEqual([]);
    expect([await shown(), await shown()]).toEqual([byScore, byScore]);
    expect(await world.database.asOwner('SELECT reader, place FROM impression ORDER BY place')).toEqual(
      [1, 2, 3].map((place) => ({ reader: 'taskforce', place })),
    );
    await world.database.shiftClock(2 * DAY_MS);
    const turned = [
      ['Tweede', 'exposure'],
      ['Eerste', 'score'],
      ['Derde', 'score'],
    ];
    expect(await shown()).toEqual(turned);
    const pinned = await shown({ organisationId: challenge.smes[2], act: 'pin', reason: 'Deed dit eerder.' });
    expect(pinned).toEqual([turned[2], turned[0], turned[1]]);
  });
});
