import { makeOrganisation, makePerson, createTestWorld, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { makeOpenChallenges } from '../testing/subscribers.factory';
import { FollowNews } from './follow-news';

const DAY = 86_400_000;

describe('news for who follows a challenge or writes a proposal', () => {
  let world: TestWorld;
  let news: FollowNews;

  beforeAll(async () => {
    world = await createTestWorld(
      { modules: [NotificationsModule], entities: [], texts: [notificationsTexts] },
      'worker',
    );
    news = world.app.get(FollowNews);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.database.asOwner('TRUNCATE challenge, mail_outbox CASCADE');
    await world.database.shiftClock(0);
  });

  const later = (days: number) => world.database.shiftClock(Math.round(days * DAY));
  const open = async (): Promise<string> => (await makeOpenChallenges(world.database, [{ slug: 'leak' }]))[0] ?? '';
  const follow = (userId: string, challengeId: string) =>
    world.database.asOwner(
      `INSERT INTO challenge_follow (user_id, challenge_id, told_closes_at, told_state) SELECT $1, id, closes_at, state FROM challenge WHERE id = $2`,
      [userId, challengeId],
    );
  const draft = (organisationId: string, userId: string, challengeId: string, state = 'draft') =>
    world.database.asOwner(
      `INSERT INTO proposal (challenge_id, organisation_id, created_by, state) VALUES ($1, $2, $3, $4)`,
      [challengeId, organisationId, userId, state],
    );
  const mails = async (): Promise<string[]> =>
    (
      await world.database.asOwner<{ line: string }>(
        `SELECT kind || ' ' || to_email || ' ' || (variables ->> 'path') AS line FROM mail_outbox ORDER BY created_at, 1`,
      )
    ).map(({ line }) => line.replace(/[0-9a-f-]{36}/, '…'));

  /** The challenge of the tests closes sixty days from now: the moments are day 53 and day 59. */
  it('comes a week and a day before closing, to each once, and a draft is known to its own members only', async () => {
    const id = await open();
    const [sme, stranger] = [await makeOrganisation(world.database), await makeOrganisation(world.database)];
    const member = await makePerson(world.database, { organisationId: sme.id });
    const colleague = await makePerson(world.database, { organisationId: sme.id });
    const outsider = await makePerson(world.database, { organisationId: stranger.id });
    await draft(sme.id, member.id, id);
    await follow(member.id, id);
    await follow(outsider.id, id);
    await later(52.9);
    expect(await news.tellDue()).toBe(0);
    await later(53.1);
    expect(await news.tellDue()).toBe(3);
    expect(await news.tellDue()).toBe(0);
    const week = [
      `followed_closing ${outsider.email} /challenges/leak`,
      `proposal_draft_closing ${colleague.email} /my/proposals/…`,
      `proposal_draft_closing ${member.email} /my/proposals/…`,
    ].sort();
    expect((await mails()).sort()).toEqual(week);
    await world.database.asOwner(`UPDATE proposal SET state = 'withdrawn'`);
    await later(59.1);
    expect(await news.tellDue()).toBe(2);
    expect((await mails()).slice(3).sort()).toEqual(
      [
        `followed_closing ${member.email} /challenges/leak`,
        `followed_closing ${outsider.email} /challenges/leak`,
      ].sort(),
    );
  });

  it('reminds of the nearest moment only after a pause, and nobody of a moment before they began', async () => {
    const id = await open();
    const [early, late] = [await makePerson(world.database), await makePerson(world.database)];
    await follow(early.id, id);
    await later(59.5);
    await follow(late.id, id);
    expect(await news.tellDue()).toBe(1);
    expect(await mails()).toEqual([`followed_closing ${early.email} /challenges/leak`]);
    expect(await news.tellDue()).toBe(0);
  });

  it('ends with the closing', async () => {
    const id = await open();
    await follow((await makePerson(world.database)).id, id);
    await later(60.1);
    expect(await news.tellDue()).toBe(0);
  });

  it('tells of a deadline that moved, and reminds before the new one', async () => {
    const id = await open();
    const reader = await makePerson(world.database);
    await follow(reader.id, id);
    await later(53.1);
    expect(await news.tellDue()).toBe(1);
    await world.database.asOwner(`UPDATE challenge SET closes_at = closes_at + interval '14 days' WHERE id = $1`, [id]);
    expect(await news.tellDue()).toBe(1);
    expect(await news.tellDue()).toBe(0);
    await later(67.1);
    expect(await news.tellDue()).toBe(1);
    expect((await mails()).map((line) => line.split(' ')[0])).toEqual([
      'followed_closing',
      'followed_moved',
      'followed_closing',
    ]);
  });

  it('tells of a cancellation with its reason, once', async () => {
    const id = await open();
    const reader = await makePerson(world.database);
    await follow(reader.id, id);
    await world.database.asOwner(
      `UPDATE challenge SET state = 'cancelled', cancel_reason = 'Geen budget' WHERE id = $1`,
      [id],
    );
    expect([await news.tellDue(), await news.tellDue()]).toEqual([1, 0]);
    expect(await world.database.asOwner(`SELECT kind, variables ->> 'reason' AS reason FROM mail_outbox`)).toEqual([
      { kind: 'followed_cancelled', reason: 'Geen budget' },
    ]);
    await later(59.1);
    expect(await news.tellDue()).toBe(0);
  });

  it('is written once by two workers at the same moment', async () => {
    const id = await open();
    for (let n = 0; n < 30; n += 1) await follow((await makePerson(world.database)).id, id);
    await later(53.1);
    const written = await Promise.all([news.tellDue(), news.tellDue(), news.tellDue()]);
    expect(written.reduce((sum, n) => sum + n, 0)).toBe(30);
    expect(await mails()).toHaveLength(30);
  });
});

describe('following a challenge', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    await makeOpenChallenges(world.database, [{ slug: 'open-one' }, { slug: 'hidden-one', state: 'scheduled' }]);
  });
  afterAll(() => world.close());

  it("is each person's own, begins and ends with a button, and twice is once", async () => {
    const [reader, other] = [await makePerson(world.database), await makePerson(world.database)];
    const cookie = await world.signInAs(reader.id);
    const path = '/api/challenges/open-one/follow';
    const ask = async (method: 'GET' | 'PUT' | 'DELETE', as = cookie) =>
      (await world.request(method, path, { cookie: as })).body;
    const [on, off] = [{ isFollowing: true }, { isFollowing: false }];
    expect([await ask('GET'), await ask('PUT'), await ask('PUT'), await ask('GET')]).toEqual([off, on, on, on]);
    expect(await ask('GET', await world.signInAs(other.id))).toEqual(off);
    expect([await ask('DELETE'), await ask('DELETE'), await ask('GET')]).toEqual([off, off, off]);
    expect((await world.request('GET', path)).status).toBe(401);
  });

  it.each(['hidden-one', 'never-was'])('is refused for %s as for what does not exist', async (slug) => {
    const cookie = await world.signInAs((await makePerson(world.database)).id);
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      expect((await world.request(method, `/api/challenges/${slug}/follow`, { cookie })).body).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    }
  });
});
