import type { MailVariables } from '@htsm/api/core';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { addInterest, makeOpenChallenges, makeSubscriber, makeSubscribers } from '../testing/subscribers.factory';
import { ChallengeWords } from './challenge-words';
import { DigestRun } from './digest-run';

/** A Sunday noon in winter; the tests count from here. */
const SUNDAY_NOON = Date.parse('2027-01-10T11:00:00Z');
const HOUR = 3_600_000;

describe('digests', () => {
  let world: TestWorld;
  let run: DigestRun;

  beforeAll(async () => {
    world = await createTestWorld(
      { modules: [NotificationsModule], entities: [], texts: [notificationsTexts] },
      'worker',
    );
    run = world.app.get(DigestRun);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.database.asOwner(
      'TRUNCATE digest_item, digest_wave, mail_outbox, subscription, challenge, profile CASCADE',
    );
    await at(SUNDAY_NOON);
  });

  const at = (instant: number) => world.database.shiftClock(instant - Date.now());

  /** Who was sent which challenges, by address. */
  async function sent(): Promise<Record<string, string[]>> {
    const rows = await world.database.asOwner<{ to_email: string; variables: MailVariables['digest'] }>(
      `SELECT to_email, variables FROM mail_outbox WHERE kind = 'digest' ORDER BY created_at`,
    );
    const slugs: Record<string, string[]> = {};
    for (const row of rows) (slugs[row.to_email] ??= []).push(...row.variables.items.map((item) => item.slug));
    return slugs;
  }

  it('go at once to whom a challenge fits, with the reasons, and never again', async () => {
    await makeOpenChallenges(world.database, [
      { slug: 'robots', themes: ['robotics', 'data_ai'], region: 'drenthe' },
      { slug: 'medicine', themes: ['medical'], region: 'groningen' },
      { slug: 'not-yet', themes: ['robotics'], state: 'scheduled' },
    ]);
    await makeSubscriber(world.database, { email: 'all@example.nl' });
    await makeSubscriber(world.database, {
      email: 'robots@example.nl',
      themes: ['data_ai', 'robotics'],
      regions: ['drenthe'],
    });
    await makeSubscriber(world.database, { email: 'nothing@example.nl', themes: ['circularity'] });
    await makeSubscriber(world.database, { email: 'unconfirmed@example.nl', state: 'pending' });
    await makeSubscriber(world.database, { email: 'gone@example.nl', state: 'unsubscribed' });
    expect(await run.runDue()).toBe(2);
    expect(await run.runDue()).toBe(0);
    const mails = await sent();
    expect(Object.keys(mails).sort()).toEqual(['all@example.nl', 'robots@example.nl']);
    expect(mails['all@example.nl']?.sort()).toEqual(['medicine', 'robots']);
    const [row] = await world.database.asOwner<{ variables: MailVariables['digest'] }>(
      `SELECT variables FROM mail_outbox WHERE to_email = 'robots@example.nl'`,
    );
    expect(row?.variables.items.map((item) => [item.slug, item.reasons])).toEqual([
      [
        'robots',
        [
          {
            interestId: row?.variables.interests[0]?.id,
            themes: ['data_ai', 'robotics'],
            region: 'drenthe',
            words: [],
            isOfOrganisation: false,
            profile: null,
          },
        ],
      ],
    ]);
  });

  it('at once tell only what is new when the next challenge opens', async () => {
    await makeSubscriber(world.database, { email: 'all@example.nl' });
    await makeOpenChallenges(world.database, [{ slug: 'first' }]);
    await run.runDue();
    await makeOpenChallenges(world.database, [{ slug: 'second' }]);
    expect(await run.runDue()).toBe(1);
    expect(await sent()).toEqual({ 'all@example.nl': ['first', 'second'] });
  });

  it('wait for seven in the morning, and on Monday for the weekly ones', async () => {
    await makeSubscriber(world.database, { email: 'daily@example.nl', frequency: 'daily' });
    await makeSubscriber(world.database, { email: 'weekly@example.nl', frequency: 'weekly' });
    await makeOpenChallenges(world.database, [{ slug: 'first' }]);
    expect(await run.runDue()).toBe(0);
    await at(SUNDAY_NOON + 18.9 * HOUR); // Monday 06:54 in Amsterdam
    expect(await run.runDue()).toBe(0);
    await at(SUNDAY_NOON + 19.1 * HOUR); // Monday 07:06
    expect(await run.runDue()).toBe(2);
    await makeOpenChallenges(world.database, [{ slug: 'second' }]);
    expect(await run.runDue()).toBe(0);
    await at(SUNDAY_NOON + 43.1 * HOUR); // Tuesday 07:06
    expect(await run.runDue()).toBe(1);
    await at(SUNDAY_NOON + 67.1 * HOUR); // Wednesday: nothing new, so no mail
    expect(await run.runDue()).toBe(0);
    await at(SUNDAY_NOON + (19.1 + 168) * HOUR);
    expect(await run.runDue()).toBe(1);
    expect(await sent()).toEqual({ 'daily@example.nl': ['first', 'second'], 'weekly@example.nl': ['first', 'second'] });
  });

  it('never repeat a challenge to somebody who left, came back and changed their mind', async () => {
    const reader = await makeSubscriber(world.database, { email: 'back@example.nl' });
    await makeOpenChallenges(world.database, [{ slug: 'first' }]);
    await run.runDue();
    await world.database.asOwner(`UPDATE subscription SET state = 'unsubscribed' WHERE id = $1`, [reader.id]);
    await makeOpenChallenges(world.database, [{ slug: 'second' }]);
    expect(await run.runDue()).toBe(0);
    await world.database.asOwner(`UPDATE subscription SET state = 'active', next_at = htsm_now() WHERE id = $1`, [
      reader.id,
    ]);
    await world.database.asOwner(`UPDATE interest SET frequency = 'daily' WHERE subscription_id = $1`, [reader.id]);
    await at(SUNDAY_NOON + 24 * HOUR);
    expect(await run.runDue()).toBe(1);
    expect(await sent()).toEqual({ 'back@example.nl': ['first', 'second'] });
  });

  it('tell a challenge once, with every reason, when interests overlap, and each interest has its own rhythm', async () => {
    const reader = await makeSubscriber(world.database, {
      email: 'two@example.nl',
      name: 'Robots',
      themes: ['robotics'],
    });
    await addInterest(world.database, reader.id, { name: 'Drenthe', regions: ['drenthe'] });
    await addInterest(world.database, reader.id, { name: 'Alles', frequency: 'weekly', weekday: 2 });
    await makeOpenChallenges(world.database, [
      { slug: 'both', themes: ['robotics'], region: 'drenthe' },
      { slug: 'neither', themes: ['medical'], region: 'groningen' },
    ]);
    expect(await run.runDue()).toBe(1);
    await at(SUNDAY_NOON + 43.1 * HOUR); // Tuesday 07:06
    expect(await run.runDue()).toBe(1);
    await at(SUNDAY_NOON + (43.1 + 168) * HOUR);
    expect(await run.runDue()).toBe(0);
    expect(await sent()).toEqual({ 'two@example.nl': ['both', 'neither'] });
    const rows = await world.database.asOwner<{ variables: MailVariables['digest'] }>(
      `SELECT variables FROM mail_outbox ORDER BY created_at`,
    );
    const named = rows.map(({ variables: { frequency, interests, items } }) => [
      frequency,
      items.map((item) => item.reasons.map((reason) => interests.find(({ id }) => id === reason.interestId)?.name)),
    ]);
    expect(named).toEqual([
      ['at_once', [['Robots', 'Drenthe']]],
      ['weekly', [['Alles']]],
    ]);
  });

  it('find words in the other language, and say which word they met', async () => {
    const [leak] = await makeOpenChallenges(world.database, [{ slug: 'leak' }, { slug: 'other' }]);
    await world.database.asOwner(
      `UPDATE challenge SET problem_en = '<p>Find <b>seepage</b> early</p>', version = version + 1 WHERE id = $1`,
      [leak],
    );
    await makeSubscriber(world.database, { email: 'words@example.nl', words: 'lekkage' });
    expect(await run.runDue()).toBe(1);
    const [row] = await world.database.asOwner<{ variables: MailVariables['digest'] }>(
      `SELECT variables FROM mail_outbox`,
    );
    expect(row?.variables.items.map((item) => [item.slug, item.reasons[0]?.words])).toEqual([
      ['leak', [{ asked: 'lekkage', found: 'seepage' }]],
    ]);
  });

  it('follow one organisation', async () => {
    const [first] = await makeOpenChallenges(world.database, [{ slug: 'followed' }]);
    await makeOpenChallenges(world.database, [{ slug: 'stranger' }]);
    const [owner] = await world.database.asOwner<{ id: string }>(
      'SELECT organisation_id AS id FROM challenge WHERE id = $1',
      [first],
    );
    await makeSubscriber(world.database, { email: 'fan@example.nl', organisationId: owner?.id ?? '' });
    await run.runDue();
    expect(await sent()).toEqual({ 'fan@example.nl': ['followed'] });
  });

  it("tell what fits the profile of the reader's SME, also when that is found out later than the challenge opens", async () => {
    const sme = await makeOrganisation(world.database);
    const reader = await makePerson(world.database, { organisationId: sme.id });
    await world.database.asOwner('INSERT INTO profile (organisation_id) VALUES ($1)', [sme.id]);
    await makeSubscriber(world.database, { email: reader.email, userId: reader.id, followsProfile: true });
    await makeSubscriber(world.database, { email: 'no-profile@example.nl', followsProfile: true });
    const [fitting] = await makeOpenChallenges(world.database, [{ slug: 'fits' }, { slug: 'does-not' }]);
    expect(await run.runDue()).toBe(0);
    await world.database.asOwner(
      `WITH made AS (
         INSERT INTO recommendation (challenge_id, organisation_id, score, explanation, organisation_name, shows_name, engine)
         VALUES ($1, $2, 400000, '{"themes": [{"code": "robotics", "how": "same"}, {"code": "medical", "how": "none"}]}', 'Sme', true, '1') RETURNING id)
       INSERT INTO recommendation_words SELECT id, '{"terms": [{"asked": "stapelen", "found": "palletising"}]}' FROM made`,
      [fitting, sme.id],
    );
    expect(await run.runDue()).toBe(1);
    expect(await run.runDue()).toBe(0);
    const [row] = await world.database.asOwner<{ variables: MailVariables['digest'] }>(
      `SELECT variables FROM mail_outbox`,
    );
    expect(row?.variables.items.map((item) => [item.slug, item.reasons[0]?.profile])).toEqual([
      ['fits', { themes: ['robotics'], words: [{ asked: 'palletising', found: 'stapelen' }] }],
    ]);
    expect(await sent()).toEqual({ [reader.email]: ['fits'] });
  });

  it('keep quiet days quiet, and make up for them on the next other day at seven', async () => {
    const reader = await makeSubscriber(world.database, { email: 'quiet@example.nl' });
    await world.database.asOwner(
      `UPDATE subscription SET quiet_weekends = true, quiet_dates = '[{"from": "2027-01-11", "until": "2027-01-12"}]' WHERE id = $1`,
      [reader.id],
    );
    await makeOpenChallenges(world.database, [{ slug: 'first' }]);
    expect(await run.runDue()).toBe(0); // Sunday
    await at(SUNDAY_NOON + 43.1 * HOUR); // Tuesday 07:06
    expect(await run.runDue()).toBe(0);
    await at(SUNDAY_NOON + 66.9 * HOUR); // Wednesday 06:54
    expect(await run.runDue()).toBe(0);
    await at(SUNDAY_NOON + 67.1 * HOUR);
    expect(await run.runDue()).toBe(1);
    expect(await sent()).toEqual({ 'quiet@example.nl': ['first'] });
  });

  it('announce everything that matches, however much it is', async () => {
    await makeSubscriber(world.database, { email: 'all@example.nl' });
    const slugs = Array.from({ length: 60 }, (_, n) => `many-${n}`);
    await makeOpenChallenges(
      world.database,
      slugs.map((slug) => ({ slug })),
    );
    expect(await run.runDue()).toBe(1);
    expect((await sent())['all@example.nl']?.sort()).toEqual([...slugs].sort());
  });

  it('do not tell of a challenge that has closed meanwhile', async () => {
    await makeOpenChallenges(world.database, [{ slug: 'late' }]);
    await at(SUNDAY_NOON + 61 * 24 * HOUR);
    await makeSubscriber(world.database);
    expect(await run.runDue()).toBe(0);
    expect(await sent()).toEqual({});
  });

  it('reach everybody once when two runs work side by side and challenges open meanwhile', async () => {
    await makeSubscribers(world.database, 'reader', 1_000);
    await makeOpenChallenges(world.database, [{ slug: 'first' }, { slug: 'second' }]);
    const other = new DigestRun(world.app.get(DigestRun)['database'], world.app.get(ChallengeWords));
    const written = await Promise.all([
      run.runDue(),
      other.runDue(),
      makeOpenChallenges(world.database, [{ slug: 'third' }]).then(() => 0),
      other.runDue(),
    ]);
    const rest = await run.runDue();
    const [facts] = await world.database.asOwner<{ items: string; readers: string; mails: string }>(
      `SELECT (SELECT count(*) FROM digest_item) AS items, (SELECT count(DISTINCT to_email) FROM mail_outbox) AS readers,
         (SELECT count(*) FROM mail_outbox) AS mails`,
    );
    expect(facts).toEqual({
      items: '3000',
      readers: '1000',
      mails: String(written.reduce((sum, n) => sum + n, 0) + rest),
    });
    const mails = await sent();
    for (const slugs of Object.values(mails)) expect(slugs.sort()).toEqual(['first', 'second', 'third']);
  });

  it('leave nothing half done when a batch fails', async () => {
    await makeSubscriber(world.database, { email: 'all@example.nl' });
    await makeOpenChallenges(world.database, [{ slug: 'first' }]);
    await world.database.asOwner('ALTER TABLE digest_item ADD CONSTRAINT broken CHECK (false)');
    await expect(run.runDue()).rejects.toThrow('broken');
    await world.database.asOwner('ALTER TABLE digest_item DROP CONSTRAINT broken');
    expect(await sent()).toEqual({});
    expect(await run.runDue()).toBe(1);
    expect(await sent()).toEqual({ 'all@example.nl': ['first'] });
  });
});
