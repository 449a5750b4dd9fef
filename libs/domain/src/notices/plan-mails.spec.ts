import fc from 'fast-check';
import { NO_QUIET_DAYS } from '../digests/quiet-days';
import { planMails, type MailTerms, type WaitingMail } from './plan-mails';

const NOON = Date.parse('2027-01-13T11:00:00Z');
const MINUTE = 60_000;
const TERMS: MailTerms = {
  now: new Date(NOON),
  windowMs: 10 * MINUTE,
  mostPerDay: 2,
  sentToday: 0,
  quiet: NO_QUIET_DAYS,
};
const NEXT_SEVEN = new Date('2027-01-14T06:00:00Z');

function mail(id: string, minutesAgo: number, values: Partial<WaitingMail> = {}): WaitingMail {
  const at = new Date(NOON - minutesAgo * MINUTE);
  return { id, aboutId: 'x', at, digestAt: null, mail: 'at_once', isWelcome: true, ...values };
}
const NOTHING = { send: [], digest: [], postpone: [], digestAt: NEXT_SEVEN, drop: [] };

describe('the plan of mails that wait', () => {
  it('lets mails about one thing go together once the first has waited', () => {
    expect(planMails([mail('a', 9.9), mail('b', 1)], TERMS)).toEqual(NOTHING);
    expect(planMails([mail('a', 10), mail('b', 1), mail('c', 5, { aboutId: 'y' })], TERMS)).toEqual({
      ...NOTHING,
      send: [['a', 'b']],
    });
  });

  it('keeps to the measure of the day and leaves the rest to the daily mail', () => {
    const due = ['x', 'y', 'z'].map((aboutId) => mail(aboutId, 11, { aboutId }));
    expect(planMails(due, TERMS)).toEqual({ ...NOTHING, send: [['x'], ['y']], postpone: ['z'] });
    expect(planMails(due, { ...TERMS, sentToday: 5 })).toEqual({ ...NOTHING, postpone: ['x', 'y', 'z'] });
  });

  it('sends nothing at once on a quiet day, and the daily mail after it', () => {
    const quiet = { ...NO_QUIET_DAYS, dates: [{ from: '2027-01-13', until: '2027-01-15' }] };
    expect(planMails([mail('a', 11)], { ...TERMS, quiet })).toEqual({
      ...NOTHING,
      postpone: ['a'],
      digestAt: new Date('2027-01-16T06:00:00Z'),
    });
  });

  it('gathers what is wanted daily until the hour of the daily mail, then takes all of it', () => {
    const fresh = mail('fresh', 1, { mail: 'daily' });
    expect(planMails([fresh], TERMS)).toEqual({ ...NOTHING, postpone: ['fresh'] });
    const late = mail('late', 300, { digestAt: new Date(NOON), mail: 'daily' });
    expect(planMails([late, fresh], TERMS)).toEqual({ ...NOTHING, digest: ['late', 'fresh'] });
  });

  it('drops what is not wanted, muted or not to be seen any more', () => {
    const all = [mail('a', 20, { mail: 'none' }), mail('b', 20, { isWelcome: false, digestAt: new Date(NOON) })];
    expect(planMails(all, TERMS)).toEqual({ ...NOTHING, drop: ['a', 'b'] });
  });

  it('does one thing at most with each mail, and never forgets one that is due', () => {
    const waiting = fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 60 }),
        aboutId: fc.constantFrom('x', 'y', 'z'),
        mail: fc.constantFrom('at_once', 'daily', 'none'),
        isWelcome: fc.boolean(),
        digestIn: fc.option(fc.integer({ min: -60, max: 60 })),
      }),
    );
    fc.assert(
      fc.property(waiting, fc.integer({ min: 0, max: 4 }), (values, sentToday) => {
        const mails = values
          .sort((a, b) => b.minutes - a.minutes)
          .map(({ minutes, digestIn, ...one }, n) => {
            const digestAt = digestIn === null ? null : new Date(NOON + digestIn * MINUTE);
            return mail(String(n), minutes, { ...one, digestAt });
          });
        const plan = planMails(mails, { ...TERMS, sentToday });
        const touched = [...plan.send.flat(), ...plan.digest, ...plan.postpone, ...plan.drop];
        expect(new Set(touched).size).toBe(touched.length);
        const left = mails.filter(({ id }) => !touched.includes(id));
        const isLate = ({ at, digestAt }: WaitingMail) =>
          digestAt === null ? at.getTime() + TERMS.windowMs <= NOON : digestAt.getTime() <= NOON;
        expect(left.filter(isLate)).toEqual([]);
      }),
    );
  });
});
