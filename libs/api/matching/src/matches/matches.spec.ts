import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { makeProposal, type MadeProposal } from '@htsm/api/proposals/testing';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';
import type { MatchPageDto, MatchesDto } from '../dto/match.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';

describe('matches', () => {
  let world: TestWorld;
  let taskforce: string;
  let challenge: MadeChallenge;
  let awarded: MadeProposal;
  let sme: { id: string };
  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, ReviewsModule, MatchingModule],
      entities: [...challengesEntities, ...reviewsEntities, ...matchingEntities],
      texts: [challengesTexts, reviewsTexts, matchingTexts],
    });
    taskforce = await world.signInAs((await makePerson(world.database, { name: 'Marijke', bodies: ['taskforce'] })).id);
  });
  beforeEach(async () => {
    const owner = await makeOrganisation(world.database, { name: 'Strukton', kind: 'company' });
    challenge = await makeChallenge(world.database, {
      state: 'decided',
      organisationId: owner.id,
      titleNl: 'Wissels meten',
    });
    sme = await makeOrganisation(world.database, { name: 'Hunzebot' });
    awarded = await makeProposal(world.database, {
      challengeId: challenge.id,
      organisationId: sme.id,
      state: 'awarded',
      title: 'Glasvezel',
    });
  });
  afterAll(() => world.close());

  const send = (method: string, path: string, body?: unknown, cookie = taskforce): Promise<TestResponse> =>
    world.request(method, path, { cookie, ...(body === undefined ? {} : { body }) });
  const record = (proposalId: string): Promise<TestResponse> =>
    send('POST', '/api/taskforce/matches', {
      proposalId,
      agreed: 'Proef van drie maanden.',
      introductionOn: '2026-12-10',
      nextCheckInOn: '2027-03-01',
    });
  const code = (answer: TestResponse): unknown[] => [answer.status, (answer.body as { code: string }).code]; // problem+json

  it('records what was agreed and mails both sides the other’s name', async () => {
    const answer = await record(awarded.id);
    const { id, createdAt, updatedAt, ...rest } = answer.body as MatchPageDto; // the contract of the route
    expect([answer.status, rest]).toEqual([
      201,
      {
        state: 'planned',
        agreed: 'Proef van drie maanden.',
        introductionOn: '2026-12-10',
        nextCheckInOn: '2027-03-01',
        challengeId: challenge.id,
        challengeSlug: challenge.slug,
        challengeTitle: 'Wissels meten',
        ownerName: 'Strukton',
        proposalId: awarded.id,
        proposalTitle: 'Glasvezel',
        organisationId: sme.id,
        organisationName: 'Hunzebot',
        version: 1,
        nextStates: ['introduced', 'in_talks', 'agreed', 'ended'],
        notes: [],
      },
    ]);
    expect([id, createdAt, updatedAt].every((value) => typeof value === 'string')).toBe(true);
    const mails = await world.database.asOwner(
      `SELECT variables->>'partnerName' AS partner FROM mail_outbox WHERE kind = 'match_recorded' ORDER BY 1`,
    );
    expect(mails).toEqual([{ partner: 'Hunzebot' }, { partner: 'Strukton' }]);
    expect(code(await record(awarded.id))).toEqual([409, 'match_exists']);
  });

  it('refuses a proposal that is not awarded, and one that is sealed or unknown', async () => {
    const judged = await makeProposal(world.database, { challengeId: challenge.id, state: 'under_review' });
    const sealed = await makeProposal(world.database, { challengeId: challenge.id, state: 'submitted' });
    expect(code(await record(judged.id))).toEqual([409, 'proposal_not_awarded']);
    expect(code(await record(sealed.id))).toEqual([404, 'not_found']);
  });

  it('moves by the table and by version, and keeps notes to the taskforce', async () => {
    const { id } = (await record(awarded.id)).body as MatchPageDto; // the contract of the route
    const path = `/api/taskforce/matches/${id}`;
    expect((await send('PATCH', path, { version: 1, state: 'agreed', nextCheckInOn: null })).body).toMatchObject({
      state: 'agreed',
      nextCheckInOn: null,
      introductionOn: '2026-12-10',
      version: 2,
      nextStates: ['ended', 'in_talks'],
    });
    expect(code(await send('PATCH', path, { version: 1, state: 'ended' }))).toEqual([409, 'version_conflict']);
    expect(code(await send('PATCH', path, { version: 2, state: 'planned' }))).toEqual([409, 'step_not_allowed']);
    const noted = await send('POST', `${path}/notes`, { text: 'Gebeld: loopt goed.' });
    expect(noted.body).toMatchObject({ notes: [{ authorName: 'Marijke', text: 'Gebeld: loopt goed.' }] });
  });

  it('shows a match to both parties and to no rival', async () => {
    const { id } = (await record(awarded.id)).body as MatchPageDto; // the contract of the route
    const mine = async (userId: string): Promise<string[]> => {
      const answer = await send('GET', '/api/my/matches', undefined, await world.signInAs(userId));
      expect(answer.text).not.toContain('Gebeld');
      return (answer.body as MatchesDto).items.map((match) => match.id); // the contract of the route
    };
    const rival = await makeProposal(world.database, { challengeId: challenge.id, state: 'declined' });
    const owner = await makePerson(world.database, { organisationId: challenge.organisationId });
    expect([await mine(awarded.createdBy), await mine(owner.id), await mine(rival.createdBy)]).toEqual([
      [id],
      [id],
      [],
    ]);
    const colleague = await makePerson(world.database, { organisationId: rival.organisationId, bodies: ['taskforce'] });
    expect(await mine(colleague.id)).toEqual([]);
  });

  it('lists awarded proposals until they have a match', async () => {
    const candidates = async (): Promise<string[]> =>
      ((await send('GET', '/api/taskforce/matches/candidates')).body as { items: { proposalId: string }[] }).items.map(
        (item) => item.proposalId,
      ); // the contract of the route
    expect(await candidates()).toContain(awarded.id);
    await record(awarded.id);
    expect(await candidates()).not.toContain(awarded.id);
  });
});
