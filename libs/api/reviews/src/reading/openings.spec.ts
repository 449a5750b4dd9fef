import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { MadeProposal } from '@htsm/api/proposals/testing';
import { makeAssignment, makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAs, type Send } from '../testing/reviews-world';

/** What the page of the proposer shows of one opening, without the instant. */
type Shown = readonly [role: string, fileName: string | null];

describe('the log of who opened a proposal', () => {
  let world: TestWorld;
  let proposal: MadeProposal;
  let challenge: { id: string; organisationId: string };
  let attachmentId: string;
  let proposer: Send;
  let reviewer: { id: string; name: string };

  beforeAll(async () => {
    world = await createReviewsWorld();
  });
  beforeEach(async () => {
    const judging = await makeJudging(world, 1);
    [proposal] = judging.proposals as [MadeProposal]; // one was asked for
    challenge = judging.challenge;
    attachmentId = await attach(proposal);
    proposer = await sendAs(world, proposal.createdBy);
    reviewer = await makeReviewer(world.database, { name: world.canaries.plant('name of a reviewer', isReviewer) });
  });
  afterAll(() => world.close());

  const isReviewer = (id: string | null): boolean => id === reviewer.id;

  async function attach({ id, createdBy }: MadeProposal): Promise<string> {
    const [file, content] = [randomUUID(), '%PDF-1.4 tekening'];
    const sha256 = createHash('sha256').update(content).digest('hex');
    const { fileStore } = world.config;
    if (fileStore.kind !== 'folder') throw new Error('Tests keep files in a folder');
    await mkdir(join(fileStore.folder, sha256.slice(0, 2)), { recursive: true });
    await writeFile(join(fileStore.folder, sha256.slice(0, 2), sha256), content);
    await world.database.asOwner(
      `INSERT INTO stored_file (sha256, size_bytes, media_type) VALUES ($1, $2, 'application/pdf') ON CONFLICT DO NOTHING`,
      [sha256, content.length],
    );
    await world.database.asOwner(
      `INSERT INTO proposal_attachment (id, proposal_id, sha256, file_name, uploaded_by) VALUES ($1, $2, $3, 'tekening.pdf', $4)`,
      [file, id, sha256, createdBy],
    );
    return file;
  }

  async function shown(): Promise<Shown[]> {
    const { items } = (await proposer('GET', `/api/my/proposals/${proposal.id}/openings`)).body as {
      items: { role: string; fileName: string | null; openedAt: string }[];
    };
    for (const { openedAt } of items) expect(Math.abs(Date.parse(openedAt) - Date.now())).toBeLessThan(60_000);
    return items.map(({ role, fileName }) => [role, fileName]);
  }

  it('tells the proposer the role and the moment of each reader, and never a reviewer’s name', async () => {
    const { id } = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted' });
    const owner = await makePerson(world.database, { organisationId: challenge.organisationId });
    const officer = await makePerson(world.database, { bodies: ['taskforce'] });
    expect(await shown()).toEqual([]);
    await (
      await sendAs(world, reviewer.id)
    )('GET', `/api/my/reviews/${id}`);
    await (
      await sendAs(world, officer.id)
    )('GET', `/api/taskforce/proposals/${proposal.id}`);
    await (
      await sendAs(world, owner.id)
    )('GET', `/api/my/challenges/${challenge.id}/proposals/${proposal.id}`);
    expect(await shown()).toEqual([
      ['challenge_owner', null],
      ['taskforce', null],
      ['reviewer', null],
    ]);
  });

  it('names the file that was opened, by each way to it', async () => {
    const { id } = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'accepted' });
    const owner = await makePerson(world.database, { organisationId: challenge.organisationId });
    const officer = await makePerson(world.database, { bodies: ['taskforce'] });
    await (
      await sendAs(world, reviewer.id)
    )('GET', `/api/my/reviews/${id}/attachments/${attachmentId}`);
    await (
      await sendAs(world, officer.id)
    )('GET', `/api/taskforce/proposals/${proposal.id}/attachments/${attachmentId}`);
    await (
      await sendAs(world, owner.id)
    )('GET', `/api/my/received-proposals/${proposal.id}/attachments/${attachmentId}`);
    expect((await shown()).sort()).toEqual([
      ['challenge_owner', 'tekening.pdf'],
      ['reviewer', 'tekening.pdf'],
      ['taskforce', 'tekening.pdf'],
    ]);
  });

  it('counts a look once in ten minutes, and a refused or undeclared one not at all', async () => {
    const { id } = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id });
    const desk = await sendAs(world, reviewer.id);
    await desk('GET', `/api/my/reviews/${id}`);
    const stranger = await makePerson(world.database, { organisationId: (await makeOrganisation(world.database)).id });
    await (
      await sendAs(world, stranger.id)
    )('GET', `/api/my/challenges/${challenge.id}/proposals/${proposal.id}`);
    expect(await shown()).toEqual([]);
    await desk('POST', `/api/my/reviews/${id}/declaration`, { hasConflict: false });
    for (let n = 0; n < 3; n += 1) await desk('GET', `/api/my/reviews/${id}`);
    expect(await shown()).toEqual([['reviewer', null]]);
    await world.database.shiftClock(11 * 60_000);
    await desk('GET', `/api/my/reviews/${id}`);
    await world.database.shiftClock(0);
    const { items } = (await proposer('GET', `/api/my/proposals/${proposal.id}/openings`)).body as { items: unknown[] };
    expect(items).toHaveLength(2);
  });

  it('is the proposer’s alone, and does not count their own looks', async () => {
    await proposer('GET', `/api/my/proposals/${proposal.id}`);
    const rival = await makePerson(world.database, { organisationId: (await makeOrganisation(world.database)).id });
    const answer = await (await sendAs(world, rival.id))('GET', `/api/my/proposals/${proposal.id}/openings`);
    expect([await shown(), refusal(answer)]).toEqual([[], [404, 'not_found', []]]);
  });

  it('pages without repeating or losing a line', async () => {
    await world.database.asOwner(
      `INSERT INTO proposal_opening (proposal_id, role, file_name, opened_at)
       SELECT $1, 'taskforce', n::text, htsm_now() - (n / 2) * interval '1 minute' FROM generate_series(1, 45) n`,
      [proposal.id],
    );
    const names: (string | null)[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query = next === '' ? '' : `?cursor=${next}`;
      const answer = await proposer('GET', `/api/my/proposals/${proposal.id}/openings${query}`);
      const page = answer.body as { items: { fileName: string | null }[]; next: string | null };
      names.push(...page.items.map(({ fileName }) => fileName));
      ({ next } = page);
    }
    expect([names.length, new Set(names).size]).toEqual([45, 45]);
  });

  it.each([
    ['UPDATE proposal_opening SET role = role', 'owner'],
    ['DELETE FROM proposal_opening', 'owner'],
    [`INSERT INTO proposal_opening (proposal_id, role) SELECT id, 'taskforce' FROM proposal`, 'app'],
    ['DELETE FROM proposal_opening', 'app'],
    ['SELECT reader_id FROM proposal_opening_reader', 'app'],
  ])('refuses %s as %s', async (statement, role) => {
    await world.database.asOwner(`INSERT INTO proposal_opening (proposal_id, role) VALUES ($1, 'taskforce')`, [
      proposal.id,
    ]);
    const run = role === 'owner' ? world.database.asOwner(statement) : world.source.query(statement);
    await expect(run).rejects.toThrow(/append-only|permission denied/);
  });
});
