import { isCheckInDue } from './check-in';

const now = Date.parse('2026-11-22T23:30:00Z'); // half past midnight on the 23rd in Amsterdam

describe('the day to ask after a match', () => {
  it.each([
    ['2026-11-22', true],
    ['2026-11-23', true],
    ['2026-11-24', false],
    [null, false],
  ])('%s is due: %s', (nextCheckInOn, isDue) => {
    expect(isCheckInDue({ state: 'introduced', nextCheckInOn }, now)).toBe(isDue);
  });

  it('is never due once the match has ended', () => {
    expect(isCheckInDue({ state: 'ended', nextCheckInOn: '2026-01-01' }, now)).toBe(false);
  });
});
