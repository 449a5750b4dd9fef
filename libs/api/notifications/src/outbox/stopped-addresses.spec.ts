import { randomUUID } from 'node:crypto';
import { createTestWorld, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';

const PATH = '/api/administration/stopped-addresses';

describe('stopped addresses', () => {
  let world: TestWorld;
  let cookie: string;
  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    cookie = await world.signInAs((await makePerson(world.database, { bodies: ['administration'] })).id);
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM mail_suppression'));

  const stop = (email: string) =>
    world.request('POST', PATH, { cookie, body: { email, reason: 'Belde: wil niets meer.' } });
  const list = async (query = '') =>
    ((await world.request('GET', `${PATH}?${query}`, { cookie })).body as { items: { id: string; email: string }[] })
      .items;
  const lastEvent = async () =>
    (
      await world.database.asOwner(
        `SELECT type, reason, subject_id FROM event WHERE subject_type = 'mail_address' ORDER BY id DESC LIMIT 1`,
      )
    )[0];

  it('are added by hand, once, with a reason that is kept in the log', async () => {
    const { body, status } = await stop('Anna@example.nl');
    const { id } = body as { id: string };
    expect([status, body]).toEqual([
      201,
      {
        id,
        email: 'Anna@example.nl',
        reason: 'by_hand',
        words: 'Belde: wil niets meer.',
        mailId: null,
        stoppedAt: expect.any(String) as string,
      },
    ]);
    expect(await lastEvent()).toEqual({
      type: 'mail_address.stopped',
      reason: 'Belde: wil niets meer.',
      subject_id: id,
    });
    expect((await stop('anna@EXAMPLE.nl')).body).toMatchObject({ code: 'address_stopped_already' });
    expect(await list()).toEqual([body]);
  });

  it('are found by part of the address', async () => {
    await stop('anna@example.nl');
    await stop('bert_b@example.nl');
    expect((await list('q=T_B')).map(({ email }) => email)).toEqual(['bert_b@example.nl']);
  });

  it('are taken off with a reason', async () => {
    const { id } = (await stop('anna@example.nl')).body as { id: string };
    const allow = (which: string, body: object) => world.request('POST', `${PATH}/${which}/allow`, { cookie, body });
    expect((await allow(id, { reason: ' ' })).status).toBe(422);
    expect((await allow(id, { reason: 'Adres hersteld.' })).status).toBe(204);
    expect(await list()).toEqual([]);
    expect(await lastEvent()).toEqual({ type: 'mail_address.allowed', reason: 'Adres hersteld.', subject_id: id });
    expect((await allow(randomUUID(), { reason: 'x' })).status).toBe(404);
  });

  it('are kept by administrators alone', async () => {
    const officer = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
    expect((await world.request('GET', PATH, { cookie: officer })).status).toBe(403);
  });
});
