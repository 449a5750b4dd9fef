import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { Database, actorOf, type PersonRow } from '@htsm/api/core';
import {
  docxContent,
  fileForm,
  makePerson,
  pdfContent,
  zipContent,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import type { MyProposalDto } from '../dto/my-proposal.dto';
import type { AddedProposalFileDto } from '../dto/proposal-files.dto';
import { TestProposer, createProposalsWorld, makeDraft, refusal } from '../testing/proposals-world';

describe('the files of a proposal', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createProposalsWorld();
  });
  afterEach(async () => {
    expect(await readdir(join(world.config.dataDir, 'files/incoming')).catch(() => [])).toEqual([]);
  });
  afterAll(() => world.close());

  const upload = (
    sme: TestProposer,
    proposal: Pick<MyProposalDto, 'id'>,
    name: string,
    content: Buffer,
  ): Promise<TestResponse> => {
    const form = fileForm(name, content);
    return world.request('POST', `/api/my/proposals/${proposal.id}/attachments`, {
      cookie: sme.cookie,
      body: form.body,
      headers: form.headers,
    });
  };
  const added = (answer: TestResponse): AddedProposalFileDto => answer.body as AddedProposalFileDto; // the contract of the route

  it('are added, downloaded as attachments, and removed', async () => {
    const { sme, draft } = await makeDraft(world);
    const content = pdfContent('één');
    const answer = await upload(sme, draft, 'Meetrapport “één”.pdf', content);
    const { attachment, version } = added(answer);
    expect([answer.status, attachment, version]).toEqual([
      201,
      {
        id: attachment.id,
        fileName: 'Meetrapport “één”.pdf',
        sizeBytes: content.length,
        mediaType: 'application/pdf',
        addedAt: expect.any(String),
      },
      draft.version + 1,
    ]);
    const path = `/api/my/proposals/${draft.id}/attachments/${attachment.id}`;
    const sent = await sme.send('GET', path);
    expect([sent.status, sent.text]).toEqual([200, content.toString()]);
    expect(sent.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="Meetrapport een.pdf"; filename*=UTF-8''Meetrapport%20%E2%80%9C%C3%A9%C3%A9n%E2%80%9D.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
    const left = await sme.send('DELETE', path);
    expect(left.body).toEqual({ attachments: [], version: draft.version + 2, savedAt: expect.any(String) });
    expect((await sme.send('GET', path)).status).toBe(404);
    const lines = await world.database.asOwner(
      `SELECT type, payload, visible_to_org_ids, is_sealed FROM event
       WHERE subject_id = $1 AND type LIKE 'proposal.file%' ORDER BY id`,
      [draft.id],
    );
    const line = {
      payload: { attachmentId: attachment.id },
      visible_to_org_ids: [sme.organisationId],
      is_sealed: true,
    };
    expect(lines).toEqual([
      { type: 'proposal.file_added', ...line },
      { type: 'proposal.file_removed', ...line },
    ]);
  });

  it.each([
    ['factuur.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 422, 'file_executable'],
    ['lijst.csv', Buffer.from('naam;prijs\n'), 422, 'file_plain_text'],
    ['macro.docx', docxContent([{ name: 'word/vbaProject.bin' }]), 422, 'file_macros'],
    ['pakket.zip', zipContent([{ name: 'installeer.exe' }]), 422, 'file_executable_inside'],
    ['leeg.pdf', Buffer.alloc(0), 422, 'file_empty'],
    ['groot.pdf', Buffer.concat([pdfContent(), Buffer.alloc(26 * 1024 * 1024)]), 413, 'file_too_large'],
  ])('refuse %s with a sentence in the language of the reader', async (name, content, status, code) => {
    const { sme, draft } = await makeDraft(world);
    const answer = await upload(sme, draft, name, content);
    expect(refusal(answer)).toEqual([status, code, []]);
    expect((answer.body as { detail: string }).detail).toMatch(/[.]$/);
    expect((await sme.read(draft.id)).attachments).toEqual([]);
  });

  it('are kept once when the same file is sent again, and under different names apart', async () => {
    const { sme, draft } = await makeDraft(world);
    const first = added(await upload(sme, draft, 'a.pdf', pdfContent()));
    const again = added(await upload(sme, draft, 'a.pdf', pdfContent()));
    const other = added(await upload(sme, draft, 'b.pdf', pdfContent()));
    expect([again, other.attachments.map((file) => file.fileName)]).toEqual([first, ['a.pdf', 'b.pdf']]);
  });

  it('are at most 100 MB together, also when two arrive at once', async () => {
    const { sme, draft } = await makeDraft(world);
    await upload(sme, draft, 'a.pdf', pdfContent('a'));
    const content = pdfContent('vol');
    await world.database.asOwner(
      `UPDATE stored_file SET size_bytes = $2 WHERE sha256 IN (SELECT sha256 FROM proposal_attachment WHERE proposal_id = $1)`,
      [draft.id, 100 * 1024 * 1024 - content.length],
    );
    const answers = await Promise.all([upload(sme, draft, 'b.pdf', content), upload(sme, draft, 'c.pdf', content)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 413]);
  });

  it('stand fast once the proposal is submitted', async () => {
    const { sme, draft } = await makeDraft(world);
    const { attachment } = added(await upload(sme, draft, 'a.pdf', pdfContent()));
    const { receipt } = (await sme.submit(await sme.read(draft.id))).body as { receipt: { manifest: string } };
    expect((JSON.parse(receipt.manifest) as { files: unknown[] }).files).toEqual([
      { fileName: 'a.pdf', sizeBytes: pdfContent().length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(refusal(await upload(sme, draft, 'b.pdf', pdfContent()))).toEqual([409, 'proposal_not_a_draft', []]);
    const removed = await sme.send('DELETE', `/api/my/proposals/${draft.id}/attachments/${attachment.id}`);
    expect(refusal(removed)).toEqual([409, 'proposal_not_a_draft', []]);
  });

  it('do not count while they are on their way: the submit goes without, and the upload is refused', async () => {
    const { sme, draft } = await makeDraft(world);
    const { body, headers } = fileForm('laat.pdf', pdfContent());
    const slow = new PassThrough();
    slow.write(body.subarray(0, 150));
    const path = `/api/my/proposals/${draft.id}/attachments`;
    const uploading = world.request('POST', path, { cookie: sme.cookie, body: slow, headers });
    const { receipt } = (await sme.submit(draft)).body as { receipt: { manifest: string } }; // the contract of the route
    slow.end(body.subarray(150));
    expect(refusal(await uploading)).toEqual([409, 'proposal_not_a_draft', []]);
    expect((JSON.parse(receipt.manifest) as { files: unknown[] }).files).toEqual([]);
    expect((await sme.read(draft.id)).attachments).toEqual([]);
  });

  it('follow the proposal: hidden from taskforce and owner while sealed, there for them afterwards, never for a rival', async () => {
    const challenge = await makeChallenge(world.database);
    const [sme, rival] = [await TestProposer.make(world), await TestProposer.make(world)];
    const draft = await sme.complete(challenge);
    const { attachment } = added(await upload(sme, draft, 'a.pdf', pdfContent()));
    await sme.submit(await sme.read(draft.id));
    const taskforce = await makePerson(world.database, { bodies: ['taskforce'] });
    const owner = await makePerson(world.database, { organisationId: challenge.organisationId });
    const seenBy = async (): Promise<boolean[]> => {
      const people = await Promise.all([taskforce.id, owner.id, rival.userId].map((id) => actor(world, id)));
      const database = world.app.get(Database);
      const sees = 'SELECT FROM proposal_attachment WHERE id = $1';
      return Promise.all(
        people.map((person) => database.as(person, async (tx) => (await tx.rows(sees, [attachment.id])).length === 1)),
      );
    };
    expect(await seenBy()).toEqual([false, false, false]);
    await world.database.asOwner(`UPDATE proposal SET state = 'under_review' WHERE id = $1`, [draft.id]);
    expect(await seenBy()).toEqual([true, true, false]);
    expect((await rival.send('GET', `/api/my/proposals/${draft.id}/attachments/${attachment.id}`)).status).toBe(404);
  });
});

async function actor(world: TestWorld, userId: string) {
  const [row] = await world.database.asOwner<{ person: PersonRow }>('SELECT auth_person($1) AS person', [userId]);
  if (row === undefined) throw new Error('No such person');
  return actorOf(row.person);
}
