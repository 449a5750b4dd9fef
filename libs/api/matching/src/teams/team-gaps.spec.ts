import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { TeamGapDto } from '../dto/team-gap.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';

interface Sme {
  readonly id: string;
  readonly cookie: string;
}
interface Shown {
  readonly about?: string;
  readonly capabilities?: string[];
  readonly themes?: string[];
  readonly showsName?: boolean;
  readonly score?: number;
}

describe('what a team misses', () => {
  let world: TestWorld;
  let challenge: MadeChallenge;
  let own: Sme;
  let taskforce: string;

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MatchingModule],
      entities: [...challengesEntities, ...matchingEntities],
      texts: [challengesTexts, matchingTexts],
    });
    taskforce = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
  });
  beforeEach(async () => {
    await world.database.asOwner('DELETE FROM profile');
    challenge = await makeChallenge(world.database, {
      titleNl: 'Lekkages vinden',
      themes: ['sensors', 'robotics'],
      capabilities: ['lekkage opsporen', 'laserlassen'],
    });
    await world.database.asOwner('UPDATE challenge SET region = NULL, trl_from = NULL, trl_to = NULL WHERE id = $1', [
      challenge.id,
    ]);
    own = await makeSme('Hunze', { about: 'Wij meten.', themes: ['sensors'] });
  });
  afterAll(() => world.close());

  async function makeSme(name: string, shown: Shown): Promise<Sme> {
    const { id } = await makeOrganisation(world.database, { name, kind: 'sme' });
    const person = await makePerson(world.database, { organisationId: id });
    const { about = '', capabilities = [], themes = [], showsName = true, score } = shown;
    await world.database.asOwner(
      'INSERT INTO profile (organisation_id, about, capabilities, themes, shows_name) VALUES ($1, $2, $3, $4, $5)',
      [id, about, capabilities, themes, showsName],
    );
    if (score !== undefined)
      await world.database.asOwner(
        `INSERT INTO recommendation (challenge_id, organisation_id, score, explanation, organisation_name, shows_name, engine)
         VALUES ($1, $2, $3, '{}', $4, $5, 'x')`,
        [challenge.id, id, score, name, showsName],
      );
    return { id, cookie: await world.signInAs(person.id) };
  }

  const ask = async (path: string, cookie: string, partnerIds: string[] = [], q = '') => {
    const { status, body, text } = await world.request('POST', `/api${path}/team-gap`, {
      cookie,
      body: { partnerIds, q },
    });
    return { status, text, gap: body as TeamGapDto, code: (body as { code?: string }).code }; // the contract of the route
  };
  const asSme = (partnerIds: string[] = [], q = '') => ask(`/challenges/${challenge.slug}`, own.cookie, partnerIds, q);
  const asTaskforce = (partnerIds: string[] = [], q = '') =>
    ask(`/taskforce/challenges/${challenge.id}`, taskforce, partnerIds, q);
  const setsOf = ({ sets }: TeamGapDto) => sets.map(({ members }) => members.map((one) => one.organisationName));

  it('names every item with who has it and why, down to the document of the reader’s own', async () => {
    await world.database.asOwner(
      `INSERT INTO profile_document (organisation_id, kind, title, text, locale) VALUES ($1, 'project', 'Leiding Assen', 'Daar konden wij lekkage opsporen.', 'nl')`,
      [own.id],
    );
    const { gap } = await asSme();
    expect(gap.team).toEqual([{ organisationId: own.id, organisationName: 'Hunze', city: 'Assen', isOwn: true }]);
    expect(gap.lines).toEqual([
      {
        kind: 'capability',
        asked: 'lekkage opsporen',
        state: 'covered',
        reasons: [
          { organisationName: 'Hunze', state: 'covered', found: 'lekkage opsporen', documentTitle: 'Leiding Assen' },
        ],
      },
      { kind: 'capability', asked: 'laserlassen', state: 'missing', reasons: [] },
      {
        kind: 'theme',
        asked: 'sensors',
        state: 'covered',
        reasons: [{ organisationName: 'Hunze', state: 'covered', found: 'sensors', documentTitle: null }],
      },
      { kind: 'theme', asked: 'robotics', state: 'missing', reasons: [] },
    ]);
  });

  it('gives the smallest sets that close it, the best first, and what changes with a partner on the team', async () => {
    await makeSme('Geest', { capabilities: ['lekkage opsporen'], score: 900_000 });
    const lasser = await makeSme('Lasser', { capabilities: ['laserlassen'], themes: ['robotics'], score: 300_000 });
    await makeSme('Zoeker', { capabilities: ['seepage', 'lekkage opsporen'], score: 400_000 });
    const { gap } = await asSme();
    expect([setsOf(gap), gap.hasMoreSets, gap.nobody, gap.lookedAt]).toEqual([
      [
        ['Geest', 'Lasser'],
        ['Zoeker', 'Lasser'],
      ],
      false,
      [],
      3,
    ]);
    expect(gap.fillers.map(({ organisationName, lines }) => [organisationName, lines])).toEqual([
      ['Lasser', [1, 3]],
      ['Geest', [0]],
      ['Zoeker', [0]],
    ]);
    const together = await asSme([lasser.id]);
    expect(together.gap.team.map((one) => one.organisationName)).toEqual(['Hunze', 'Lasser']);
    expect(setsOf(together.gap)).toEqual([['Geest'], ['Zoeker']]);
  });

  it('shows an SME nobody who hides its name, in no list and by no search; the taskforce sees all', async () => {
    const word = world.canaries.plant('what an SME says of itself', () => false);
    const shy = await makeSme('Schuw', {
      about: `${word}. Wij doen laserlassen.`,
      capabilities: ['laserlassen'],
      themes: ['robotics'],
      showsName: false,
      score: 800_000,
    });
    const seen = await asSme([], 'schuw');
    expect([seen.text.includes('Schuw'), seen.gap.nobody, seen.gap.found]).toEqual([false, [0, 1, 3], []]);
    expect(await asSme([shy.id])).toMatchObject({ status: 404, code: 'not_found' });
    const board = await asTaskforce([own.id], 'schuw');
    expect([setsOf(board.gap), board.gap.found.map((one) => one.organisationName)]).toEqual([[['Schuw']], ['Schuw']]);
  });

  it('keeps the texts of a partner from an SME, and leaves out who declined or was vetoed for the taskforce only', async () => {
    const partner = await makeSme('Geest', { about: 'Wij doen laserlassen voor Geheim BV.', themes: ['robotics'] });
    const { gap, text } = await asSme([partner.id]);
    expect([gap.lines[1]?.state, text.includes('Geheim')]).toEqual(['missing', false]);
    expect((await asTaskforce([partner.id])).gap.lines[1]?.state).toBe('covered');
    const vetoed = await makeSme('Gaasterwal', { capabilities: ['laserlassen'] });
    await world.database.asOwner(
      `INSERT INTO suggestion (challenge_id, organisation_id, organisation_name, state) VALUES ($1, $2, 'Gaasterwal', 'vetoed')`,
      [challenge.id, vetoed.id],
    );
    expect(setsOf((await asSme([partner.id])).gap)).toEqual([['Gaasterwal']]);
    expect(setsOf((await asTaskforce()).gap).flat()).not.toContain('Gaasterwal');
  });

  it('is for open challenges', async () => {
    await world.database.asOwner(`UPDATE challenge SET closes_at = htsm_now() WHERE id = $1`, [challenge.id]);
    expect(await asSme()).toMatchObject({ status: 409, code: 'challenge_not_open' });
    expect(await asTaskforce()).toMatchObject({ status: 409, code: 'challenge_not_open' });
  });

  it('answers within a second for 500 candidates', async () => {
    await world.database.asOwner(
      `WITH made AS (INSERT INTO organisation (name, kind, kvk_number)
         SELECT 'Bedrijf ' || n, 'sme', (71000000 + n)::text FROM generate_series(1, 520) n RETURNING id)
       INSERT INTO profile (organisation_id, capabilities, themes)
       SELECT id, ARRAY['montage ' || left(id::text, 4), 'lassen', CASE WHEN left(id::text, 1) < '3' THEN 'laserlassen' ELSE 'vision' END],
         CASE WHEN left(id::text, 1) < '8' THEN '{robotics}'::text[] ELSE '{}' END FROM made`,
    );
    await asSme();
    const start = process.cpuUsage();
    const { gap } = await asSme();
    const { user, system } = process.cpuUsage(start);
    expect([gap.lookedAt, (user + system) / 1000 < 1000]).toEqual([500, true]);
  });
});
