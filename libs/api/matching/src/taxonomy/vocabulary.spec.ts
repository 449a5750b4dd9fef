import { TAXONOMY_CODE, topOf } from '@htsm/domain';
import { builtInTaxonomy } from '@htsm/domain/themes';
import { conceptOf } from '@htsm/domain/matching';
import { Database, type Actor } from '@htsm/api/core';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, openWorkerClock } from '@htsm/api/challenges/testing';
import { MatchingModule, matchingEntities, matchingTexts } from '../index';
import { glossaryVersion, readGlossary, taxonomyVersion } from './read-glossary';

describe('the lists that come with the product', () => {
  const terms = builtInTaxonomy();

  it('have twelve themes with four below each, and a code once', () => {
    const themes = terms.filter(({ scheme }) => scheme === 'theme');
    const tops = themes.filter(({ broader }) => broader === '').map(({ code }) => code);
    expect(tops).toHaveLength(12);
    for (const top of tops) expect(themes.filter(({ broader }) => broader === top)).toHaveLength(4);
    expect(new Set(terms.map(({ scheme, code }) => `${scheme}:${code}`)).size).toBe(terms.length);
  });

  it('are well formed: codes, words in both languages, something above that is there', () => {
    const codes = new Set(terms.map(({ code }) => code));
    const wrong = terms.filter(
      ({ code, nl, en, broader, synonymsNl, synonymsEn }) =>
        !TAXONOMY_CODE.test(code) ||
        nl === '' ||
        en === '' ||
        (broader !== '' && !codes.has(broader)) ||
        (code.includes('/') && broader !== topOf(code)) ||
        [nl, en, ...synonymsNl, ...synonymsEn].some((word) => word.trim() !== word || word === '' || word.length > 80),
    );
    expect(wrong).toEqual([]);
  });
});

describe('words in the database', () => {
  let world: TestWorld;
  let database: Database;
  let administrator: Actor;
  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MatchingModule],
      entities: [...challengesEntities, ...matchingEntities],
      texts: [challengesTexts, matchingTexts],
    });
    database = world.app.get(Database);
    administrator = await actor(['administration']);
  });
  afterAll(() => world.close());

  async function actor(bodies: ('administration' | 'taskforce')[]): Promise<Actor> {
    const { id } = await makePerson(world.database, { bodies });
    return { kind: 'user', userId: id, sessionId: null, email: '', name: '', locale: 'nl', bodies, organisations: [] };
  }

  it('start as they come with the product, in its order', async () => {
    const rows = await world.database.asOwner(
      `SELECT scheme, code, broader, label_nl AS nl, label_en AS en, synonyms_nl AS "synonymsNl", synonyms_en AS "synonymsEn", notation
       FROM taxonomy_term ORDER BY array_position(ARRAY['theme', 'capability', 'certificate', 'company_size', 'region', 'readiness', 'sbi_2025'], scheme), position`,
    );
    expect(rows).toEqual(builtInTaxonomy());
  });

  it('are told to the matching engine with their version, the operator’s first', async () => {
    const before = await database.as(administrator, readGlossary);
    expect(before.version).toBe('1.0');
    expect(before.rows.every((row) => conceptOf(row, false) !== null)).toBe(true);
    await world.database.asOwner(
      `INSERT INTO vocabulary_version (list, number, step) VALUES ('glossary', 1, 'imported')`,
    );
    await world.database.asOwner(
      `INSERT INTO glossary_term (nl, en, synonyms_nl, synonyms_en, broader, version) VALUES ('mof', 'coupling sleeve', '{koppelmof}', '{muff}', '{pipe}', 1)`,
    );
    const { version, rows } = await database.as(administrator, readGlossary);
    expect([version, rows[0], rows.length]).toEqual([
      '1.1',
      ['coupling sleeve|muff', 'mof|koppelmof', 'pipe'],
      before.rows.length + 1,
    ]);
    const versions = database.as(administrator, async (tx) => [await taxonomyVersion(tx), await glossaryVersion(tx)]);
    expect(await versions).toEqual([1, 1]);
  });

  it('are the only ones that a challenge can have; a merged one becomes its successor, everywhere', async () => {
    const { id: organisationId } = await makeOrganisation(world.database, { kind: 'company' });
    await world.database.asOwner(`INSERT INTO profile (organisation_id, themes) VALUES ($1, '{additive/joining}')`, [
      organisationId,
    ]);
    const { id: createdBy } = await makePerson(world.database, { organisationId });
    const values = { organisationId, createdBy };
    await expect(makeChallenge(world.database, { ...values, themes: ['magic'] })).rejects.toThrow(
      'not in the list theme',
    );
    const made = await makeChallenge(world.database, {
      ...values,
      themes: ['additive/joining', 'robotics', 'additive'],
    });
    await database.as(administrator, async (tx) => {
      await tx.run(
        `UPDATE taxonomy_term SET state = 'merged', replaced_by = 'additive' WHERE code = 'additive/joining'`,
      );
      await tx.run(`SELECT replace_code('theme', 'additive/joining', 'additive')`);
    });
    const themes = (): Promise<unknown> =>
      world.database.asOwner('SELECT themes FROM challenge WHERE id = $1', [made.id]);
    expect(await themes()).toEqual([{ themes: ['additive', 'robotics'] }]);
    expect(
      await world.database.asOwner('SELECT themes FROM profile WHERE organisation_id = $1', [organisationId]),
    ).toEqual([{ themes: ['additive'] }]);
    await world.database.asOwner(`UPDATE challenge SET themes = '{additive/joining}' WHERE id = $1`, [made.id]);
    expect(await themes()).toEqual([{ themes: ['additive'] }]);
  });

  it('that are retired stay where they are and are not chosen anew', async () => {
    const { id } = await makeOrganisation(world.database, { kind: 'sme' });
    await world.database.asOwner(`INSERT INTO profile (organisation_id, themes) VALUES ($1, '{medical/devices}')`, [
      id,
    ]);
    await world.database.asOwner(`UPDATE taxonomy_term SET state = 'retired' WHERE code = 'medical/devices'`);
    const choose = (themes: string, of: string): Promise<unknown> =>
      world.database.asOwner(`UPDATE profile SET themes = $1 WHERE organisation_id = $2`, [themes, of]);
    await choose('{medical/devices,robotics}', id);
    const { id: other } = await makeOrganisation(world.database, { kind: 'sme' });
    await world.database.asOwner('INSERT INTO profile (organisation_id) VALUES ($1)', [other]);
    await expect(choose('{medical/devices}', other)).rejects.toThrow('not in the list theme');
  });

  it('are merged by administrators alone, and what was is never lost', async () => {
    const taskforce = await actor(['taskforce']);
    await expect(
      database.as(taskforce, (tx) => tx.run(`SELECT replace_code('theme', 'robotics', 'sensors')`)),
    ).rejects.toThrow('Only administrators merge terms');
    const written = await world.database.asOwner(
      `SELECT before ->> 'state' AS before, after ->> 'state' AS after FROM vocabulary_change
       WHERE before ->> 'code' IN ('additive/joining', 'medical/devices') ORDER BY number`,
    );
    expect(written).toEqual([
      { before: 'active', after: 'merged' },
      { before: 'active', after: 'retired' },
    ]);
    const worker = await openWorkerClock(world);
    for (const table of ['vocabulary_change', 'vocabulary_version', 'taxonomy_term']) {
      await expect(worker.database.asSystem((tx) => tx.run(`DELETE FROM ${table}`))).rejects.toThrow(
        'permission denied',
      );
      await expect(database.as(administrator, (tx) => tx.run(`DELETE FROM ${table}`))).rejects.toThrow(
        'permission denied',
      );
    }
    await worker.close();
  });
});
