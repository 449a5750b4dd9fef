import { randomUUID } from 'node:crypto';
import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';

const PATH = '/api/administration/mails';

describe('mails in trouble', () => {
  let world: TestWorld;
  let administrator: string;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    administrator = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM mail_suppression; DELETE FROM mail_outbox'));

  async function mail(state: string, values: { kind?: string; to?: string; path?: string } = {}): Promise<string> {
    const id = randomUUID();
    await world.database.asOwner(
      `INSERT INTO mail_outbox (id, kind, to_email, locale, variables, dedupe_key, message_id, state, last_error)
       VALUES ($1, $2, $3, 'nl', $4, $5, $6, $7, 'why')`,
      [
        id,
        values.kind ?? 'digest',
        values.to ?? 'anna@example.nl',
        { path: values.path },
        id,
        `<${id}@htsm-challenges>`,
        state,
      ],
    );
    return id;
  }
  const listed = async (state: string, cookie = administrator) =>
    ((await world.request('GET', `${PATH}?state=${state}`, { cookie })).body as { items: { id: string }[] }).items;
  const post = async (id: string, act: 'resend' | 'drop', cookie = administrator) =>
    (await world.request('POST', `${PATH}/${id}/${act}`, { cookie })).status;
  const events = () =>
    world.database.asOwner(
      `SELECT type, subject_id FROM event WHERE subject_type = 'mail' AND actor_id IS NOT NULL ORDER BY id`,
    );

  it('are listed for administrators by state, newest first, without their content', async () => {
    const ids = [await mail('uncertain'), await mail('uncertain')];
    await Promise.all(['failed', 'queued', 'sending', 'accepted'].map((state) => mail(state)));
    expect((await listed('uncertain')).map(({ id }) => id)).toEqual(ids.reverse());
    expect(await listed('failed')).toEqual([
      {
        id: expect.any(String) as string,
        kind: 'digest',
        toEmail: 'anna@example.nl',
        state: 'failed',
        reason: 'why',
        createdAt: expect.any(String) as string,
      },
    ]);
  });

  it('come in pages', async () => {
    const ids = await Promise.all(Array.from({ length: 60 }, () => mail('failed')));
    const first = (await world.request('GET', `${PATH}?state=failed`, { cookie: administrator })).body as {
      items: { id: string }[];
      next: string;
    };
    const second = (await world.request('GET', `${PATH}?state=failed&cursor=${first.next}`, { cookie: administrator }))
      .body as typeof first;
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
    expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('go out again, lift the stop on their address, and leave a line in the log', async () => {
    const id = await mail('suppressed');
    await world.database.asOwner(`INSERT INTO mail_suppression (email, reason) VALUES ('anna@example.nl', 'bounced')`);
    expect(await post(id, 'resend')).toBe(204);
    expect(await world.database.asOwner('SELECT state, attempts FROM mail_outbox')).toEqual([
      { state: 'queued', attempts: 0 },
    ]);
    expect(await world.database.asOwner('SELECT * FROM mail_suppression')).toEqual([]);
    expect((await events()).slice(-2)).toEqual([
      { type: 'mail.sent_again', subject_id: id },
      { type: 'mail.address_allowed', subject_id: id },
    ]);
  });

  it('can be dropped for good', async () => {
    const id = await mail('uncertain');
    expect(await post(id, 'drop')).toBe(204);
    expect(await world.database.asOwner('SELECT state, last_error FROM mail_outbox')).toEqual([
      { state: 'suppressed', last_error: 'dropped' },
    ]);
    expect((await events()).at(-1)).toEqual({ type: 'mail.dropped', subject_id: id });
  });

  it.each(['queued', 'sending', 'accepted'])('cannot be made of one that is %s', async (state) => {
    const id = await mail(state);
    expect([await post(id, 'resend'), await post(id, 'drop'), await post(randomUUID(), 'drop')]).toEqual([
      404, 404, 404,
    ]);
    expect(await world.database.asOwner('SELECT state FROM mail_outbox')).toEqual([{ state }]);
  });

  it('are nobody else’s business', async () => {
    const id = await mail('failed');
    const officer = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
    expect((await world.request('GET', `${PATH}?state=failed`, { cookie: officer })).status).toBe(403);
    expect([await post(id, 'resend', officer), await post(id, 'drop', officer)]).toEqual([403, 403]);
  });
});
