import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { makeChallenge } from '../testing';
import type { ChallengeDossierDto } from '../dto/dossier.dto';
import { ChallengesModule, challengesEntities, challengesTexts } from '../index';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('attachments of a challenge', () => {
  let world: TestWorld;
  let owner: string;
  let rival: string;
  let taskforce: string;
  let organisationId: string;

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule],
      entities: challengesEntities,
      texts: [challengesTexts],
    });
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const other = await makeOrganisation(world.database, { kind: 'company' });
    organisationId = company.id;
    owner = await world.signInAs((await makePerson(world.database, { organisationId })).id);
    rival = await world.signInAs((await makePerson(world.database, { organisationId: other.id })).id);
    taskforce = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
  });
  afterAll(() => world.close());

  it('are kept with the draft, hidden from others, and public with the challenge', async () => {
    const { id, slug } = await makeChallenge(world.database, { organisationId, state: 'draft' });
    const added = await upload(id, owner, 'pers.png', PNG);
    expect([added.status, dossier(added).attachments]).toEqual([
      201,
      [{ id: expect.any(String), fileName: 'pers.png', sizeBytes: PNG.length, mediaType: 'image/png' }],
    ]);
    const file = dossier(added).attachments[0]?.id ?? '';
    const own = `/api/my/challenges/${id}/attachments/${file}`;
    const open = `/api/challenges/${slug}/attachments/${file}`;

    const saved = await world.request('GET', own, { cookie: owner });
    expect([saved.status, saved.headers['content-disposition'], saved.headers['x-content-type-options']]).toEqual([
      200,
      `attachment; filename="pers.png"; filename*=UTF-8''pers.png`,
      'nosniff',
    ]);
    expect(
      await statuses([
        [own, rival],
        [own, taskforce],
        [open, rival],
        [open, owner],
      ]),
    ).toEqual([404, 404, 404, 404]);

    await world.database.asOwner(`UPDATE challenge SET state = 'open', opened_at = htsm_now() WHERE id = $1`, [id]);
    expect(
      await statuses([
        [open, undefined],
        [open, rival],
        [own, taskforce],
      ]),
    ).toEqual([200, 200, 200]);
    const late = await upload(id, owner, 'pers.png', PNG);
    expect([late.status, (late.body as { code: string }).code]).toEqual([409, 'challenge_frozen']);
  });

  it('can be removed by the owner only', async () => {
    const { id } = await makeChallenge(world.database, { organisationId, state: 'draft' });
    const file = dossier(await upload(id, owner, 'a.png', PNG)).attachments[0]?.id ?? '';
    const path = `/api/my/challenges/${id}/attachments/${file}`;
    expect((await world.request('DELETE', path, { cookie: rival })).status).toBe(404);
    const removed = await world.request('DELETE', path, { cookie: owner });
    expect([removed.status, dossier(removed).attachments]).toEqual([200, []]);
    expect((await upload(id, rival, 'b.png', PNG)).status).toBe(404);
    const lines = await world.database.asOwner(
      `SELECT type, payload, visible_to_org_ids, is_sealed FROM event
       WHERE subject_id = $1 AND type LIKE 'challenge.file%' ORDER BY id`,
      [id],
    );
    const line = { payload: { attachmentId: file }, visible_to_org_ids: [organisationId], is_sealed: true };
    expect(lines).toEqual([
      { type: 'challenge.file_added', ...line },
      { type: 'challenge.file_removed', ...line },
    ]);
  });

  it.each(['multipart/form-data; boundary=b', 'multipart/form-data'])(
    'refuses a form of type %s that is not whole',
    async (type) => {
      const { id } = await makeChallenge(world.database, { organisationId, state: 'draft' });
      const answer = await world.request('POST', `/api/my/challenges/${id}/attachments`, {
        cookie: owner,
        body: Buffer.from('--b'),
        headers: { 'content-type': type },
      });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'file_interrupted']);
    },
  );

  async function statuses(asked: [string, string | undefined][]): Promise<number[]> {
    const answers = [];
    for (const [path, cookie] of asked)
      answers.push(await world.request('GET', path, cookie === undefined ? {} : { cookie }));
    return answers.map((answer) => answer.status);
  }

  function upload(id: string, cookie: string, name: string, bytes: Buffer): Promise<TestResponse> {
    const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]);
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    return world.request('POST', `/api/my/challenges/${id}/attachments`, { cookie, body, headers });
  }
});

function dossier(response: TestResponse): ChallengeDossierDto {
  return response.body as ChallengeDossierDto; // the expectations assert the shape
}
