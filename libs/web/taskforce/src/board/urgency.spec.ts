import { daysLate, daysSince, isPressing } from './urgency';

const now = Date.parse('2026-11-22T12:00:00Z');

it('counts whole days of waiting', () => {
  expect(['2026-11-22T11:00:00Z', '2026-11-21T12:00:00Z', '2026-11-20T13:00:00Z', '2026-11-23T00:00:00Z'].map((at) => daysSince(at, now))).toEqual([
    0, 1, 1, 0,
  ]);
});

it('counts lateness from the first minute', () => {
  expect(['2026-11-22T11:59:00Z', '2026-11-21T12:00:00Z', '2026-11-20T11:59:00Z'].map((at) => daysLate(at, now))).toEqual([1, 1, 3]);
});

it('presses from a week before what was promised', () => {
  expect([null, '2026-11-29T12:00:01Z', '2026-11-29T11:00:00Z', '2026-11-01T00:00:00Z'].map((at) => isPressing(at, now))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
