import ICAL from 'ical.js';
import { calendarFile, type Appointment, type CalendarMethod } from './calendar-file';

const organiser = { name: 'HTSM Challenges', email: 'no-reply@htsm.example' };
const attendee = { name: 'Anna "de Boer"\r\nATTENDEE:mailto:evil@example.nl', email: 'anna@hunzebot.example' };
const appointment: Appointment = {
  uid: '7d1f@htsm-challenges',
  sequence: 3,
  startsAt: new Date('2026-12-10T13:30:00Z'),
  endsAt: new Date('2026-12-10T13:50:00Z'),
  title: 'Strukton; wissels, meten',
  place: 'Zernike, Groningen',
  description: 'Tafel 4\nBEGIN:VEVENT\r\nSUMMARY:Nep \\ en "echt" é 🙂',
  changedAt: new Date('2026-11-22T08:00:00Z'),
};

/** Reads a file with a parser that we did not write. */
function read(method: CalendarMethod, change: Partial<Appointment> = {}) {
  const text = calendarFile(method, [{ ...appointment, ...change }], { organiser, attendee });
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]); // parse's type is wider than what it gives for one file
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  return { text, calendar, events, event: events[0] };
}

describe('a calendar file', () => {
  afterEach(() => ICAL.TimezoneService.reset());

  it('says the same to another parser, whatever people wrote', () => {
    const { text, calendar, events, event } = read('REQUEST');
    expect(events).toHaveLength(1);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect([event?.uid, event?.sequence, event?.summary, event?.location, event?.description]).toEqual([
      '7d1f@htsm-challenges',
      3,
      'Strukton; wissels, meten',
      'Zernike, Groningen',
      'Tafel 4\nBEGIN:VEVENT\nSUMMARY:Nep \\ en "echt" é 🙂',
    ]);
    expect(event?.organizer.toLowerCase()).toBe('mailto:no-reply@htsm.example');
    expect(event?.attendees.map((one) => [String(one.getFirstValue()).toLowerCase(), one.getParameter('cn')])).toEqual([
      ['mailto:anna@hunzebot.example', "Anna 'de Boer'ATTENDEE:mailto:evil@example.nl"],
    ]);
    expect(text.split('\r\n').filter((line) => /^(BEGIN:VEVENT|ATTENDEE|SUMMARY)/.test(line))).toHaveLength(3);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it.each([
    ['in winter', '2026-12-10T13:30:00Z', '2026-12-10T14:30:00'],
    ['in summer', '2026-06-10T12:30:00Z', '2026-06-10T14:30:00'],
    ['in the hour after the clock went forward', '2027-03-28T01:15:00Z', '2027-03-28T03:15:00'],
  ])('is at the instant, and shows the time of Amsterdam, %s', (_, instant, shown) => {
    const { event } = read('PUBLISH', { startsAt: new Date(instant), endsAt: new Date('2027-05-01T00:00:00Z') });
    expect(event?.startDate.zone?.tzid).toBe('Europe/Amsterdam');
    expect([event?.startDate.toString(), event?.startDate.toJSDate().toISOString()]).toEqual([
      shown,
      new Date(instant).toISOString(),
    ]);
  });

  it('takes an appointment away', () => {
    const { calendar, event } = read('CANCEL', { sequence: 4 });
    expect([calendar.getFirstPropertyValue('method'), event?.uid, event?.sequence]).toEqual([
      'CANCEL',
      '7d1f@htsm-challenges',
      4,
    ]);
    expect(event?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
