import { randomUUID } from 'node:crypto';
import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { makeMail, type MailValues } from '../testing/outbox.factory';

const PATH = '/api/administration/mails';

interface Listed {
  items: { id: string; state: string; reason: string | null }[];
  next: string | null;
}

describe('the outbox', () => {
  let world: TestWorld;
  let administrator: string;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    administrator = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
  });
  afterAll(() => world.close());
  beforeEach(() =>
    world.database.asOwner('DELETE FROM mail_suppression; DELETE FROM mail_outbox; DELETE FROM mail_kind_hold'),
  );

  const mail = (state: string, values: MailValues = {}) => makeMail(world.database, { ...values, state });
  const list = async (query: string, cookie = administrator) =>
    (await world.request('GET', `${PATH}?${query}`, { cookie })).body as Listed;
  const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
  const post = (id: string, act: string, cookie = administrator) =>
    world.request('POST', `${PATH}/${id}/${act}`, { cookie });
  const hold = (kind: string, method: 'PUT' | 'DELETE' = 'PUT') =>
    world.request(method, `/api/administration/mail-kinds/${kind}/hold`, {
      cookie: administrator,
      ...(method === 'PUT' ? { body: { reason: 'De tekst klopt niet.' } } : {}),
    });
  const rows = () => world.database.asOwner<{ id: string; state: string }>('SELECT id, state FROM mail_outbox');
  const events = async (count: number) =>
    (
      await world.database.asOwner<{ type: string }>(
        `SELECT type FROM event WHERE subject_type LIKE 'mail%' AND actor_id IS NOT NULL ORDER BY id DESC LIMIT $1`,
        [count],
      )
    )
      .map(({ type }) => type)
      .reverse();

  describe('is listed', () => {
    it('by state, in words, newest first, without content', async () => {
      const waiting = [await mail('queued'), await mail('sending')];
      const sent = await mail('accepted');
      await Promise.all(['held', 'uncertain', 'failed', 'suppressed'].map((state) => mail(state)));
      expect(await ids('state=waiting')).toEqual(waiting.reverse());
      expect((await list('state=sent')).items).toEqual([
        {
          id: sent,
          kind: 'account_disabled',
          toEmail: 'anna@example.nl',
          locale: 'nl',
          state: 'sent',
          reason: null,
          createdAt: expect.any(String) as string,
          sentAt: expect.any(String) as string,
          resentOf: null,
        },
      ]);
      expect((await list('')).items.map(({ state }) => state).sort()).toEqual([
        'failed',
        'held',
        'sent',
        'suppressed',
        'uncertain',
        'waiting',
        'waiting',
      ]);
    });

    it('by kind and by part of an address, in which no sign is a wildcard', async () => {
      const digest = await mail('accepted', { kind: 'digest', to: 'a_b@example.nl' });
      const other = await mail('accepted', { to: 'axb@example.nl' });
      expect(await ids('kind=digest')).toEqual([digest]);
      expect(await ids('to=A_B@')).toEqual([digest]);
      expect(await ids('to=xb@ex')).toEqual([other]);
      expect(await ids('kind=digest&to=xb')).toEqual([]);
    });

    it('in pages, in which a new mail shifts nothing', async () => {
      const all = await Promise.all(Array.from({ length: 60 }, () => mail('failed')));
      const first = await list('state=failed');
      await mail('failed');
      const second = await list(`state=failed&cursor=${first.next ?? ''}`);
      expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null]);
      expect([...first.items, ...second.items].map(({ id }) => id).sort()).toEqual(all.sort());
    });

    it('in figures of the last 30 days, with what is on hold', async () => {
      await Promise.all([mail('queued'), mail('queued', { kind: 'digest' }), mail('accepted'), mail('failed')]);
      const old = await mail('failed');
      await world.database.asOwner(
        `UPDATE mail_outbox SET created_at = created_at - interval '31 days' WHERE id = $1`,
        [old],
      );
      await hold('digest');
      const { body } = await world.request('GET', '/api/administration/mail-overview', { cookie: administrator });
      expect(body).toEqual({
        counts: [
          { state: 'waiting', mails: 1 },
          { state: 'held', mails: 1 },
          { state: 'sent', mails: 1 },
          { state: 'merged', mails: 0 },
          { state: 'uncertain', mails: 0 },
          { state: 'failed', mails: 1 },
          { state: 'suppressed', mails: 0 },
          { state: 'unwanted', mails: 0 },
        ],
        held: [{ kind: 'digest', reason: 'De tekst klopt niet.', heldAt: expect.any(String) as string }],
        kinds: expect.arrayContaining(['digest', 'reset_password']) as string[],
      });
    });
  });

  it.each(['queued', 'waiting'])('holds a mail that is %s and lets it go, with a line in the log', async (state) => {
    const id = await mail(state);
    expect((await post(id, 'hold')).status).toBe(204);
    expect(await ids('state=held')).toEqual([id]);
    expect((await post(id, 'release')).status).toBe(204);
    expect(await ids('state=waiting')).toEqual([id]);
    expect(await events(2)).toEqual(['mail.held', 'mail.released']);
  });

  it('holds a kind, with what is still to come, and makes all of it due at the release', async () => {
    const before = await mail('queued', { kind: 'digest' });
    await hold('digest');
    await hold('digest');
    const after = await mail('queued', { kind: 'digest' });
    await world.database.asOwner(`UPDATE mail_outbox SET not_before = now() - interval '2 days'`);
    const other = await mail('queued');
    expect((await ids('state=held')).sort()).toEqual([before, after].sort());
    expect((await list('state=held')).items.map(({ reason }) => reason)).toEqual(['kind_held', 'kind_held']);
    expect(await ids('state=waiting')).toEqual([other]);
    await hold('digest', 'DELETE');
    expect((await ids('state=waiting')).length).toBe(3);
    expect(
      await world.database.asOwner(`SELECT id FROM mail_outbox WHERE not_before < now() - interval '1 day'`),
    ).toEqual([]);
    expect(await events(2)).toEqual(['mail_kind.held', 'mail_kind.released']);
    expect((await hold('no_such_mail')).status).toBe(404);
  });

  describe('sends again', () => {
    it.each(['uncertain', 'suppressed'])('one that is %s under its own Message-ID', async (state) => {
      const id = await mail(state);
      await world.database.asOwner(
        `INSERT INTO mail_suppression (email, reason) VALUES ('anna@example.nl', 'bounced')`,
      );
      expect((await post(id, 'resend')).body).toEqual({ id });
      expect(await rows()).toEqual([{ id, state: 'queued' }]);
      expect(await world.database.asOwner('SELECT * FROM mail_suppression')).toEqual([]);
      expect(await events(2)).toEqual(['mail.address_allowed', 'mail.sent_again']);
    });

    it.each(['accepted', 'failed'])(
      'one that is %s as a new mail, and no second while that is under way',
      async (state) => {
        const id = await mail(state);
        const answers = await Promise.all([post(id, 'resend'), post(id, 'resend'), post(id, 'resend')]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
        const copies = await world.database.asOwner<{ id: string; message_id: string }>(
          `SELECT id, message_id FROM mail_outbox WHERE resent_of = $1 AND state = 'queued'`,
          [id],
        );
        expect(answers.find(({ status }) => status === 200)?.body).toEqual({ id: copies[0]?.id });
        expect(copies).toEqual([
          { id: expect.not.stringContaining(id) as string, message_id: `<${copies[0]?.id ?? ''}@htsm-challenges>` },
        ]);
        await world.database.asOwner(
          `UPDATE mail_outbox SET state = 'accepted', accepted_at = now(), handover_at = now() WHERE resent_of = $1`,
          [id],
        );
        expect((await post(copies[0]?.id ?? '', 'resend')).status).toBe(200);
        expect((await rows()).length).toBe(3);
      },
    );

    it.each(['complained', 'by_hand'])('nothing to an address that %s stopped', async (reason) => {
      const id = await mail('accepted');
      await world.database.asOwner(`INSERT INTO mail_suppression (email, reason) VALUES ('anna@example.nl', $1)`, [
        reason,
      ]);
      expect((await post(id, 'resend')).body).toMatchObject({ code: 'address_stopped' });
      expect((await rows()).length).toBe(1);
    });

    it.each(['accepted', 'failed', 'suppressed', 'uncertain'])('no spent link of one that is %s', async (state) => {
      const token = randomUUID();
      await world.database.asOwner(
        `INSERT INTO account_token (id, purpose, email, expires_at) VALUES ($1, 'reset_password', 'anna@example.nl', htsm_now() + interval '1 hour')`,
        [token],
      );
      const id = await mail(state, { kind: 'reset_password', variables: { name: 'Anna', tokenId: token } });
      await world.database.asOwner('UPDATE account_token SET used_at = htsm_now() WHERE id = $1', [token]);
      expect((await post(id, 'resend')).body).toMatchObject({ code: 'mail_link_spent', status: 409 });
      await world.database.asOwner(
        `UPDATE account_token SET used_at = NULL, expires_at = htsm_now() - interval '1 second' WHERE id = $1`,
        [token],
      );
      expect((await post(id, 'resend')).body).toMatchObject({ code: 'mail_link_spent', status: 409 });
      await world.database.asOwner(
        `UPDATE account_token SET expires_at = htsm_now() + interval '1 hour' WHERE id = $1`,
        [token],
      );
      expect((await post(id, 'resend')).status).toBe(200);
    });
  });

  it('drops for good', async () => {
    const id = await mail('uncertain');
    expect((await post(id, 'drop')).status).toBe(204);
    expect(await world.database.asOwner('SELECT state, last_error FROM mail_outbox')).toEqual([
      { state: 'suppressed', last_error: 'dropped' },
    ]);
    expect(await events(1)).toEqual(['mail.dropped']);
  });

  it.each([
    ['hold', ['unwanted', 'sending', 'accepted', 'held', 'uncertain', 'failed', 'suppressed']],
    ['release', ['waiting', 'queued', 'sending', 'accepted', 'uncertain', 'failed', 'suppressed']],
    ['resend', ['waiting', 'unwanted', 'queued', 'sending', 'held']],
    ['drop', ['waiting', 'unwanted', 'queued', 'sending', 'accepted', 'suppressed']],
  ])('cannot %s in another state', async (act, states) => {
    const statuses = await Promise.all(states.map(async (state) => (await post(await mail(state), act)).status));
    expect(statuses).toEqual(states.map(() => 409));
    expect((await rows()).map(({ state }) => state).sort()).toEqual([...states].sort());
    expect((await post(randomUUID(), act)).status).toBe(404);
  });

  it('is nobody else’s business', async () => {
    const id = await mail('failed');
    const officer = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
    const statuses = await Promise.all([
      world.request('GET', `${PATH}?state=failed`, { cookie: officer }),
      world.request('GET', `${PATH}/${id}`, { cookie: officer }),
      world.request('GET', `${PATH}/${id}/page`, { cookie: officer }),
      ...['resend', 'drop', 'hold', 'release'].map((act) => post(id, act, officer)),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403]);
  });
});
