import { fromAmsterdam, offsetHours, toAmsterdam } from './amsterdam';

describe('the clock in Amsterdam', () => {
  it.each([
    ['2026-11-24T16:00:00.000Z', '2026-11-24T17:00'],
    ['2026-07-01T10:30:00.000Z', '2026-07-01T12:30'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01T00:30'],
  ])('shows %s as %s and reads it back', (iso, local) => {
    expect(toAmsterdam(iso)).toBe(local);
    expect(fromAmsterdam(local)).toEqual({ kind: 'instant', iso });
  });

  it.each(['2027-03-28T02:00', '2027-03-28T02:30', '2027-03-28T02:59'])(
    'refuses %s, which the clock skips',
    (local) => {
      expect(fromAmsterdam(local)).toEqual({ kind: 'gap', next: '2027-03-28T01:00:00.000Z' });
    },
  );

  it('reads the minutes beside the spring jump', () => {
    expect(fromAmsterdam('2027-03-28T01:59')).toEqual({ kind: 'instant', iso: '2027-03-28T00:59:00.000Z' });
    expect(fromAmsterdam('2027-03-28T03:00')).toEqual({ kind: 'instant', iso: '2027-03-28T01:00:00.000Z' });
  });

  it.each(['2026-10-25', '2027-10-31'])('gives both instants of a time that comes twice, on %s', (day) => {
    expect(fromAmsterdam(`${day}T02:30`)).toEqual({
      kind: 'fold',
      earlier: `${day}T00:30:00.000Z`,
      later: `${day}T01:30:00.000Z`,
    });
  });

  it('reads the hour after the autumn repeat', () => {
    expect(fromAmsterdam('2026-10-25T03:00')).toEqual({ kind: 'instant', iso: '2026-10-25T02:00:00.000Z' });
  });

  it.each(['', 'morgen', '2026-02-30T10:00', '2026-11-24'])('cannot read “%s”', (local) => {
    expect(fromAmsterdam(local)).toEqual({ kind: 'unreadable' });
  });

  it('knows winter and summer', () => {
    expect(offsetHours('2026-12-01T12:00:00Z')).toBe(1);
    expect(offsetHours('2026-06-01T12:00:00Z')).toBe(2);
  });
});
