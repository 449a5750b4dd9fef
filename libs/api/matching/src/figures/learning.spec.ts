import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import type { TaskforceFiguresDto } from './figures.dto';

/** A year that nothing else in the tests happens in; its first days are in week 1 of the same ISO year. */
const YEAR = 2035;
const WORDS = JSON.stringify({
  parts: { text: 0, themes: 0, requirements: 0, evidence: 0 },
  themes: [],
  requirements: [],
});

describe('how good suggestions were', () => {
  let world: TestWorld;
  let officer: string;
  beforeEach(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, ReviewsModule, MatchingModule],
      entities: [...challengesEntities, ...reviewsEntities, ...matchingEntities],
      texts: [challengesTexts, reviewsTexts, matchingTexts],
    });
    officer = (await makePerson(world.database, { bodies: ['taskforce'] })).id;
  });
  afterEach(() => world.close());

  const makeSme = async (locale: 'nl' | 'en' = 'nl'): Promise<string> => {
    const { id } = await makeOrganisation(world.database, { kind: 'sme' });
    await world.database.asOwner('INSERT INTO profile (organisation_id, locale) VALUES ($1, $2)', [id, locale]);
    return id;
  };
  /** Ranks SMEs for a challenge, the best first, in the place of an earlier ranking. */
  const rank = async (challengeId: string, smes: readonly string[], engine = '2-first'): Promise<void> => {
    await world.database.asOwner('DELETE FROM recommendation WHERE challenge_id = $1', [challengeId]);
    for (const [index, sme] of smes.entries())
      await world.database.asOwner(
        `INSERT INTO recommendation (challenge_id, organisation_id, organisation_name, score, explanation, shows_name, engine)
         VALUES ($1, $2, 'X', $3, $4, true, $5)`,
        [challengeId, sme, 900_000 - index, WORDS, engine],
      );
  };
  const pin = async (challengeId: string, organisationId: string): Promise<void> => {
    const body = { organisationId, act: 'pin', reason: 'Past goed.' };
    const cookie = await world.signInAs(officer);
    const path = `/api/taskforce/challenges/${challengeId}/suggestions`;
    expect((await world.request('POST', path, { cookie, body })).status).toBe(200);
  };
  const reach = (challengeId: string, organisationId: string, state: string): Promise<unknown> =>
    world.database.asOwner(
      `UPDATE suggestion SET state = $3, invited_at = now(), introduced_at = now() WHERE challenge_id = $1 AND organisation_id = $2`,
      [challengeId, organisationId, state],
    );
  const decide = (challengeId: string, at = `${YEAR}-03-07T10:00:00Z`): Promise<unknown> =>
    world.database.asOwner(
      `INSERT INTO event (type, subject_type, subject_id, occurred_at) VALUES ('challenge.decided', 'challenge', $1, $2)`,
      [challengeId, at],
    );
  const learning = async (person = officer): Promise<unknown[]> => {
    const cookie = await world.signInAs(person);
    const answer = await world.request('GET', `/api/taskforce/figures?year=${YEAR}`, { cookie });
    const { learning: figures } = answer.body as TaskforceFiguresDto; // the contract of the route
    return figures
      .filter(({ challenges }) => challenges > 0)
      .map(({ week, asked, offered, ...rest }) => [
        week,
        asked,
        offered,
        rest.challenges,
        rest.acceptPercent,
        rest.rankThousandths,
      ]);
  };

  it('is told by the place at the first act, whatever the ranking is later', async () => {
    const [first, second, other] = [await makeSme(), await makeSme('en'), await makeSme()];
    for (const at of [1, 2, 3]) {
      const { id } = await makeChallenge(world.database, { state: 'open' });
      await rank(id, [other, second, first]);
      await pin(id, second);
      await rank(id, [first, other], '2-later');
      await pin(id, other);
      await reach(id, second, at === 1 ? 'declined' : 'interested');
      await decide(id);
    }
    expect(
      await world.database.asOwner('SELECT act, place, engine FROM place_at_act ORDER BY place DESC, engine'),
    ).toEqual([
      ...Array<unknown>(6)
        .fill(null)
        .map((_, index) => ({ act: 'board', place: 2, engine: index < 3 ? '2-first' : '2-later' })),
    ]);
    expect(await learning()).toEqual([
      [null, null, null, 3, 67, 333],
      [null, 'nl', 'en', 2, null, null],
      [10, null, null, 3, 67, 333],
      [10, 'nl', 'en', 2, null, null],
    ]);
  });

  it('counts who proposed and was matched, by the ranking of the moment it handed in, in the ISO week of Amsterdam', async () => {
    const smes = await Promise.all(Array.from({ length: 11 }, () => makeSme()));
    for (const place of [1, 11, null]) {
      const { id } = await makeChallenge(world.database, { state: 'open' });
      const sme = smes[(place ?? 1) - 1] ?? '';
      const proposal = await makeProposal(world.database, { challengeId: id, organisationId: sme, state: 'draft' });
      if (place !== null) await rank(id, smes);
      await world.database.asOwner(`UPDATE proposal SET state = 'submitted', submitted_at = now() WHERE id = $1`, [
        proposal.id,
      ]);
      await rank(id, []);
      await world.database.asOwner('INSERT INTO collaboration (challenge_id, organisation_id) VALUES ($1, $2)', [
        id,
        sme,
      ]);
      await decide(id, `${YEAR - 1}-12-31T23:30:00Z`); // a Monday in Amsterdam
    }
    expect(await learning()).toEqual([
      [null, null, null, 3, 33, 364],
      [null, 'nl', 'nl', 3, 33, 364],
      [1, null, null, 3, 33, 364],
      [1, 'nl', 'nl', 3, 33, 364],
    ]);
  });

  it('counts challenges for which nobody came, and tells nothing of those in which the reader has a stake', async () => {
    const owner = await makeOrganisation(world.database, { kind: 'company' });
    const partial = await makePerson(world.database, { bodies: ['taskforce'], organisationId: owner.id });
    for (const at of [1, 2, 3]) {
      const values = at === 1 ? { organisationId: owner.id } : {};
      await decide((await makeChallenge(world.database, { state: 'decided', ...values })).id);
    }
    expect(await learning()).toEqual([
      [null, null, null, 3, 0, 0],
      [10, null, null, 3, 0, 0],
    ]);
    expect(await learning(partial.id)).toEqual([
      [null, null, null, 2, null, null],
      [10, null, null, 2, null, null],
    ]);
  });
});
