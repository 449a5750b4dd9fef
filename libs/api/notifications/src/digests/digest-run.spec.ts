import type { MailVariables } from '@htsm/api/core';
import { createTestWorld, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { makeOpenChallenges, makeSubscriber, makeSubscribers } from '../testing/subscribers.factory';
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
    await world.database.asOwner('TRUNCATE digest_item, digest_wave, mail_outbox, subscription, challenge CASCADE');
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
    expect(row?.variables.items.map((item) => [item.slug, item.matchedThemes, item.matchedRegion])).toEqual([
      ['robots', ['data_ai', 'robotics'], 'drenthe'],
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
    await world.database.asOwner(`UPDATE subscription SET state = 'active', frequency = 'daily' WHERE id = $1`, [
      reader.id,
    ]);
    await at(SUNDAY_NOON + 24 * HOUR);
    expect(await run.runDue()).toBe(1);
    expect(await sent()).toEqual({ 'back@example.nl': ['first', 'second'] });
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
    const other = new DigestRun(world.app.get(DigestRun)['database']);
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
