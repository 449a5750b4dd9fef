import type { Moment } from './content/types';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Gives the instant of a moment of the demo; `startedAt` is the instant on which the demo is made. */
export function instantOf([days, time]: Moment, startedAt: Date): Date {
  if (time === 'now') return startedAt;
  const wall = Date.parse(`${dateOf(days, startedAt)}T${time}:00Z`);
  const winter = new Date(wall - HOUR_MS);
  return readClock(winter).time === time ? winter : new Date(wall - 2 * HOUR_MS);
}

/** Gives the calendar date in Amsterdam, so many days from the day on which the demo is made. */
export function dateOf(days: number, startedAt: Date): string {
  const today = Date.parse(`${readClock(startedAt).date}T00:00:00Z`);
  return new Date(today + days * DAY_MS).toISOString().slice(0, 10);
}

function readClock(instant: Date): { date: string; time: string } {
  const parts = new Map(wallClock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}
