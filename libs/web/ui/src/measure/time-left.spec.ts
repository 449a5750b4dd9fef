import { timeLeft } from './time-left';

const opens = '2026-11-02T16:00:00Z';
const closes = '2026-12-12T16:00:00Z';
const at = (iso: string) => timeLeft(opens, closes, Date.parse(iso));

describe('time left', () => {
  it.each([
    ['2026-11-22T16:00:00Z', { unit: 'days', n: 20, isSoon: false, gone: 50 }],
    ['2026-12-09T15:59:59Z', { unit: 'days', n: 3, isSoon: false }],
    ['2026-12-09T16:00:00Z', { unit: 'days', n: 3, isSoon: true }],
    ['2026-12-11T16:00:00Z', { unit: 'days', n: 1, isSoon: true }],
    ['2026-12-11T16:00:01Z', { unit: 'hours', n: 23, isSoon: true }],
    ['2026-12-12T15:00:00Z', { unit: 'hours', n: 1, isSoon: true }],
    ['2026-12-12T15:59:30Z', { unit: 'minutes', n: 1, isSoon: true }],
    ['2026-12-12T16:00:00Z', { unit: 'closed', n: 0, isSoon: false, gone: 100 }],
  ])('at %s', (iso, expected) => {
    expect(at(iso)).toMatchObject(expected);
  });

  it('stays on its scale before opening and without an opening', () => {
    expect(at('2026-11-01T00:00:00Z').gone).toBe(0);
    expect(timeLeft(null, closes, Date.parse('2026-11-27T16:00:00Z')).gone).toBe(50);
  });
});
