import type { DigestFrequency } from '../themes/themes';

/** The hour of the clock in Amsterdam at which daily and weekly digests go out. */
export const DIGEST_HOUR = 7;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/**
 * Gives the last moment, at or before `now`, at which digests of this frequency were to go out:
 * 07:00 in Amsterdam, for weekly ones on Monday. That hour exists exactly once on every day of the year.
 */
export function latestDigestSlot(frequency: Exclude<DigestFrequency, 'at_once'>, now: Date): Date {
  const today = midnightAsUtc(now);
  const daysBack = frequency === 'weekly' ? (new Date(today).getUTCDay() + 6) % 7 : 0;
  const slot = slotOnDay(today - daysBack * DAY_MS);
  if (slot.getTime() <= now.getTime()) return slot;
  return slotOnDay(today - (daysBack + (frequency === 'weekly' ? 7 : 1)) * DAY_MS);
}

/** Gives the calendar date of the clock in Amsterdam, as the UTC milliseconds of its midnight. */
function midnightAsUtc(instant: Date): number {
  return Date.parse(`${clock(instant).date}T00:00:00Z`);
}

/** Gives the instant of 07:00 on a calendar date: one or two hours before 07:00 UTC. */
function slotOnDay(midnight: number): Date {
  const winter = new Date(midnight + (DIGEST_HOUR - 1) * HOUR_MS);
  return clock(winter).hour === DIGEST_HOUR ? winter : new Date(winter.getTime() - HOUR_MS);
}

function clock(instant: Date): { date: string; hour: number } {
  const parts = new Map(wallClock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`, hour: Number(parts.get('hour')) };
}
