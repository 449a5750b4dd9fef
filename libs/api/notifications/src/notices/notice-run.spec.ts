import { randomUUID } from 'node:crypto';
import { Database, MailOutbox, type MailRecipient, type NoticeSubject } from '@htsm/api/core';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { MailRenderer } from '../mail/mail-renderer';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { makeOpenChallenges } from '../testing/subscribers.factory';
import { NoticeRun } from './notice-run';

/** A Wednesday noon in winter; the tests count from here, in minutes. */
const NOON = Date.parse('2027-01-13T11:00:00Z');
/** Twenty past midnight of the next day, and seven in the morning. */
const [NEXT_DAY, SEVEN] = [12 * 60 + 20, 19 * 60];

describe('mails of notices', () => {
  let world: TestWorld;
  let run: NoticeRun;

  beforeAll(async () => {
    world = await createTestWorld(
      { modules: [NotificationsModule], entities: [], texts: [notificationsTexts] },
      'worker',
    );
    run = world.app.get(NoticeRun);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.database.asOwner('TRUNCATE mail_outbox, notice, notice_mute, notice_choice, challenge CASCADE');
    await at(0);
  });

  const at = (minutes: number) => world.database.shiftClock(NOON + minutes * 60_000 - Date.now());
  async function reader(values: Parameters<typeof makePerson>[1] = {}): Promise<MailRecipient> {
    const { id, name, email } = await makePerson(world.database, values);
    return { userId: id, name, email, locale: 'nl' };
  }
  const challenge = async (): Promise<NoticeSubject> => {
    const [id = ''] = await makeOpenChallenges(world.database, [{}]);
    return { type: 'challenge', id };
  };
  async function tell(to: MailRecipient, about: NoticeSubject, title: string, key = randomUUID()): Promise<void> {
    const variables = {
      name: to.name,
      challengeTitle: title,
      closesAt: '2027-02-01T16:00:00Z',
      path: `/x/${about.id}`,
    };
    const mail = { kind: 'followed_moved', to, variables, about, dedupeKey: key } as const;
    await world.app.get(Database).asSystem((tx) => world.app.get(MailOutbox).enqueue(tx, mail));
  }
  /** What goes out: for each mail its kind and the titles it names; in the order of its writing. */
  async function out(to: MailRecipient): Promise<string[]> {
    const rows = await world.database.asOwner<{ line: string }>(
      `SELECT kind || ': ' || coalesce((SELECT string_agg(i->'variables'->>'challengeTitle', ' ') FROM jsonb_array_elements(variables->'items') i),
         variables->>'challengeTitle', '') AS line FROM mail_outbox WHERE state = 'queued' AND to_user_id = $1 ORDER BY coalesce(released_at, created_at), id`,
      [to.userId],
    );
    return rows.map(({ line }) => line);
  }
  const states = async () =>
    world.database.asOwner(`SELECT state, count(*)::int AS n FROM mail_outbox GROUP BY state ORDER BY state`);

  it('are one for ten events on one thing, and name all ten', async () => {
    const one = await reader();
    const [busy, other] = [await challenge(), await challenge()];
    for (let n = 0; n < 10; n += 1) {
      await at(n);
      await tell(one, busy, `t${n}`);
    }
    await tell(one, other, 'apart');
    expect(await run.runDue()).toBe(0);
    await at(11);
    expect([await run.runDue(), await run.runDue()]).toEqual([1, 0]);
    expect(await out(one)).toEqual(['notices_merged: t0 t1 t2 t3 t4 t5 t6 t7 t8 t9']);
    await at(22);
    expect(await run.runDue()).toBe(1);
    expect(await out(one)).toEqual(['notices_merged: t0 t1 t2 t3 t4 t5 t6 t7 t8 t9', 'followed_moved: apart']);
    expect(await states()).toEqual([
      { state: 'merged', n: 10 },
      { state: 'queued', n: 2 },
    ]);
  });

  it('say in words what each would have said, with every address once', async () => {
    const variables = (title: string) => ({ name: 'Jan', challengeTitle: title, reason: `Want ${title}`, path: '/x' });
    const items = ['Een', 'Twee'].map((title) => ({
      kind: 'followed_cancelled' as const,
      variables: variables(title),
    }));
    const occasion = {
      kind: 'notices_merged',
      locale: 'nl',
      toEmail: '',
      queuedAt: new Date(),
      subscriptionId: null,
    } as const;
    const { text } = world.app.get(MailRenderer).render(occasion, { name: 'Jan', items });
    for (const words of ['Want Een', 'Want Twee', '/my/notifications/choices'])
      expect(text.split(words)).toHaveLength(2);
    expect(text.match(/Beste Jan/g)).toHaveLength(1);
    expect(text.match(/localhost:3000\/x$/gm)).toHaveLength(1);
  });

  it('are at most twenty on a day; the rest comes in one daily mail, at seven', async () => {
    const one = await reader();
    for (let n = 0; n < 25; n += 1) await tell(one, await challenge(), `c${n}`);
    await at(11);
    expect(await run.runDue()).toBe(20);
    await tell(one, await challenge(), 'late');
    await at(NEXT_DAY);
    expect(await run.runDue()).toBe(1);
    await at(SEVEN);
    expect([await run.runDue(), await run.runDue()]).toEqual([1, 0]);
    expect((await out(one)).slice(20)).toEqual(['followed_moved: late', 'notices_daily: c20 c21 c22 c23 c24']);
  });

  it('that are always mailed wait for nothing and count for nothing', async () => {
    const one = await reader();
    const send = (n: number) =>
      world.app.get(Database).asSystem((tx) =>
        world.app.get(MailOutbox).enqueue(tx, {
          kind: 'password_changed',
          to: one,
          variables: { name: one.name },
          dedupeKey: `always-${n}`,
        }),
      );
    for (let n = 0; n < 25; n += 1) await send(n);
    await tell(one, await challenge(), 'once');
    expect(await out(one)).toHaveLength(25);
    await at(11);
    expect(await run.runDue()).toBe(1);
  });

  it('come as their reader chose: daily, or not at all', async () => {
    const [daily, none] = [await reader(), await reader()];
    const choose = (to: MailRecipient, mail: string) =>
      world.database.asOwner(`INSERT INTO notice_choice VALUES ($1, 'following', $2)`, [to.userId, mail]);
    await choose(daily, 'daily');
    await choose(none, 'none');
    const about = await challenge();
    for (const to of [daily, none]) for (const title of ['a', 'b']) await tell(to, about, title);
    await at(11);
    expect(await run.runDue()).toBe(0);
    await at(SEVEN);
    expect(await run.runDue()).toBe(1);
    expect([await out(daily), await out(none)]).toEqual([['notices_daily: a b'], []]);
    expect(await states()).toEqual([
      { state: 'merged', n: 2 },
      { state: 'queued', n: 1 },
      { state: 'unwanted', n: 2 },
    ]);
  });

  it('do not go out for a thing that is muted, or not theirs to see any more when they would', async () => {
    const sme = await makeOrganisation(world.database);
    const [muting, leaving] = [await reader(), await reader({ organisationId: sme.id })];
    const about = await challenge();
    await tell(muting, about, 'muted');
    await tell({ ...leaving, organisationId: sme.id }, about, 'left');
    await world.database.asOwner('INSERT INTO notice_mute VALUES ($1, $2)', [muting.userId, about.id]);
    await world.database.asOwner('DELETE FROM membership WHERE user_id = $1', [leaving.userId]);
    await at(11);
    expect(await run.runDue()).toBe(0);
    expect(await states()).toEqual([{ state: 'unwanted', n: 2 }]);
  });

  it('are neither lost nor doubled when runs work side by side while more is told', async () => {
    const people = await Promise.all(Array.from({ length: 60 }, () => reader()));
    const [one, two] = [await challenge(), await challenge()];
    for (const to of people) for (const about of [one, one, two]) await tell(to, about, 'x');
    await at(11);
    const again = new NoticeRun(world.app.get(Database), world.config);
    const more = async () => {
      for (const to of people.slice(0, 20)) await tell(to, two, 'more');
      return 0;
    };
    await Promise.all([run.runDue(), again.runDue(), more(), again.runDue()]);
    await run.runDue();
    await at(30);
    await run.runDue();
    const [facts] = await world.database.asOwner(
      `SELECT (SELECT count(*)::int FROM mail_outbox WHERE state = 'waiting') AS waiting,
         (SELECT count(*)::int FROM mail_outbox WHERE kind = 'followed_moved') AS told,
         (SELECT coalesce(sum(greatest(jsonb_array_length(variables->'items'), 1)), 0)::int FROM mail_outbox
            WHERE state = 'queued' AND kind = 'notices_merged')
         + (SELECT count(*)::int FROM mail_outbox WHERE state = 'queued' AND kind = 'followed_moved') AS said`,
    );
    expect(facts).toEqual({ waiting: 0, told: 200, said: 200 });
  });

  it('leave nothing half decided when a run is killed, and the next one does all of it', async () => {
    const one = await reader();
    const about = await challenge();
    for (const title of ['a', 'b']) await tell(one, about, title);
    await at(11);
    await world.database.asOwner(`ALTER TABLE mail_outbox ADD CONSTRAINT broken CHECK (state <> 'merged')`);
    await expect(run.runDue()).rejects.toThrow('broken');
    await world.database.asOwner('ALTER TABLE mail_outbox DROP CONSTRAINT broken');
    expect(await out(one)).toEqual([]);
    expect([await run.runDue(), await run.runDue()]).toEqual([1, 0]);
    expect(await out(one)).toEqual(['notices_merged: a b']);
  });
});
