import { instantsOf, localTime } from './local-time';

describe('a time on the clock in Amsterdam', () => {
  it.each([
    ['2026-12-10', '14:30', ['2026-12-10T13:30:00.000Z']],
    ['2026-06-10', '14:30', ['2026-06-10T12:30:00.000Z']],
    ['2027-03-28', '01:59', ['2027-03-28T00:59:00.000Z']],
    ['2027-03-28', '02:30', []],
    ['2027-03-28', '03:00', ['2027-03-28T01:00:00.000Z']],
    ['2026-10-25', '02:30', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-10-25', '03:00', ['2026-10-25T02:00:00.000Z']],
    ['2026-02-30', '10:00', []],
  ])('%s %s is %j', (date, time, instants) => {
    expect(instantsOf(date, time).map((instant) => instant.toISOString())).toEqual(instants);
  });

  it('is what the clock shows at that instant', () => {
    expect(localTime(new Date('2026-12-31T23:05:00Z'))).toEqual({ date: '2027-01-01', time: '00:05' });
  });
});
