import fc from 'fast-check';
import { digestReasons, type DigestEvidence, type DigestInterest } from './digest-reasons';
import { amsterdamDate, nextDigestSlot } from './digest-slots';
import { isDutchHoliday, isQuietDay, NO_QUIET_DAYS, type QuietDays } from './quiet-days';

const EVERYTHING: DigestInterest = { themes: [], regions: [], words: '', organisationId: null, followsProfile: false };
const NOTHING_KNOWN: DigestEvidence = { words: () => null, profile: () => null };
const NO_REASON = { themes: [], region: null, words: [], isOfOrganisation: false, profile: null };

describe('why a challenge is in a digest', () => {
  const challenge = {
    organisationId: 'agrifirm',
    themes: ['robotics', 'data_ai'],
    region: 'drenthe',
  } as const;
  const met = [{ asked: 'lekkage', found: 'seepage' }];
  const fit = { themes: ['robotics'], words: met } as const;
  const known: DigestEvidence = { words: () => met, profile: () => fit };

  it.each<[string, Partial<DigestInterest>, object | null]>([
    ['everything is wanted', {}, {}],
    ['a theme is met', { themes: ['data_ai', 'medical'] }, { themes: ['data_ai'] }],
    ['a region is met', { regions: ['friesland', 'drenthe'] }, { region: 'drenthe' }],
    ['both are met', { themes: ['robotics'], regions: ['drenthe'] }, { themes: ['robotics'], region: 'drenthe' }],
    ['the words are met', { words: 'lekkage' }, { words: met }],
    ['the owner is met', { organisationId: 'agrifirm' }, { isOfOrganisation: true }],
    ['the profile is met', { followsProfile: true }, { profile: fit }],
    ['the theme is missed', { themes: ['medical'], regions: ['drenthe'] }, null],
    ['the region is missed', { themes: ['robotics'], regions: ['groningen'] }, null],
    ['the owner is missed', { organisationId: 'strukton' }, null],
  ])('%s', (_, interest, expected) => {
    const reasons = digestReasons({ ...EVERYTHING, ...interest }, challenge, known);
    expect(reasons).toEqual(expected === null ? null : { ...NO_REASON, ...expected });
  });

  it.each<[string, Partial<DigestInterest>]>([
    ['words are missed', { words: 'lekkage', themes: ['robotics'] }],
    ['the profile is missed', { followsProfile: true, regions: ['drenthe'] }],
  ])('is none when %s, whatever else is met', (_, interest) => {
    expect(digestReasons({ ...EVERYTHING, ...interest }, challenge, NOTHING_KNOWN)).toBeNull();
  });

  it('is a theme that is above the one of the challenge, and not the other way round', () => {
    const narrow = { ...challenge, themes: ['robotics/cobots'] };
    const met = (...themes: string[]) =>
      digestReasons({ ...EVERYTHING, themes }, narrow, NOTHING_KNOWN)?.themes ?? null;
    expect([met('robotics'), met('robotics/cobots'), met('robotics/gripping'), met('robot')]).toEqual([
      ['robotics'],
      ['robotics/cobots'],
      null,
      null,
    ]);
    expect(digestReasons({ ...EVERYTHING, themes: ['robotics/cobots'] }, challenge, NOTHING_KNOWN)).toBeNull();
  });

  it('gives a challenge without a region only to those who chose none', () => {
    const nowhere = { ...challenge, region: null };
    expect(digestReasons({ ...EVERYTHING, regions: ['drenthe'] }, nowhere, known)).toBeNull();
    expect(digestReasons(EVERYTHING, nowhere, NOTHING_KNOWN)).toEqual(NO_REASON);
  });
});

describe('the moment of a digest', () => {
  const DAILY = { frequency: 'daily', weekday: 1 } as const;
  const weekly = (weekday: number) => ({ frequency: 'weekly', weekday }) as const;
  const WORKDAYS: QuietDays = { ...NO_QUIET_DAYS, weekends: true };
  const HOLIDAYS: QuietDays = { ...NO_QUIET_DAYS, holidays: true };
  const AWAY: QuietDays = { ...NO_QUIET_DAYS, dates: [{ from: '2026-12-21', until: '2027-01-03' }] };

  it.each([
    ['daily, a second before', DAILY, NO_QUIET_DAYS, '2026-11-22T05:59:59Z', '2026-11-22T06:00:00.000Z'],
    ['daily, at the moment itself', DAILY, NO_QUIET_DAYS, '2026-11-22T06:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['daily, after midnight', DAILY, NO_QUIET_DAYS, '2026-11-21T23:30:00Z', '2026-11-22T06:00:00.000Z'],
    ['daily, the night that loses an hour', DAILY, NO_QUIET_DAYS, '2027-03-27T12:00:00Z', '2027-03-28T05:00:00.000Z'],
    ['daily, the night that gains one', DAILY, NO_QUIET_DAYS, '2027-10-30T12:00:00Z', '2027-10-31T06:00:00.000Z'],
    ['weekly', weekly(1), NO_QUIET_DAYS, '2026-11-22T12:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['weekly on Sunday', weekly(7), NO_QUIET_DAYS, '2026-11-22T06:00:00Z', '2026-11-29T06:00:00.000Z'],
    ['weekly, on its day', weekly(4), NO_QUIET_DAYS, '2026-11-26T05:00:00Z', '2026-11-26T06:00:00.000Z'],
    ['daily, over a quiet weekend', DAILY, WORKDAYS, '2026-11-20T07:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['weekly on a quiet Saturday', weekly(6), WORKDAYS, '2026-11-20T07:00:00Z', '2026-11-23T06:00:00.000Z'],
    [
      'weekly on a quiet Saturday, seen on Sunday',
      weekly(6),
      WORKDAYS,
      '2026-11-22T12:00:00Z',
      '2026-11-23T06:00:00.000Z',
    ],
    ['daily, over Easter', DAILY, HOLIDAYS, '2027-03-27T12:00:00Z', '2027-03-30T05:00:00.000Z'],
    ['daily, on a quiet holiday', DAILY, AWAY, '2026-12-20T12:00:00Z', '2027-01-04T06:00:00.000Z'],
    ['weekly, in the middle of quiet weeks', weekly(3), AWAY, '2026-12-30T12:00:00Z', '2027-01-04T06:00:00.000Z'],
    [
      'at once, on a quiet day',
      { frequency: 'at_once', weekday: 1 },
      WORKDAYS,
      '2026-11-21T12:00:00Z',
      '2026-11-23T06:00:00.000Z',
    ],
  ] as const)('%s', (...[, rhythm, quiet, after, expected]) => {
    expect(nextDigestSlot(rhythm, quiet, new Date(after))?.toISOString()).toBe(expected);
  });

  it('does not come when no day ahead is loud', () => {
    const always: QuietDays = { ...NO_QUIET_DAYS, dates: [{ from: '2020-01-01', until: '2099-12-31' }] };
    expect(nextDigestSlot(DAILY, always, new Date('2026-11-22T12:00:00Z'))).toBeNull();
  });

  it('is later, never on a quiet day, at seven, and none lies between', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const rhythms = fc.record({
      frequency: fc.constantFrom('daily' as const, 'weekly' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
    });
    const quiets = fc.record({ weekends: fc.boolean(), holidays: fc.boolean(), dates: fc.constant([]) });
    fc.assert(
      fc.property(
        instants,
        rhythms,
        quiets,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (after, rhythm, quiet, part) => {
          const slot = nextDigestSlot(rhythm, quiet, after) ?? after;
          expect(slot.getTime()).toBeGreaterThan(after.getTime());
          expect(isQuietDay(amsterdamDate(slot), quiet)).toBe(false);
          expect(slot.toLocaleTimeString('nl', { timeZone: 'Europe/Amsterdam' })).toBe('07:00:00');
          const between = new Date(after.getTime() + Math.floor(part * (slot.getTime() - after.getTime() - 1)));
          expect(nextDigestSlot(rhythm, quiet, between)).toEqual(slot);
        },
      ),
    );
  });
});

describe('the holidays of the Netherlands', () => {
  it('are those of 2025 and 2027', () => {
    const holidaysOf = (year: number) =>
      Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10))
        .filter(isDutchHoliday)
        .map((date) => date.slice(5));
    expect(holidaysOf(2025)).toEqual([
      '01-01',
      '04-20',
      '04-21',
      '04-26',
      '05-05',
      '05-29',
      '06-08',
      '06-09',
      '12-25',
      '12-26',
    ]);
    expect(holidaysOf(2027)).toEqual(['01-01', '03-28', '03-29', '04-27', '05-06', '05-16', '05-17', '12-25', '12-26']);
  });
});
