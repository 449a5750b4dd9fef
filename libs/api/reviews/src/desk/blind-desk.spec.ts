import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database, FILE_STORE, type FileStore, type UserActor } from '@htsm/api/core';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal, type MadeProposal } from '@htsm/api/proposals/testing';
import { makeChallenge } from '@htsm/api/challenges/testing';
import type { ReviewDeskDto } from '../dto/review-desk.dto';
import { makeAnswer, makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, sendAs, type Send } from '../testing/reviews-world';

/** Everything that tells who the lead and its partner are. */
interface Party {
  readonly name: string;
  readonly kvkNumber: string;
  readonly website: string;
  readonly person: string;
  readonly email: string;
  readonly partner: string;
}

const PARTIES: readonly [Party, Party] = [
  {
    name: 'Kwelder Data B.V.',
    kvkNumber: '70010001',
    website: 'https://www.kwelderdata.example',
    person: 'Sietse de Boer',
    email: 'sietse@kwelderdata.example',
    partner: 'Waddenstaal',
  },
  {
    name: 'Hondsrug Meettechniek & Zonen B.V.',
    kvkNumber: '70020002',
    website: 'hondsrug-meettechniek.example',
    person: 'Anne-Fleur Hofstra',
    email: 'a.hofstra@hondsrug-meettechniek.example',
    partner: 'Ems Dollard Robotica',
  },
];

const onPanel = (userId: string): UserActor => ({
  kind: 'user',
  userId,
  sessionId: null,
  email: '',
  name: '',
  locale: 'nl',
  bodies: ['review_panel'],
  organisations: [],
});

const words = ({ name, kvkNumber, website, person, email, partner }: Party): string =>
  `Wij zijn **${name}** (KvK ${kvkNumber}), met ${partner.toUpperCase()}. Bel ${person} op 050-1234567, mail ${email} of zie ${website}. ${person.split(' ')[0]} leidt.`;

describe('a challenge that is judged blind', () => {
  let world: TestWorld;
  let reviewer: { id: string };
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
  });
  beforeEach(async () => {
    reviewer = await makeReviewer(world.database);
    send = await sendAs(world, reviewer.id);
  });
  afterEach(() =>
    world.database.asOwner("UPDATE organisation SET kvk_number = 'was-' || id WHERE kvk_number = ANY ($1)", [
      PARTIES.map(({ kvkNumber }) => kvkNumber),
    ]),
  );
  afterEach(() =>
    world.database.asOwner("UPDATE app_user SET email = id || '@was.example' WHERE email = ANY ($1)", [
      PARTIES.map(({ email }) => email),
    ]),
  );
  afterAll(() => world.close());

  const makeBlindTask = async (values: Parameters<typeof makeChallenge>[1] = {}) => {
    const challenge = await makeChallenge(world.database, { state: 'evaluating', isBlind: true, ...values });
    const lead = await makeOrganisation(world.database, {});
    const partner = await makeOrganisation(world.database, {});
    const member = await makePerson(world.database, { organisationId: lead.id });
    const proposal = await makeProposal(world.database, {
      challengeId: challenge.id,
      organisationId: lead.id,
      state: 'under_review',
    });
    await world.database.asOwner(
      `WITH call AS (INSERT INTO partner_call (challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at, state)
         VALUES ($1, $2, '', $4, '', '', '{}', htsm_now(), 'ended') RETURNING id)
       INSERT INTO partner_answer (call_id, organisation_id, organisation_name, answered_by, words, state)
       SELECT id, $3, '', $4, '', 'accepted' FROM call`,
      [challenge.id, lead.id, partner.id, member.id],
    );
    const task = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id });
    return { proposal, task, leadId: lead.id, partnerId: partner.id, memberId: member.id };
  };
  type Blind = Awaited<ReturnType<typeof makeBlindTask>>;

  /** Writes a party into everything: its own rows, and the texts and files of the proposal. */
  const writeAs = async ({ proposal, ...ids }: Blind, party: Party): Promise<void> => {
    await world.database.asOwner(
      'UPDATE organisation SET name = $2, kvk_number = $3, website = $4, city = $2 WHERE id = $1',
      [ids.leadId, party.name, party.kvkNumber, party.website],
    );
    await world.database.asOwner('UPDATE organisation SET name = $2 WHERE id = $1', [ids.partnerId, party.partner]);
    await world.database.asOwner('UPDATE app_user SET name = $2, email = $3 WHERE id = $1', [
      ids.memberId,
      party.person,
      party.email,
    ]);
    const text = words(party);
    await world.database.asOwner(
      'UPDATE proposal SET title = $2, summary = $2, approach = $2, planning = $2 WHERE id = $1',
      [proposal.id, text],
    );
    await world.database.asOwner('UPDATE proposal_fit SET text = $2 WHERE proposal_id = $1', [proposal.id, text]);
    await world.database.asOwner('UPDATE proposal_attachment SET file_name = $2 WHERE proposal_id = $1', [
      proposal.id,
      `${party.name}.PDF`,
    ]);
  };
  const addFile = async (proposal: MadeProposal, uploadedBy: string): Promise<string> => {
    const sha256 = createHash('sha256').update('tekening').digest('hex');
    const temporary = join(world.config.dataDir, 'upload');
    await writeFile(temporary, 'tekening');
    await world.app.get<FileStore>(FILE_STORE).put(sha256, temporary);
    await world.database.asOwner(
      `INSERT INTO stored_file (sha256, size_bytes, media_type) VALUES ($1, 8, 'application/pdf') ON CONFLICT DO NOTHING`,
      [sha256],
    );
    const [file] = await world.database.asOwner<{ id: string }>(
      'INSERT INTO proposal_attachment (proposal_id, sha256, file_name, uploaded_by) VALUES ($1, $2, $3, $4) RETURNING id',
      [proposal.id, sha256, 'offerte.pdf', uploadedBy],
    );
    return file?.id ?? '';
  };
  const readDesk = async (id: string): Promise<ReviewDeskDto> =>
    (await send('GET', `/api/my/reviews/${id}`)).body as ReviewDeskDto; // the contract of the route
  const bytes = async (path: string): Promise<string> =>
    (await send('GET', path)).text.replace(/"now":"[^"]*"/, '"now":""');

  it('gives the same bytes whoever proposed, before the declaration and after it', async () => {
    const blind = await makeBlindTask();
    await addFile(blind.proposal, blind.memberId);
    const seen: string[][] = [];
    for (const party of PARTIES) {
      await writeAs(blind, party);
      seen.push([await bytes(`/api/my/reviews/${blind.task.id}`), await bytes('/api/my/reviews')]);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]?.[0]).toContain('"card":{"proposerName":null,"proposerCity":null}');

    await send('POST', `/api/my/reviews/${blind.task.id}/declaration`, { hasConflict: false });
    const open: string[] = [];
    for (const party of PARTIES) {
      await writeAs(blind, party);
      open.push(await bytes(`/api/my/reviews/${blind.task.id}`));
    }
    expect(open[1]).toBe(open[0]);
    expect((await readDesk(blind.task.id)).proposal).toMatchObject({
      title:
        'Wij zijn **[partij 1].** (KvK [partij 1]), met [partij 2]. Bel [iemand van partij 1] op [telefoonnummer], mail [e-mailadres] of zie [link]. [iemand van partij 1] leidt.',
      organisationName: null,
      organisationCity: null,
      attachments: [{ fileName: 'bijlage-1.pdf' }],
    });
  });

  it('sends files under a name that says only which one it is', async () => {
    const blind = await makeBlindTask();
    const fileId = await addFile(blind.proposal, blind.memberId);
    await writeAs(blind, PARTIES[0]);
    await send('POST', `/api/my/reviews/${blind.task.id}/declaration`, { hasConflict: false });
    const answer = await send('GET', `/api/my/reviews/${blind.task.id}/attachments/${fileId}`);
    expect(answer.headers['content-disposition']).toContain('bijlage-1.pdf');
    expect(answer.headers['content-disposition']).not.toMatch(/kwelder/i);
  });

  it('shows whose it was once the answer is released', async () => {
    const blind = await makeBlindTask({ state: 'decided' });
    await world.database.asOwner("UPDATE review_assignment SET state = 'submitted' WHERE id = $1", [blind.task.id]);
    await writeAs(blind, PARTIES[0]);
    expect((await readDesk(blind.task.id)).isBlind).toBe(true);
    await makeAnswer(world.database, { proposal: blind.proposal, isReleased: true });
    const desk = await readDesk(blind.task.id);
    expect([desk.isBlind, desk.proposal?.organisationName, desk.proposal?.title]).toEqual([
      false,
      'Kwelder Data B.V.',
      words(PARTIES[0]),
    ]);
  });

  it('tells the words that give somebody away to those only who judge the proposal', async () => {
    const blind = await makeBlindTask();
    await writeAs(blind, PARTIES[0]);
    const other = await makeReviewer(world.database);
    const count = async (userId: string): Promise<number> =>
      world.app.get(Database).as(onPanel(userId), async (tx) => {
        return (await tx.rows('SELECT FROM telling_words($1)', [blind.proposal.id])).length;
      });
    expect(await count(other.id)).toBe(0);
    expect(await count(reviewer.id)).toBe(0);
    await world.database.asOwner("UPDATE review_assignment SET state = 'accepted' WHERE id = $1", [blind.task.id]);
    expect(await count(reviewer.id)).toBeGreaterThan(3);
  });
});
