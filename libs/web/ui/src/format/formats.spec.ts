import { formatsFor } from './formats';

const winter = '2026-11-24T16:00:07Z';
const summer = '2026-07-01T10:30:00Z';

/** Intl puts unbreakable spaces between a sign and its number. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formats', () => {
  it('prints moments in Dutch, with the offset', () => {
    const nl = formatsFor('nl');
    expect(nl.moment(winter)).toBe('di 24 nov 2026, 17:00 uur (UTC+1)');
    expect(nl.moment(summer)).toBe('wo 1 jul 2026, 12:30 uur (UTC+2)');
    expect(nl.date(winter)).toBe('24 november 2026');
    expect(nl.clock(winter)).toBe('17:00:07');
  });

  it('prints moments in English, with the offset', () => {
    const en = formatsFor('en');
    expect(en.moment(winter)).toBe('Tue 24 Nov 2026, 17:00 (UTC+1)');
    expect(en.day(summer)).toBe('Wed 1 Jul 2026');
    expect(en.time(summer)).toBe('12:30');
  });

  it('prints midnight as 00:00', () => {
    expect(formatsFor('nl').time('2026-11-24T23:00:00Z')).toBe('00:00 uur');
  });

  it('prints money, numbers and sizes', () => {
    expect(plain(formatsFor('nl').money(60000))).toBe('€ 60.000');
    expect(plain(formatsFor('en').money(60000))).toBe('€60,000');
    expect(formatsFor('nl').number(3.746, 2)).toBe('3,75');
    expect(formatsFor('en').number(3.746, 2)).toBe('3.75');
    expect(plain(formatsFor('nl').percent(35))).toBe('35 %');
    expect(formatsFor('en').percent(35)).toBe('35%');
    expect([512, 2400, 2_400_000].map((bytes) => formatsFor('nl').fileSize(bytes))).toEqual([
      '512 B',
      '2 kB',
      '2,4 MB',
    ]);
  });

  it('joins lists', () => {
    expect(formatsFor('nl').list(['A', 'B', 'C'])).toBe('A, B en C');
    expect(formatsFor('en').list(['A', 'B', 'C'])).toBe('A, B and C');
  });
});
