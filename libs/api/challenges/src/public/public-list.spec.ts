import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeChallenge, type ChallengeValues } from '../testing';
import type { PublicChallengesDto } from '../dto/public-challenge.dto';
import { ChallengesModule, challengesEntities, challengesTexts } from '../index';

const DAY_MS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);

describe('the public list', () => {
  let world: TestWorld;
  let rival: string;

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule],
      entities: challengesEntities,
      texts: [challengesTexts],
    });
    const company = await makeOrganisation(world.database, { name: 'Strukton', kind: 'company' });
    const other = await makeOrganisation(world.database, { name: 'Rival', kind: 'company' });
    rival = await world.signInAs((await makePerson(world.database, { organisationId: other.id })).id);
    const shared = { organisationId: company.id };
    const made: ChallengeValues[] = [
      {
        slug: 'wissels',
        titleNl: 'Slijtage aan wissels meten',
        titleEn: 'Measuring wear of rail switches',
        closesAt: inDays(19),
        themes: ['rail_infra_energy', 'sensors'],
      },
      {
        slug: 'zakken',
        titleNl: 'Zakken stapelen',
        titleEn: 'Stacking bags',
        closesAt: inDays(59),
        region: 'friesland',
      },
      {
        slug: 'vocht',
        titleNl: 'Vocht meten in korrels',
        titleEn: '',
        closesAt: inDays(8),
        themes: ['sensors/machine_vision', 'food_agri'],
      },
    ];
    for (const values of made) await makeChallenge(world.database, { ...shared, ...values });
    await makeChallenge(world.database, {
      slug: 'geheim',
      titleNl: 'Geheime wissels meten',
      state: 'draft',
      organisationId: company.id,
    });
    await makeChallenge(world.database, {
      slug: 'straks',
      titleNl: 'Straks wissels meten',
      state: 'scheduled',
      organisationId: company.id,
    });
    await makeChallenge(world.database, {
      slug: 'oud',
      titleNl: 'Oude bruggen meten',
      state: 'closed',
      closesAt: inDays(-60),
      organisationId: company.id,
    });
    await makeChallenge(world.database, {
      slug: 'net-dicht',
      titleNl: 'Net dicht',
      state: 'open',
      opensAt: inDays(-30),
      closesAt: inDays(-0.01),
      organisationId: company.id,
    });
  });
  afterAll(() => world.close());

  const ask = async (query: string, headers: Record<string, string> = {}): Promise<PublicChallengesDto> => {
    const answer = await world.request('GET', `/api/challenges${query}`, { headers });
    expect(answer.status).toBe(200);
    return answer.body as PublicChallengesDto; // a 200 of this route
  };
  const slugs = async (query: string, headers: Record<string, string> = {}): Promise<string[]> =>
    (await ask(query, headers)).items.map((item) => item.slug);

  it('shows open challenges, soonest closing first, with counts under the other filters', async () => {
    const page = await ask('');
    expect(page.items.map((item) => item.slug)).toEqual(['vocht', 'wissels', 'zakken']);
    expect({ ...page, items: [], now: '' }).toEqual({
      items: [],
      next: null,
      total: 3,
      totalIsCapped: false,
      isApproximate: false,
      facets: {
        themes: [
          { value: 'food_agri', count: 1 },
          { value: 'rail_infra_energy', count: 1 },
          { value: 'robotics', count: 1 },
          { value: 'sensors', count: 2 },
          { value: 'sensors/machine_vision', count: 1 },
        ],
        regions: [
          { value: 'drenthe', count: 2 },
          { value: 'friesland', count: 1 },
        ],
        states: [
          { value: 'closed', count: 1 },
          { value: 'evaluating', count: 1 },
          { value: 'open', count: 3 },
        ],
      },
      now: '',
    });
    expect(page.items[1]).toMatchObject({
      ownerName: 'Strukton',
      title: 'Slijtage aan wissels meten',
      language: 'nl',
      state: 'open',
      budgetEur: 45000,
    });
  });

  it('gives the same bytes with and without the hidden challenges of somebody else', async () => {
    const strip = (page: PublicChallengesDto): PublicChallengesDto => ({ ...page, now: '' });
    const before = strip(await ask('?q=meten'));
    await makeChallenge(world.database, { titleNl: 'Nog een geheim over meten', state: 'in_moderation' });
    expect(strip(await ask('?q=meten'))).toEqual(before);
    const asRival = await world.request('GET', '/api/challenges?q=geheime', { cookie: rival });
    expect(asRival.body).toMatchObject({ items: [], total: 0 });
    expect((await world.request('GET', '/api/challenges/geheim', { cookie: rival })).status).toBe(404);
    expect((await world.request('GET', '/api/my/challenges', { cookie: rival })).body).toMatchObject({ items: [] });
  });

  it.each([
    ['?q=meten&sort=closing', ['vocht', 'wissels']],
    ['?q=wear&sort=closing', ['wissels']],
    ['?q=slijt', ['wissels']],
    ['?q=korrel', ['vocht']],
    ['?q=strukton&sort=closing', ['vocht', 'wissels', 'zakken']],
    ['?q=wissels%20meten', ['wissels']],
    ['?theme=robotics&theme=food_agri', ['vocht', 'zakken']],
    ['?theme=sensors&sort=closing', ['vocht', 'wissels']],
    ['?theme=sensors%2Fmachine_vision', ['vocht']],
    ['?theme=sensors%2Fchemical_sensing', []],
    ['?region=friesland', ['zakken']],
    ['?state=closed', ['oud']],
    ['?state=evaluating', ['net-dicht']],
    ['?state=closed&state=open&sort=newest&region=drenthe&q=meten', ['wissels', 'vocht', 'oud']],
    ['?q=%3A%26%7C%21', ['vocht', 'wissels', 'zakken']],
  ])('answers %s', async (query, expected) => {
    expect((await slugs(query)).sort()).toEqual([...expected].sort());
  });

  it('shows look-alikes when no word fits, and says so', async () => {
    const page = await ask('?q=slijtege');
    expect([page.items.map((item) => item.slug), page.isApproximate]).toEqual([['wissels'], true]);
  });

  it('falls back to the language in which a challenge is written', async () => {
    const page = await ask('?sort=closing', { cookie: 'lang=en' });
    expect(page.items.map(({ title, language }) => [title, language])).toEqual([
      ['Vocht meten in korrels', 'nl'],
      ['Measuring wear of rail switches', 'en'],
      ['Stacking bags', 'en'],
    ]);
  });

  it.each(['closing', 'newest', 'relevance'])('pages through everything once, sorted by %s', async (sort) => {
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const creator = await makePerson(world.database, { organisationId: company.id });
    const closesAt = inDays(90);
    for (let i = 0; i < 45; i += 1) {
      await makeChallenge(world.database, {
        titleNl: `Zoekwoord${sort} ${i}`,
        closesAt,
        organisationId: company.id,
        createdBy: creator.id,
      });
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 5; pages += 1) {
      const page: PublicChallengesDto = await ask(
        `?q=zoekwoord${sort}&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map((item) => item.slug));
      cursor = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
  });

  it('takes at most three statements, and refuses a cursor that is not ours', async () => {
    const count = await statements(world, () => ask('?q=meten'));
    expect(count).toBeLessThanOrEqual(3);
    for (const cursor of ['x', 'WzFd', 'WyJ0ZXh0IiwibmlldHMiLCJuaWV0cyJd']) {
      const answer = await world.request('GET', `/api/challenges?cursor=${cursor}`);
      expect([cursor, answer.status < 500, answer.status >= 400]).toEqual([cursor, true, true]);
    }
  });
});

/** Counts the statements of one call, without those that begin and end its transaction. */
async function statements(world: TestWorld, work: () => Promise<unknown>): Promise<number> {
  const seen: string[] = [];
  const create = world.source.createQueryRunner.bind(world.source);
  world.source.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner);
    // the runner's overloads share one implementation
    runner.query = ((sql: string, ...rest: []) => {
      seen.push(sql);
      return query(sql, ...rest);
    }) as typeof runner.query;
    return runner;
  };
  await work();
  world.source.createQueryRunner = create;
  return seen.filter((sql) => !/^(START|BEGIN|COMMIT|ROLLBACK)/.test(sql)).length;
}
