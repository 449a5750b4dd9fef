import { Database, MailOutbox, type MailRecipient, type NoticeSubject } from '@htsm/api/core';
import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { makeOpenChallenges } from '../testing/subscribers.factory';
import type { NoticesDto } from './notice.dto';

describe('notices of a person', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
  });
  afterAll(() => world.close());

  interface Reader {
    readonly to: MailRecipient;
    readonly cookie: string;
  }
  async function reader(values: Parameters<typeof makePerson>[1] = {}): Promise<Reader> {
    const { id, name, email } = await makePerson(world.database, values);
    return { to: { userId: id, name, email, locale: 'nl' }, cookie: await world.signInAs(id) };
  }
  /** Tells of something as a room does; the kind says no more than the test needs. */
  async function tell(to: MailRecipient, about: NoticeSubject, dedupeKey: string): Promise<void> {
    const variables = { name: to.name, challengeTitle: 'Oude titel', closesAt: '2027-01-01T00:00:00Z', path: '/x' };
    await world.app
      .get(Database)
      .asSystem((tx) =>
        world.app.get(MailOutbox).enqueue(tx, { kind: 'followed_moved', to, variables, about, dedupeKey }),
      );
  }
  const challenge = async (state = 'open'): Promise<NoticeSubject & { title: string }> => {
    const [id = ''] = await makeOpenChallenges(world.database, [{ state }]);
    const rows = await world.database.asOwner<{ title: string }>(
      `SELECT title_nl AS title FROM challenge WHERE id = $1`,
      [id],
    );
    return { type: 'challenge', id, title: rows[0]?.title ?? '' };
  };
  const list = async (cookie: string, query = ''): Promise<NoticesDto> =>
    (await world.request('GET', `/api/notices${query}`, { cookie })).body as NoticesDto; // what the contract promises
  const unread = async (cookie: string) => (await world.request('GET', '/api/notices/unread', { cookie })).body;
  const put = (cookie: string, path: string, body: object) =>
    world.request('PUT', `/api/notices/${path}`, { cookie, body });

  it('are there exactly when their mail is, for its reader alone, with the title of now', async () => {
    const [one, other] = [await reader(), await reader()];
    const about = await challenge();
    await tell(one.to, about, 'once');
    await tell(one.to, about, 'once');
    await world.database.asOwner(`UPDATE challenge SET title_nl = 'Nieuwe titel' WHERE id = $1`, [about.id]);
    const { items, next } = await list(one.cookie);
    expect({ items, next }).toEqual({
      items: [
        {
          id: items[0]?.id,
          kind: 'followed_moved',
          topic: 'following',
          title: 'Nieuwe titel',
          path: '/x',
          createdAt: items[0]?.createdAt,
          isRead: false,
          isMuted: false,
          canBeMuted: true,
        },
      ],
      next: null,
    });
    const mails = await world.database.asOwner(`SELECT id FROM mail_outbox WHERE dedupe_key = 'once'`);
    expect(mails).toEqual([{ id: items[0]?.id }]);
    expect([await unread(one.cookie), await unread(other.cookie)]).toEqual([{ count: 1 }, { count: 0 }]);
    expect(await list(other.cookie)).toEqual({ items: [], next: null });
    expect((await world.request('GET', '/api/notices')).status).toBe(401);
  });

  it('goes with a change that is undone', async () => {
    const one = await reader();
    const about = await challenge();
    const undone = world.app.get(Database).asSystem(async (tx) => {
      const variables = { name: '', challengeTitle: '', reason: '', path: '/x' };
      const mail = { kind: 'followed_cancelled', to: one.to, variables, about, dedupeKey: 'undone' } as const;
      await world.app.get(MailOutbox).enqueue(tx, mail);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await list(one.cookie)).toEqual({ items: [], next: null });
  });

  it('are not there for a thing, a role or an organisation that is not the reader’s any more', async () => {
    const sme = await makeOrganisation(world.database);
    const one = await reader({ organisationId: sme.id, bodies: ['taskforce'] });
    const [open, hidden] = [await challenge(), await challenge('draft')];
    await tell(one.to, hidden, 'hidden');
    await tell({ ...one.to, role: 'taskforce' }, open, 'by-role');
    await tell({ ...one.to, organisationId: sme.id }, open, 'by-place');
    expect(await unread(one.cookie)).toEqual({ count: 2 });
    await world.database.asOwner(`DELETE FROM membership WHERE user_id = $1 AND body = 'taskforce'`, [one.to.userId]);
    expect(await unread(one.cookie)).toEqual({ count: 1 });
    await world.database.asOwner(`DELETE FROM membership WHERE user_id = $1`, [one.to.userId]);
    expect([await unread(one.cookie), await list(one.cookie)]).toEqual([{ count: 0 }, { items: [], next: null }]);
  });

  it('are read one by one or all at once, each person’s own only', async () => {
    const [one, other] = [await reader(), await reader()];
    const about = await challenge();
    for (const key of ['r1', 'r2', 'r3']) await tell(one.to, about, key);
    const ids = (await list(one.cookie)).items.map(({ id }) => id);
    await put(other.cookie, 'read', { ids });
    await put(other.cookie, 'read', { ids: null });
    expect(await unread(one.cookie)).toEqual({ count: 3 });
    expect((await put(one.cookie, 'read', { ids: ids.slice(0, 1) })).status).toBe(204);
    expect((await list(one.cookie)).items.map(({ isRead }) => isRead)).toEqual([true, false, false]);
    expect((await list(one.cookie, '?unread=true')).items.map(({ id }) => id)).toEqual(ids.slice(1));
    await put(one.cookie, 'read', { ids: null });
    expect(await unread(one.cookie)).toEqual({ count: 0 });
  });

  it('of a muted thing count for nothing, until it is muted no more', async () => {
    const [one, other] = [await reader(), await reader()];
    const [quiet, loud] = [await challenge(), await challenge()];
    await tell(one.to, quiet, 'quiet');
    await tell(one.to, loud, 'loud');
    const noticeId = (await list(one.cookie)).items[1]?.id ?? '';
    expect((await put(other.cookie, 'mute', { noticeId, isMuted: true })).status).toBe(404);
    expect((await put(one.cookie, 'mute', { noticeId, isMuted: true })).status).toBe(204);
    expect((await list(one.cookie)).items.map(({ isMuted }) => isMuted)).toEqual([false, true]);
    expect(await unread(one.cookie)).toEqual({ count: 1 });
    await put(one.cookie, 'mute', { noticeId, isMuted: false });
    expect(await unread(one.cookie)).toEqual({ count: 2 });
  });

  it('come page by page, none twice and none left out, and by topic', async () => {
    const one = await reader();
    const about = await challenge();
    for (let n = 0; n < 45; n += 1) await tell(one.to, about, `page-${n}`);
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: NoticesDto = await list(one.cookie, next === '' ? '' : `?cursor=${next}`);
      seen.push(...page.items.map(({ id }) => id));
      sizes.push(page.items.length);
      next = page.next;
    }
    expect([sizes, new Set(seen).size]).toEqual([[20, 20, 5], 45]);
    expect((await list(one.cookie, '?topic=reviews')).items).toEqual([]);
    expect((await list(one.cookie, '?topic=following')).items).toHaveLength(20);
    expect((await world.request('GET', '/api/notices?cursor=abc', { cookie: one.cookie })).status).toBe(422);
  });

  it('are mailed as their reader chose, where there is a choice', async () => {
    const one = await reader();
    const ask = async (body: object) => put(one.cookie, 'choices', body);
    const mails = (body: unknown) => (body as { items: { topic: string; mail: string }[] }).items; // of the contract
    const before = mails((await world.request('GET', '/api/notices/choices', { cookie: one.cookie })).body);
    expect(before.map(({ topic, mail }) => `${topic} ${mail}`)).toEqual([
      'security at_once',
      'receipts at_once',
      'decisions at_once',
      'meetings at_once',
      'check_ins at_once',
      'moderation at_once',
      'reviews at_once',
      'own_challenges at_once',
      'invitations at_once',
      'matches at_once',
      'following at_once',
      'reminders at_once',
      'webhooks at_once',
    ]);
    const changed = mails((await ask({ choices: [{ topic: 'following', mail: 'none' }] })).body);
    expect(changed).toEqual(before.map((line) => (line.topic === 'following' ? { ...line, mail: 'none' } : line)));
    expect((await ask({ choices: [{ topic: 'decisions', mail: 'none' }] })).status).toBe(422);
  });
});
