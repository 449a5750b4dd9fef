import { randomUUID } from 'node:crypto';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { createWholeApi } from './testing-app';

describe('mails in trouble about a sealed proposal', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createWholeApi();
  });
  afterAll(() => world.close());

  it('do not tell an administrator who is proposing before the challenge closes', async () => {
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const sme = await makeOrganisation(world.database, { kind: 'sme' });
    const person = await makePerson(world.database, { organisationId: sme.id });
    const challenge = await makeChallenge(world.database, { state: 'open', organisationId: company.id });
    const owner = { challengeId: challenge.id, organisationId: sme.id, createdBy: person.id };
    const proposal = await makeProposal(world.database, { ...owner, state: 'submitted' });
    const path = `/my/proposals/${proposal.id}`;
    const received = await failedMail('proposal_received', { path });
    const cancelled = await failedMail('challenge_cancelled', { path });
    await failedMail('proposal_withdrawn', {});
    const cookie = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
    const listed = async () =>
      (
        (await world.request('GET', '/api/administration/mails?state=failed', { cookie })).body as {
          items: { id: string }[];
        }
      ).items.map(({ id }) => id);
    expect(await listed()).toEqual([]);
    expect((await world.request('POST', `/api/administration/mails/${received}/drop`, { cookie })).status).toBe(404);
    await world.database.asOwner(`UPDATE proposal SET state = 'under_review' WHERE id = $1`, [proposal.id]);
    expect((await listed()).sort()).toEqual([received, cancelled].sort());
  });

  async function failedMail(kind: string, variables: object): Promise<string> {
    const id = randomUUID();
    await world.database.asOwner(
      `INSERT INTO mail_outbox (id, kind, to_email, locale, variables, dedupe_key, message_id, state)
       VALUES ($1, $2, 'anna@example.nl', 'nl', $3, $4, $5, 'failed')`,
      [id, kind, variables, id, `<${id}@htsm-challenges>`],
    );
    return id;
  }
});
