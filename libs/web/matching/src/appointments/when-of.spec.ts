import { formatsFor } from '@htsm/web/ui';
import { linkOf, whenOf } from './when-of';

describe('a slot in words', () => {
  it('is on the clock of Amsterdam, with its offset', () => {
    expect(whenOf({ startsAt: '2026-12-10T09:00:00.000Z', minutes: 90 }, formatsFor('nl'))).toBe(
      'do 10 dec 2026, 10:00–11:30 uur (UTC+1)',
    );
    expect(whenOf({ startsAt: '2027-06-10T09:00:00.000Z', minutes: 30 }, formatsFor('en'))).toBe(
      'Thu 10 Jun 2027, 11:00–11:30 (UTC+2)',
    );
  });

  it.each([
    ['https://meet.example/x', 'https://meet.example/x'],
    ['Zernike, Groningen', null],
    ['javascript:alert(1)', null],
    ['https://meet.example/x en dan links', null],
    ['https://', null],
  ])('takes %s for the link %s', (place, link) => {
    expect(linkOf(place)).toBe(link);
  });
});
