import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { Database, openDataSource } from '@htsm/api/core';
import { createTestWorld, makeOrganisation, makePerson, roleUrl, type TestWorld } from '@htsm/api/core/testing';
import { proposalsEntities } from '@htsm/api/proposals';
import { reviewsEntities } from '@htsm/api/reviews';
import type { RecommendationsDto } from '../dto/recommendation.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import { RecommendRun } from './recommend-run';

const entities = [...challengesEntities, ...proposalsEntities, ...reviewsEntities, ...matchingEntities];

/** An SME with a profile, and somebody of it. */
interface Sme {
  readonly id: string;
  readonly name: string;
  readonly cookie: string;
}

/** What the lines of a recommendation add up to. */
function additions(item: RecommendationsDto['items'][number] | undefined) {
  if (item?.words === undefined || item.words === null) throw new Error('There are no words');
  const { parts, words } = item;
  const sum = (lines: readonly { millionths: number }[]) => lines.reduce((all, line) => all + line.millionths, 0);
  return {
    whole: parts.text + parts.themes + parts.requirements + parts.evidence,
    terms: sum(words.terms) + words.otherTerms,
    documents: sum(words.documents),
  };
}

describe('recommendations', () => {
  let world: TestWorld;
  let worker: Awaited<ReturnType<typeof openDataSource>>;
  let run: RecommendRun;

  beforeEach(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MatchingModule],
      entities,
      texts: [challengesTexts, matchingTexts],
    });
    worker = await openDataSource(roleUrl(world.database, 'htsm_worker'), entities, 4);
    run = new RecommendRun(worker);
  });
  afterEach(async () => {
    await run.stop();
    await worker.destroy();
    await world.close();
  });

  async function makeSme(
    name: string,
    text: string,
    values: { locale?: string; showsName?: boolean } = {},
  ): Promise<Sme> {
    const organisation = await makeOrganisation(world.database, { kind: 'sme', name });
    const person = await makePerson(world.database, { organisationId: organisation.id });
    await world.database.asOwner(
      `INSERT INTO profile (organisation_id, locale, about, themes, shows_name) VALUES ($1, $2, 'Wij helpen fabrieken.', '{sensors}', $3)`,
      [organisation.id, values.locale ?? 'nl', values.showsName ?? true],
    );
    await world.database.asOwner(
      `INSERT INTO profile_document (organisation_id, kind, title, text, locale) VALUES ($1, 'project', $2, $3, $4)`,
      [organisation.id, `Project of ${name}`, text, values.locale ?? 'nl'],
    );
    return { id: organisation.id, name, cookie: await world.signInAs(person.id) };
  }
  const followAll = async (): Promise<void> => {
    while (await run.follow());
  };
  const list = async (path: string, cookie: string): Promise<RecommendationsDto['items']> =>
    ((await world.request('GET', path, { cookie })).body as RecommendationsDto).items; // the contract of the routes
  const leakChallenge = (organisationId?: string) =>
    makeChallenge(world.database, {
      titleNl: 'Lekkages in persluchtleidingen',
      summaryNl: 'Wij verliezen perslucht en willen lekken snel vinden en dichten.',
      themes: ['sensors'],
      ...(organisationId === undefined ? {} : { organisationId }),
    });

  it('find the SME whose profile is in the other language, and say why', async () => {
    const seeker = await makeSme('Seepage Ltd', 'We locate seepage in compressed air pipes with acoustic cameras.', {
      locale: 'en',
    });
    await makeSme('Oak', 'Eikenhouten tafels en stoelen voor scholen.');
    const challenge = await leakChallenge();
    await followAll();
    const [best] = await list('/api/my/recommendations', seeker.cookie);
    expect(best).toMatchObject({
      challengeId: challenge.id,
      challengeTitle: 'Lekkages in persluchtleidingen',
      organisationName: 'Seepage Ltd',
      themes: [{ code: 'sensors', how: 'same' }],
      requirements: [
        { kind: 'regions', asked: 'drenthe', metPercent: null, millionths: 0 },
        { kind: 'trl', asked: '4-7', metPercent: null, millionths: 0 },
      ],
    });
    expect(best?.words?.terms).toContainEqual(
      expect.objectContaining({
        asked: 'Lekkages',
        found: 'Seepage',
        how: 'meaning',
        documentTitle: 'Project of Seepage Ltd',
      }),
    );
    expect(additions(best)).toEqual({ whole: best?.score, terms: best?.parts.text, documents: best?.parts.text });
  });

  it('say in the language of the reader what a challenge of two languages asks', async () => {
    const { cookie } = await makeSme('Seepage Ltd', 'We locate seepage in compressed air pipes.', { locale: 'en' });
    await makeChallenge(world.database, {
      titleNl: 'Lekkages in persluchtleidingen',
      summaryNl: 'Wij verliezen perslucht en willen lekkages snel vinden en dichten.',
      titleEn: 'Leakage in compressed air lines',
      summaryEn: 'We lose air.',
      themes: ['sensors'],
    });
    await followAll();
    const leak = async (language: string) => {
      const [item] = await list('/api/my/recommendations', `${cookie}; lang=${language}`);
      return item?.words?.terms.find(({ found }) => found === 'Seepage');
    };
    expect(await leak('nl')).toMatchObject({ asked: 'Lekkages', found: 'Seepage', how: 'meaning' });
    expect(await leak('en')).toMatchObject({ asked: 'Leakage', found: 'Seepage', how: 'meaning' });
  });

  it('show an SME its own alone, the owner who wants to be seen without their words, the taskforce everything', async () => {
    const open = await makeSme('Open BV', 'Wij sporen lekkages in persluchtleidingen op.');
    const shy = await makeSme('Shy BV', 'Wij dichten lekkages in persluchtleidingen.', { showsName: false });
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const owner = await world.signInAs((await makePerson(world.database, { organisationId: company.id })).id);
    const stranger = await makeOrganisation(world.database, { kind: 'company' });
    const other = await world.signInAs((await makePerson(world.database, { organisationId: stranger.id })).id);
    const taskforce = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
    const { id } = await leakChallenge(company.id);
    await followAll();
    const seen = async (path: string, cookie: string) =>
      (await list(path, cookie)).map(({ organisationName, words }) => [organisationName, words !== null]).sort();
    expect(await seen('/api/my/recommendations', open.cookie)).toEqual([['Open BV', true]]);
    expect(await seen('/api/my/recommendations', shy.cookie)).toEqual([['Shy BV', true]]);
    expect(await seen(`/api/my/challenges/${id}/recommendations`, owner)).toEqual([['Open BV', false]]);
    expect(await seen(`/api/taskforce/challenges/${id}/recommendations`, taskforce)).toEqual([
      ['Open BV', true],
      ['Shy BV', true],
    ]);
    expect((await world.request('GET', `/api/my/challenges/${id}/recommendations`, { cookie: other })).status).toBe(
      404,
    );
  });

  it('follow what changes: a profile, a document, a challenge that closes, a profile that goes', async () => {
    const sme = await makeSme('Later BV', 'Eikenhouten tafels.');
    await world.database.asOwner(`UPDATE profile SET themes = '{}' WHERE organisation_id = $1`, [sme.id]);
    const { id } = await leakChallenge();
    await followAll();
    const titles = async () => (await list('/api/my/recommendations', sme.cookie)).map((item) => item.challengeTitle);
    expect(await titles()).toEqual([]);
    await world.database.asOwner(
      `UPDATE profile_document SET text = 'Wij sporen lekkages in persluchtleidingen op.' WHERE organisation_id = $1`,
      [sme.id],
    );
    await followAll();
    expect(await titles()).toEqual(['Lekkages in persluchtleidingen']);
    await world.database.asOwner(`UPDATE challenge SET state = 'evaluating' WHERE id = $1`, [id]);
    await followAll();
    expect(await world.database.asOwner('SELECT id FROM recommendation')).toEqual([]);
    await world.database.asOwner(`UPDATE challenge SET state = 'open' WHERE id = $1`, [id]);
    await followAll();
    await world.database.asOwner('DELETE FROM profile');
    await followAll();
    expect(await world.database.asOwner('SELECT id FROM recommendation')).toEqual([]);
    expect(await world.database.asOwner('SELECT number FROM match_change')).toEqual([]);
  });

  it('are computed by one worker at a time, and by another when that one is gone', async () => {
    const second = new RecommendRun(worker);
    await makeSme('Open BV', 'Wij sporen lekkages in persluchtleidingen op.');
    await leakChallenge();
    await followAll();
    await makeSme('Late BV', 'Wij dichten lekkages in persluchtleidingen.');
    expect(await second.follow()).toBe(false);
    await run.stop();
    while (await second.follow());
    await second.stop();
    expect(await world.database.asOwner('SELECT count(*)::int AS all FROM recommendation')).toEqual([{ all: 2 }]);
  });

  it('are computed anew when another engine made them', async () => {
    const sme = await makeSme('Open BV', 'Wij sporen lekkages in persluchtleidingen op.');
    await leakChallenge();
    await followAll();
    const [before] = await list('/api/my/recommendations', sme.cookie);
    await world.database.asOwner(`UPDATE recommendation SET engine = 'old', score = 70000`);
    await run.stop();
    await followAll();
    expect(await list('/api/my/recommendations', sme.cookie)).toEqual([
      { ...before, computedAt: expect.any(String) as string },
    ]);
  });

  it('keep what was made of each text, which the API cannot see, and make it once', async () => {
    const { id, cookie } = await makeSme('Open BV', 'Wij sporen lekkages in persluchtleidingen op.');
    await leakChallenge();
    await followAll();
    const made = () =>
      world.database.asOwner<{ isOwn: boolean; made: string; bytes: number }>(
        `SELECT document_id = organisation_id AS "isOwn", xmin::text AS made, length(terms) AS bytes FROM match_analysis ORDER BY 1`,
      );
    const [document, own] = await made();
    await world.database.asOwner(`UPDATE profile_document SET text = 'Eiken tafels.' WHERE organisation_id = $1`, [id]);
    await followAll();
    const [after, ownAfter] = await made();
    expect(ownAfter).toEqual(own);
    expect(after?.made).not.toBe(document?.made);
    expect(after?.bytes).toBeLessThan(document?.bytes ?? 0);
    const session = await world.request('GET', '/api/my/recommendations', { cookie });
    expect(session.status).toBe(200);
    await expect(
      world.app.get(Database).as({ kind: 'anonymous' }, (tx) => tx.rows('SELECT FROM match_analysis')),
    ).rejects.toThrow('permission denied for table match_analysis');
    expect(
      await world.database.asOwner(
        `SELECT relrowsecurity AND relforcerowsecurity AS "isGuarded", (SELECT array_agg(polroles::regrole[]::text) FROM pg_policy WHERE polrelid = c.oid) AS roles
         FROM pg_class c WHERE c.oid = 'match_analysis'::regclass`,
      ),
    ).toEqual([{ isGuarded: true, roles: ['{htsm_worker,htsm_owner}'] }]);
  });

  it('go on while texts are read anew for another thesaurus', async () => {
    const sme = await makeSme('Open BV', 'Wij sporen lekkages in persluchtleidingen op.');
    await leakChallenge();
    await followAll();
    const kept = () =>
      world.database.asOwner('SELECT document_id, version, terms FROM match_analysis ORDER BY document_id');
    const before = await kept();
    const [shown] = await list('/api/my/recommendations', sme.cookie);
    await world.database.asOwner(`UPDATE match_analysis SET version = '1-old'`);
    await world.database.asOwner(`UPDATE recommendation SET engine = '1-old'`);
    await run.stop();
    const late = await makeSme('Late BV', 'Wij dichten lekkages in persluchtleidingen.');
    await run.follow(); // serves the newcomer first
    expect((await list('/api/my/recommendations', late.cookie)).length).toBe(1);
    expect(
      await world.database.asOwner(`SELECT count(*)::int AS old FROM match_analysis WHERE version = '1-old'`),
    ).toEqual([{ old: 2 }]);
    await followAll();
    expect(await kept()).toEqual(expect.arrayContaining(before));
    expect(await list('/api/my/recommendations', sme.cookie)).toMatchObject([{ id: shown?.id }]);
    expect(
      await world.database.asOwner(`SELECT count(*)::int AS old FROM recommendation WHERE engine = '1-old'`),
    ).toEqual([{ old: 0 }]);
  });

  it('learn words from the operator, and forget them again', async () => {
    const sme = await makeSme('Zwiep BV', 'Wij bouwen zwiepmolens.');
    await world.database.asOwner(`UPDATE profile SET themes = '{}', about = ''`);
    await makeChallenge(world.database, {
      titleNl: '',
      titleEn: 'Whisk towers',
      summaryNl: '',
      summaryEn: 'We look for builders of whisk towers.',
      themes: ['sensors'],
    });
    await followAll();
    const titles = async () => (await list('/api/my/recommendations', sme.cookie)).map((item) => item.challengeTitle);
    expect(await titles()).toEqual([]);
    const version = (number: number) =>
      world.database.asOwner(
        `INSERT INTO vocabulary_version (list, number, step) VALUES ('glossary', $1, 'imported')`,
        [number],
      );
    await version(1);
    await world.database.asOwner(`INSERT INTO glossary_term (nl, en, version) VALUES ('zwiepmolen', 'whisk tower', 1)`);
    await followAll();
    expect(await titles()).toEqual(['Whisk towers']);
    await version(2);
    await world.database.asOwner('DELETE FROM glossary_term');
    await followAll();
    expect(await titles()).toEqual([]);
  });
});
