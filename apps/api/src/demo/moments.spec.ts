import { dateOf, instantOf } from './moments';

describe('a moment of the demo', () => {
  const summer = new Date('2026-07-10T21:30:00Z');
  const winter = new Date('2026-11-22T23:30:00Z');

  it('counts days and hours on the clock in Amsterdam, through a change of the hour', () => {
    expect(instantOf([0, '09:00'], summer)).toEqual(new Date('2026-07-10T07:00:00Z'));
    expect(instantOf([150, '17:00'], summer)).toEqual(new Date('2026-12-07T16:00:00Z'));
    expect(instantOf([-60, '17:00'], winter)).toEqual(new Date('2026-09-24T15:00:00Z'));
  });

  it('takes the day that it is in Amsterdam', () => {
    expect(dateOf(0, winter)).toBe('2026-11-23');
    expect(dateOf(-1, summer)).toBe('2026-07-09');
  });

  it('knows now', () => {
    expect(instantOf([0, 'now'], winter)).toEqual(winter);
  });
});
