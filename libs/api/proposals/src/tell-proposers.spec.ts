import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from './testing';
import { createProposalsWorld } from './testing/proposals-world';

describe('a cancelled challenge', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createProposalsWorld();
  });
  afterAll(() => world.close());

  it('is told to everyone with a proposal, draft or sealed, in their language, and to nobody who withdrew', async () => {
    const challenge = await makeChallenge(world.database, { state: 'open', titleNl: 'Wissels', titleEn: 'Switches' });
    await proposer('draft@example.nl', 'draft', 'nl', challenge.id);
    await proposer('sealed@example.nl', 'submitted', 'en', challenge.id);
    await proposer('gone@example.nl', 'withdrawn', 'nl', challenge.id);
    const officer = await makePerson(world.database, { bodies: ['taskforce'] });
    const cookie = await world.signInAs(officer.id);
    const answer = await world.request('POST', `/api/moderation/challenges/${challenge.id}/cancellation`, {
      cookie,
      body: { reason: 'De lijn gaat dicht.' },
    });
    expect(answer.status).toBe(200);
    const mails = await world.database.asOwner(
      `SELECT to_email, locale, variables->>'challengeTitle' AS title, variables->>'reason' AS reason
       FROM mail_outbox WHERE kind = 'challenge_cancelled' AND to_email LIKE '%@example.nl' AND variables->>'path' LIKE '/my/proposals/%' ORDER BY to_email`,
    );
    expect(mails).toEqual([
      { to_email: 'draft@example.nl', locale: 'nl', title: 'Wissels', reason: 'De lijn gaat dicht.' },
      { to_email: 'sealed@example.nl', locale: 'en', title: 'Switches', reason: 'De lijn gaat dicht.' },
    ]);
    expect(answer.text).not.toMatch(/draft@|sealed@|gone@/);
  });

  async function proposer(
    email: string,
    state: 'draft' | 'submitted' | 'withdrawn',
    locale: 'nl' | 'en',
    challengeId: string,
  ): Promise<void> {
    const organisation = await makeOrganisation(world.database);
    const person = await makePerson(world.database, { email, locale, organisationId: organisation.id });
    await makeProposal(world.database, { challengeId, state, organisationId: organisation.id, createdBy: person.id });
  }
});
