import ICAL from 'ical.js';
import { makeChallenge } from '@htsm/api/challenges/testing';
import type { MailKind, MailVariables } from '@htsm/api/core';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { Locale } from '@htsm/domain';
import { MailRenderer } from '@htsm/api/notifications';
import { createWholeApi } from './testing-app';

interface Row {
  readonly kind: MailKind;
  readonly to: string;
  readonly locale: Locale;
  readonly variables: MailVariables[MailKind];
  readonly at: Date;
}

/** What another parser reads in a calendar file. */
function read(text: string): Record<string, unknown> {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]); // parse's type is wider than what it gives for one file
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const [event] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event?.uid,
    sequence: event?.sequence,
    status: event?.component.getFirstPropertyValue('status'),
    starts: event?.startDate.toJSDate().toISOString(),
    ends: event?.endDate.toJSDate().toISOString(),
    shown: event?.startDate.toString(),
    title: event?.summary,
    place: event?.location,
    attendees: event?.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}

describe('the calendar files of an introduction', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createWholeApi();
  });
  afterEach(() => ICAL.TimezoneService.reset());
  afterAll(() => world.close());

  it('are an invitation, its update and its end, for each reader in their language', async () => {
    const { database } = world;
    const company = await makeOrganisation(database, { name: 'Strukton', kind: 'company' });
    const sme = await makeOrganisation(database, { name: 'Hunze', kind: 'sme' });
    const owner = await makePerson(database, {
      organisationId: company.id,
      locale: 'en',
      email: 'otto@strukton.example',
    });
    const member = await makePerson(database, { organisationId: sme.id, email: 'fenna@hunze.example' });
    const arranger = await world.signInAs(
      (await makePerson(database, { bodies: ['taskforce'], email: 'marijke@htsm.example' })).id,
    );
    const challenge = await makeChallenge(database, { organisationId: company.id, createdBy: owner.id });
    const [row] = await database.asOwner<{ id: string }>(
      `INSERT INTO suggestion (challenge_id, organisation_id, organisation_name, state, invited_at, introduced_at)
       VALUES ($1, $2, 'Hunze', 'introduced', htsm_now(), htsm_now()) RETURNING id`,
      [challenge.id, sme.id],
    );
    const send = async (
      cookie: string,
      act: string,
      body: object,
    ): Promise<{ appointment: { id: string; slots: { id: string }[] } }> =>
      (await world.request('POST', `/api/introductions/${row?.id ?? ''}/appointment/${act}`, { cookie, body }))
        .body as { appointment: { id: string; slots: { id: string }[] } }; // the contract of the route
    const slot = { startsAt: '2037-12-10T13:30:00.000Z', minutes: 45, place: 'Zernike, Groningen' };
    const offered = await send(arranger, 'slots', { slots: [slot], words: '', version: 0 });
    await send(await world.signInAs(member.id), 'choice', { slotId: offered.appointment.slots[0]?.id });
    const later = { startsAt: '2037-06-11T12:00:00.000Z', minutes: 60, place: 'https://meet.example/x' };
    await send(arranger, 'move', { ...later, words: 'De zaal is vol.', version: 2 });
    await send(await world.signInAs(owner.id), 'cancellation', { words: 'Het kan niet.', version: 3 });
    const mails = await database.asOwner<Row>(
      `SELECT kind, to_email AS "to", locale, variables, created_at AS at FROM mail_outbox WHERE kind = 'appointment_told'
       ORDER BY variables->'meeting'->'sequence', to_email`,
    );
    const written = mails.map(({ kind, to, locale, variables, at }) =>
      world.app.get(MailRenderer).render({ kind, locale, toEmail: to, queuedAt: at, subscriptionId: null }, variables),
    );
    const uid = `${offered.appointment.id}@htsm-challenges`;
    const readers = [
      { to: 'fenna@hunze.example', title: 'Kennismaking: Strukton' },
      { to: 'marijke@htsm.example', title: 'Kennismaking: Strukton – Hunze' },
      { to: 'otto@strukton.example', title: 'Introduction: Hunze' },
    ];
    const first = {
      starts: '2037-12-10T13:30:00.000Z',
      ends: '2037-12-10T14:15:00.000Z',
      shown: '2037-12-10T14:30:00',
      place: 'Zernike, Groningen',
    };
    const second = {
      starts: '2037-06-11T12:00:00.000Z',
      ends: '2037-06-11T13:00:00.000Z',
      shown: '2037-06-11T14:00:00',
      place: 'https://meet.example/x',
    };
    const expected = [
      { method: 'REQUEST', sequence: 0, status: 'CONFIRMED', ...first },
      { method: 'REQUEST', sequence: 1, status: 'CONFIRMED', ...second },
      { method: 'CANCEL', sequence: 2, status: 'CANCELLED', ...second },
    ].flatMap((file) => readers.map(({ to, title }) => ({ ...file, uid, title, attendees: [`mailto:${to}`] })));
    expect(written.map(({ files }) => files.map(({ text }) => read(text)))).toEqual(expected.map((file) => [file]));
    expect(written.map(({ subject }) => subject)).toEqual([
      'Het gesprek staat vast: Strukton',
      'Het gesprek staat vast: Strukton – Hunze',
      'The meeting is fixed: Hunze',
      'Het gesprek is verzet: Strukton',
      'Het gesprek is verzet: Strukton – Hunze',
      'The meeting has moved: Hunze',
      'Het gesprek gaat niet door: Strukton',
      'Het gesprek gaat niet door: Strukton – Hunze',
      'The meeting is cancelled: Hunze',
    ]);
  });
});
