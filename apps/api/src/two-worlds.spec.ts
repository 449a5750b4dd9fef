import { makeChallenge } from '@htsm/api/challenges/testing';
import { declaredRoutes, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { createWholeApi } from './testing-app';

/** What somebody's requests came back with: the address → status and bytes, without the clock and the request's number. */
type Seen = Readonly<Record<string, string>>;

describe('a rival’s sealed proposal', () => {
  let world: TestWorld;
  let onlookers: { name: string; cookie: string | undefined }[];
  let paths: string[];
  let challengeId: string;

  beforeAll(async () => {
    world = await createWholeApi();
    const challenge = await makeChallenge(world.database, { state: 'open', titleNl: 'Slijtage aan wissels' });
    challengeId = challenge.id;
    const sme = await makeOrganisation(world.database, { name: 'Hunzebot' });
    const member = await makePerson(world.database, { organisationId: sme.id });
    const own = await makeProposal(world.database, {
      challengeId,
      state: 'submitted',
      organisationId: sme.id,
      createdBy: member.id,
    });
    const owner = await makePerson(world.database, { organisationId: challenge.organisationId });
    const officer = await makePerson(world.database, { bodies: ['taskforce', 'administration'] });
    const reviewer = await makePerson(world.database, { bodies: ['review_panel'] });
    onlookers = [{ name: 'visitor', cookie: undefined }];
    for (const [name, person] of Object.entries({ sme: member, owner, taskforce: officer, reviewer })) {
      onlookers.push({ name, cookie: await world.signInAs(person.id) });
    }
    const ids = [challengeId, own.id, sme.id, challenge.organisationId];
    paths = declaredRoutes(world.app)
      .filter((route) => route.method === 'GET' && !route.path.startsWith('/health'))
      .flatMap((route) => addresses(route.path, ids, challenge.slug));
    paths.push(...['q=Geheim', 'q=wissels', 'sort=newest'].map((query) => `/api/challenges?${query}`));
  });
  afterAll(() => world.close());

  it.each(['draft', 'submitted'] as const)(
    'changes no byte of any list, count, search or page for anyone else while it is %s',
    async (state) => {
      const before = await look();
      const rival = await makeOrganisation(world.database, { name: 'Geheimzinnig BV' });
      await makePerson(world.database, { name: 'Geheim Mens', organisationId: rival.id });
      const proposal = await makeProposal(world.database, { challengeId, state, organisationId: rival.id });
      const after = await look();
      await world.database.asOwner('DELETE FROM proposal WHERE id = $1', [proposal.id]);
      expect(differences(before, after).filter((path) => !isAboutOrganisations(path))).toEqual([]);
      expect(Object.keys(before).length).toBeGreaterThan(150);
    },
  );

  it('is there for the test to miss: after closing the taskforce and the owner do see it', async () => {
    const before = await look();
    const rival = await makeOrganisation(world.database, { name: 'Geheimzinnig BV' });
    await makeProposal(world.database, { challengeId, state: 'under_review', organisationId: rival.id });
    const changed = differences(before, await look()).map((path) => path.split(' ')[0]);
    expect([...new Set(changed)].sort()).toEqual(['owner', 'taskforce']);
  });

  async function look(): Promise<Seen> {
    const seen: Record<string, string> = {};
    for (const { name, cookie } of onlookers) {
      for (const path of paths) {
        const answer = await world.request('GET', path, cookie === undefined ? {} : { cookie });
        seen[`${name} ${path}`] = `${answer.status} ${withoutClock(answer.text)}`;
      }
    }
    return seen;
  }
});

/** The administrator's list of people grows when somebody registers; that tells nothing of proposals. */
function isAboutOrganisations(path: string): boolean {
  return path.startsWith('taskforce /api/administration/people');
}

function differences(before: Seen, after: Seen): string[] {
  return Object.keys(before).filter((path) => before[path] !== after[path]);
}

function withoutClock(text: string): string {
  return text.replace(/"(now|requestId)":"[^"]*"/g, '"$1":""');
}

/** Every way to fill the parameters of a route with the ids that somebody could try. */
function addresses(path: string, ids: readonly string[], slug: string): string[] {
  const address = path.startsWith('/api') ? path : `/api${path}`;
  const withSlug = address.replaceAll(':slug', slug).replaceAll(':kind', 'digest');
  if (!withSlug.includes(':')) return [withSlug];
  return ids.map((id) => withSlug.replace(/:\w+/g, id));
}
