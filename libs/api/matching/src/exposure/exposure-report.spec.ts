import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';
import type { TaskforceFiguresDto } from '../figures/figures.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';

/** A year that nothing else in the tests happens in. */
const YEAR = 2037;

describe('the report on exposure', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, ReviewsModule, MatchingModule],
      entities: [...challengesEntities, ...reviewsEntities, ...matchingEntities],
      texts: [challengesTexts, reviewsTexts, matchingTexts],
    });
    await world.database.shiftClock(Date.parse(`${YEAR}-05-20T12:00:00Z`) - Date.now());
  });
  afterEach(() => world.close());

  /** An SME that registered on a day, with a profile. */
  const makeSme = async (registered: string, hasProfile = true): Promise<string> => {
    const { id } = await makeOrganisation(world.database, { kind: 'sme' });
    await world.database.asOwner('UPDATE organisation SET created_at = $2 WHERE id = $1', [id, registered]);
    if (hasProfile) await world.database.asOwner('INSERT INTO profile (organisation_id) VALUES ($1)', [id]);
    return id;
  };

  it('counts who was shown in each quarter that has begun, new and old apart', async () => {
    const { id: challenge } = await makeChallenge(world.database, { state: 'open' });
    const show = (sme: string, days: readonly string[]): Promise<unknown> =>
      world.database.asOwner(
        `INSERT INTO impression (challenge_id, organisation_id, day, reader, place)
         SELECT $1, $2, d::date, r, 1 FROM unnest($3::text[]) d, unnest(ARRAY['owner', 'taskforce']) r`,
        [challenge, sme, days],
      );
    const old = await makeSme('2030-01-01T12:00:00Z');
    // the last moment of March in Amsterdam, and the first of April a year before
    const late = await makeSme(`${YEAR}-03-31T21:59:00Z`);
    const turning = await makeSme(`${YEAR - 1}-04-01T00:00:00Z`);
    await makeSme('2030-01-01T12:00:00Z', false);
    await show(old, [`${YEAR}-01-01`, `${YEAR}-03-31`, `${YEAR - 1}-12-31`]);
    await show(late, [`${YEAR}-04-01`]);
    await show(turning, [`${YEAR}-03-02`]);
    const officer = await makePerson(world.database, { bodies: ['taskforce'] });
    const cookie = await world.signInAs(officer.id);
    const read = await world.request('GET', `/api/taskforce/figures?year=${YEAR}`, { cookie });
    expect((read.body as TaskforceFiguresDto).exposure).toEqual([
      {
        quarter: 1,
        smes: 3,
        giniThousandths: 444,
        neverPercent: 33,
        newcomers: { smes: 2, meanTenths: 10 },
        others: { smes: 1, meanTenths: 40 },
      },
      {
        quarter: 2,
        smes: 3,
        giniThousandths: 667,
        neverPercent: 67,
        newcomers: { smes: 1, meanTenths: 20 },
        others: { smes: 2, meanTenths: 0 },
      },
    ]);
  });
});
