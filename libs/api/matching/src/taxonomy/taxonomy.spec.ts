import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import type { TaxonomyDto, TaxonomyPlanDto } from '../dto/taxonomy.dto';
import type { GlossaryDto, GlossaryPlanDto, VersionsDto } from '../dto/vocabulary.dto';
import { MatchingModule, matchingEntities, matchingTexts } from '../index';

const WORDS = { synonymsNl: [], synonymsEn: [], notation: '' };

describe('the lists of words', () => {
  let world: TestWorld;
  let cookie: string;
  let others: string[];
  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MatchingModule],
      entities: [...challengesEntities, ...matchingEntities],
      texts: [challengesTexts, matchingTexts],
    });
    cookie = await world.signInAs(
      (await makePerson(world.database, { name: 'Beheer', bodies: ['administration'] })).id,
    );
    const { id: organisationId } = await makeOrganisation(world.database, { kind: 'sme' });
    others = [
      await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id),
      await world.signInAs((await makePerson(world.database, { organisationId })).id),
    ];
  });
  afterAll(() => world.close());

  const send = (method: string, path: string, body?: unknown): Promise<TestResponse> =>
    world.request(method, `/api/administration${path}`, { cookie, body });
  const read = async (): Promise<TaxonomyDto> => (await send('GET', '/taxonomy')).body as TaxonomyDto; // a 200 of this route
  const code = ({ status, body }: TestResponse): unknown[] => [status, (body as { code?: string }).code]; // problem+json
  const find = (taxonomy: TaxonomyDto, which: string) => taxonomy.terms.find((term) => term.code === which);

  it('grow, are renamed, and are told to everybody at once', async () => {
    const { version } = await read();
    const term = { ...WORDS, nl: 'exoskeletten', en: 'Exo-skeletons!', scheme: 'theme', broader: 'robotics' };
    const added = await send('POST', '/taxonomy/terms', { ...term, version });
    const made = { ...WORDS, nl: term.nl, en: term.en, scheme: 'theme', state: 'active', replacedBy: '' };
    expect([added.status, find(added.body as TaxonomyDto, 'robotics/exo_skeletons')]).toEqual([
      201,
      { ...made, code: 'robotics/exo_skeletons', broader: 'robotics' },
    ]);
    const renamed = await send('PUT', '/taxonomy/terms', {
      ...WORDS,
      version: version + 1,
      scheme: 'theme',
      code: 'robotics/exo_skeletons',
      nl: 'exoskeletten',
      en: 'exoskeletons',
      synonymsNl: ['draagpakken'],
    });
    expect(renamed.body).toMatchObject({ version: version + 2 });
    const listed = (await world.request('GET', '/api/taxonomy')).body as { terms: { code: string }[] }; // a 200 of this route
    expect(listed.terms.find((one) => one.code === 'robotics/exo_skeletons')).toEqual({
      scheme: 'theme',
      code: 'robotics/exo_skeletons',
      broader: 'robotics',
      nl: 'exoskeletten',
      en: 'exoskeletons',
      isActive: true,
    });
    const log = await world.database.asOwner(
      `SELECT type, payload FROM event WHERE subject_type = 'vocabulary_version' ORDER BY id`,
    );
    expect(log).toEqual([
      { type: 'taxonomy.added', payload: { number: version + 1 } },
      { type: 'taxonomy.changed', payload: { number: version + 2 } },
    ]);
  });

  it('refuse a change that is based on an older version, and give the newest', async () => {
    const { version } = await read();
    const change = { ...WORDS, scheme: 'theme', code: 'sensors', nl: 'meten', en: 'measuring', version: version - 1 };
    const answer = await send('PUT', '/taxonomy/terms', change);
    expect([...code(answer), (answer.body as { current: TaxonomyDto }).current.version]).toEqual([
      409,
      'version_conflict',
      version,
    ]);
    const both = await Promise.all(
      ['een', 'twee'].map((nl) => send('PUT', '/taxonomy/terms', { ...change, nl, version })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('are retired, restored and merged, and what has parts is not', async () => {
    const step = async (body: object): Promise<TestResponse> =>
      send('POST', '/taxonomy/steps', { version: (await read()).version, scheme: 'theme', ...body });
    expect(code(await step({ code: 'medical', step: 'retire' }))).toEqual([409, 'term_has_parts']);
    expect(code(await step({ code: 'medical/nothing', step: 'retire' }))).toEqual([404, 'not_found']);
    expect(code(await step({ scheme: 'region', code: 'drenthe', step: 'retire' }))).toEqual([409, 'list_is_closed']);
    for (const into of ['medical/devices', 'medical/nothing', undefined])
      expect(code(await step({ code: 'medical/devices', step: 'merge', into }))).toEqual([409, 'no_successor']);
    const retired = await step({ code: 'medical/devices', step: 'retire' });
    expect(find(retired.body as TaxonomyDto, 'medical/devices')).toMatchObject({ state: 'retired' });
    expect(
      find((await step({ code: 'medical/devices', step: 'restore' })).body as TaxonomyDto, 'medical/devices'),
    ).toMatchObject({
      state: 'active',
    });
    const { id } = await makeOrganisation(world.database, { kind: 'sme' });
    await world.database.asOwner('INSERT INTO profile (organisation_id, themes) VALUES ($1, $2)', [
      id,
      ['medical/devices', 'medical'],
    ]);
    await step({ code: 'medical/devices', step: 'merge', into: 'medical/diagnostics' });
    const last = await step({ code: 'medical/diagnostics', step: 'merge', into: 'medical/digital_health' });
    expect(find(last.body as TaxonomyDto, 'medical/devices')).toMatchObject({
      state: 'merged',
      replacedBy: 'medical/digital_health',
    });
    expect(await world.database.asOwner('SELECT themes FROM profile WHERE organisation_id = $1', [id])).toEqual([
      { themes: ['medical/digital_health', 'medical'] },
    ]);
    expect(code(await step({ code: 'medical/devices', step: 'restore' }))).toEqual([409, 'no_successor']);
  });

  it.each([
    [{ scheme: 'region', broader: '' }, 409, 'list_is_closed'],
    [{ scheme: 'theme', broader: 'robotics', en: 'cobots' }, 409, 'term_exists'],
    [{ scheme: 'theme', broader: 'robotics/cobots' }, 422, 'validation_failed'],
    [{ scheme: 'theme', broader: 'nothing' }, 422, 'validation_failed'],
    [{ scheme: 'theme', broader: '', en: '!' }, 422, 'validation_failed'],
    [{ scheme: 'theme', broader: '', nl: 'een|twee' }, 422, 'validation_failed'],
    [{ scheme: 'theme', broader: '', synonymsEn: [' '] }, 422, 'validation_failed'],
  ])('do not take %j', async (wrong, status, name) => {
    const before = await read();
    const term = { ...WORDS, nl: 'iets', en: 'something', version: before.version, ...wrong };
    expect(code(await send('POST', '/taxonomy/terms', term))).toEqual([status, name]);
    expect(await read()).toEqual(before);
  });

  it('are imported after a look at what would happen, and exported so that nothing changes', async () => {
    const { version } = await read();
    const text = 'code;nl;en\nlasers;lasertechniek;laser technology\nsensors;meten;sensing\nlasers/x;;x\n';
    const file = { format: 'csv', scheme: 'theme', text };
    const plan = (await send('POST', '/taxonomy/imports/preview', file)).body as TaxonomyPlanDto;
    expect([plan.version, plan.added.map((term) => term.code), plan.changed.map(({ after }) => after.en)]).toEqual([
      version,
      ['lasers'],
      ['sensing'],
    ]);
    expect(plan.refused).toEqual([{ line: 4, what: 'lasers/x', why: 'no_words' }]);
    expect((await read()).version).toBe(version);
    const done = await send('POST', '/taxonomy/imports', { ...file, version });
    expect(find(done.body as TaxonomyDto, 'lasers')).toMatchObject({ nl: 'lasertechniek', state: 'active' });
    expect(code(await send('POST', '/taxonomy/imports', { ...file, version: version + 1 }))).toEqual([
      422,
      'validation_failed',
    ]);
    const whole = await read();
    for (const format of ['csv', 'turtle']) {
      const exported = await send('GET', `/taxonomy/file?format=${format}`);
      expect(exported.headers['content-type']).toContain('text/plain');
      const again = await send('POST', '/taxonomy/imports/preview', { format, scheme: 'theme', text: exported.text });
      expect(again.body).toEqual({
        version: whole.version,
        added: [],
        changed: [],
        same: whole.terms.length,
        refused: [],
      });
    }
    const broken = await send('POST', '/taxonomy/imports/preview', { ...file, format: 'turtle' });
    expect(code(broken)).toEqual([422, 'list_file_not_skos']);
  });

  it('tell their history, the newest first, and all of it', async () => {
    const pages: VersionsDto['items'] = [];
    for (let before = ''; ;) {
      const page = (await send('GET', `/vocabulary-versions?list=taxonomy${before}`)).body as VersionsDto;
      pages.push(...page.items);
      if (page.next === null) break;
      before = `&before=${page.next}`;
    }
    const { version } = await read();
    expect(pages.map(({ number }) => number)).toEqual(Array.from({ length: version }, (_, at) => version - at));
    const imported = pages.find(({ step }) => step === 'imported');
    expect([imported?.madeBy, imported?.changeCount, imported?.changes]).toEqual([
      'Beheer',
      2,
      [
        { before: null, after: 'lasertechniek / laser technology' },
        { before: expect.stringContaining(' / measuring') as string, after: 'meten / sensing' },
      ],
    ]);
    expect(pages.at(-1)).toMatchObject({ number: 1, step: 'delivered', madeBy: null });
  });

  it('have a glossary beside them: previewed, imported, searched, exported, and a pair taken away', async () => {
    const text = 'nl,en,synonyms\n=mof,coupling sleeve,nl:huls\nkeerklep,check valve,\n,x,\n';
    const plan = (await send('POST', '/glossary/imports/preview', { text })).body as GlossaryPlanDto;
    expect([plan.version, plan.added.length, plan.refused]).toEqual([0, 2, [{ line: 4, what: 'x', why: 'no_words' }]]);
    const done = (await send('POST', '/glossary/imports', { text, version: 0 })).body as GlossaryDto;
    expect([done.version, done.items.map(({ nl }) => nl)]).toEqual([1, ['=mof', 'keerklep']]);
    expect(code(await send('POST', '/glossary/imports', { text, version: 0 }))).toEqual([409, 'version_conflict']);
    expect(code(await send('POST', '/glossary/imports', { text, version: 1 }))).toEqual([422, 'validation_failed']);
    const found = (await send('GET', '/glossary?q=HULS')).body as GlossaryDto;
    expect(found.items.map(({ en, synonymsNl }) => [en, synonymsNl])).toEqual([['coupling sleeve', ['huls']]]);
    const exported = (await send('GET', '/glossary/file')).text;
    expect(exported).toContain("'=mof");
    const again = (await send('POST', '/glossary/imports/preview', { text: exported })).body as GlossaryPlanDto;
    expect([again.same, again.added, again.changed, again.refused]).toEqual([2, [], [], []]);
    const [first] = found.items;
    expect((await send('DELETE', `/glossary/${first?.id ?? ''}`)).status).toBe(204);
    expect(code(await send('DELETE', `/glossary/${first?.id ?? ''}`))).toEqual([404, 'not_found']);
    const history = (await send('GET', '/vocabulary-versions?list=glossary')).body as VersionsDto;
    expect(history.items.map(({ number, step, changes }) => [number, step, changes])).toEqual([
      [2, 'removed', [{ before: '=mof / coupling sleeve (+1)', after: null }]],
      [1, 'imported', [expect.anything(), expect.anything()]],
    ]);
  });

  it('have pages of a long glossary, each pair once', async () => {
    const { version } = (await send('GET', '/glossary')).body as GlossaryDto;
    const rows = Array.from({ length: 120 }, (_, at) => `woord ${String(at % 60)},word ${String(at)}`);
    await send('POST', '/glossary/imports', { text: `nl,en\n${rows.join('\n')}\n`, version });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = (await send('GET', `/glossary${cursor}`)).body as GlossaryDto;
      seen.push(...page.items.map(({ en }) => en));
      if (page.next === null) break;
      cursor = `?cursor=${page.next}`;
    }
    expect([seen.length, new Set(seen).size]).toEqual([121, 121]);
  });

  it('are kept by administrators alone', async () => {
    for (const path of ['/taxonomy', '/taxonomy/file?format=csv', '/glossary', '/vocabulary-versions?list=taxonomy']) {
      for (const other of others) {
        const answer = await world.request('GET', `/api/administration${path}`, { cookie: other });
        expect(code(answer)).toEqual([403, 'not_allowed']);
      }
    }
  });
});
