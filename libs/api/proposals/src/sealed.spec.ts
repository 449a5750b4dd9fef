import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import { declaredRoutes, fileForm, makePerson, pdfContent, type TestWorld } from '@htsm/api/core/testing';
import { TestProposer, createProposalsWorld } from './testing/proposals-world';

/** Somebody who should notice nothing. */
interface Onlooker {
  readonly name: string;
  readonly cookie: string | undefined;
}

describe('a sealed proposal', () => {
  let world: TestWorld;
  let challenge: MadeChallenge;
  let rival: TestProposer;
  let onlookers: Onlooker[];
  let ownIds: string[];

  beforeAll(async () => {
    world = await createProposalsWorld();
    challenge = await makeChallenge(world.database, { titleNl: 'Slijtage aan wissels' });
    rival = await TestProposer.make(world, { name: 'Geheimzinnig BV' });
    const sme = await TestProposer.make(world);
    const own = await sme.propose(challenge);
    const owner = await makePerson(world.database, { organisationId: challenge.organisationId });
    const taskforce = await makePerson(world.database, { bodies: ['taskforce', 'administration', 'review_panel'] });
    ownIds = [own.proposal.id, own.receipt.id];
    onlookers = [
      { name: 'visitor', cookie: undefined },
      { name: 'sme', cookie: sme.cookie },
      { name: 'owner', cookie: await world.signInAs(owner.id) },
      { name: 'taskforce', cookie: await world.signInAs(taskforce.id) },
    ];
  });
  afterAll(() => world.close());

  /** Every GET of challenges and proposals, as everybody, with every id and search word that could show something. */
  async function everything(rivalIds: readonly string[]): Promise<Record<string, string>> {
    const ids = [challenge.id, ...ownIds, ...rivalIds];
    const routes = declaredRoutes(world.app).filter(
      (route) => route.method === 'GET' && !route.path.includes('health'),
    );
    const paths = routes.flatMap(({ path }) => fill(path.replace(/^\/?(api\/)?/, '/api/'), ids, challenge.slug));
    const searched = ['q=Geheimzinnig', 'q=wissels', 'sort=newest', 'state=open'].map(
      (query) => `/api/challenges?${query}`,
    );
    const seen: Record<string, string> = {};
    for (const { name, cookie } of onlookers) {
      for (const path of [...paths, ...searched]) {
        const answer = await world.request('GET', path, cookie === undefined ? {} : { cookie });
        seen[`${name} ${path}`] = `${answer.status} ${withoutNow(answer.text)}`;
      }
    }
    return seen;
  }

  it('changes nothing in anything that anyone else can ask, in all its sealed states', async () => {
    const draft = await rival.complete(challenge);
    await rival.send('POST', `/api/my/proposals/${draft.id}/withdrawal`, { version: draft.version });
    await world.database.asOwner('DELETE FROM proposal WHERE id = $1', [draft.id]);
    const before = await everything([draft.id]);
    expect(Object.keys(before).length).toBeGreaterThan(60);

    const present = await rival.complete(challenge);
    const form = fileForm('geheim.pdf', pdfContent());
    const path = `/api/my/proposals/${present.id}/attachments`;
    const upload = await world.request('POST', path, { cookie: rival.cookie, body: form.body, headers: form.headers });
    expect(upload.status).toBe(201);
    expect(await everything([draft.id])).toEqual(before);
    expect((await rival.submit(await rival.read(present.id))).status).toBe(200);
    expect(await everything([draft.id])).toEqual(before);

    const { receipts, attachments, version } = await rival.read(present.id);
    const hidden = await everything([present.id, ...receipts.map(({ id }) => id), ...attachments.map(({ id }) => id)]);
    const answers = Object.entries(hidden).filter(([asked]) => asked.includes(present.id));
    expect(new Set(answers.map(([, answer]) => answer.slice(0, 3)))).toEqual(new Set(['401', '403', '404']));
    await rival.send('POST', `/api/my/proposals/${present.id}/pull-back`, { version });
    expect(await everything([draft.id])).toEqual(before);
    // some thousand requests
  }, 120_000);

  it('cannot be read past the services either: the rows are not there', async () => {
    const [taskforce] = onlookers.slice(-1);
    expect(taskforce?.name).toBe('taskforce');
    expect(await world.source.query('SELECT id FROM proposal')).toEqual([]);
  });
});

/** Fills every parameter of a path with every id, or the slug. */
function fill(path: string, ids: readonly string[], slug: string): string[] {
  const match = /:(\w+)/.exec(path);
  if (match === null) return [path];
  const values = match[1] === 'slug' ? [slug] : ids;
  return values.flatMap((value) => fill(path.replace(`:${match[1]}`, value), ids, slug));
}

/** The server's instant and the number of a request differ from one moment to the next. */
function withoutNow(text: string): string {
  return text.replace(/"(now|requestId)":"[^"]*"/g, '"$1":""');
}
