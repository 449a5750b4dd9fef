import type { DigestFrequency } from '../themes/themes';
import { isQuietDay, type QuietDays } from './quiet-days';

/** The hour of the clock in Amsterdam at which daily and weekly digests go out. */
export const DIGEST_HOUR = 7;

/** When somebody wants to hear of what is new. */
export interface DigestRhythm {
  readonly frequency: DigestFrequency;
  /** Day of the weekly digest, 1 (Monday) to 7. */
  readonly weekday: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far ahead a day that is not quiet is looked for; who is quiet for longer gets nothing. */
const HORIZON_DAYS = 4_000;

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Gives the calendar date of the clock in Amsterdam, `2026-11-22`. */
export function amsterdamDate(instant: Date): string {
  return clock(instant).date;
}

/**
 * Gives the first moment after `after` at which digests of this rhythm go out: 07:00 in Amsterdam, for weekly ones on
 * their day; a quiet day hands over to the next day that is not. At once has no moments of its own: its moment is the first
 * 07:00 of a day that is not quiet. That hour exists exactly once on every day. Null when every day ahead is quiet.
 */
export function nextDigestSlot({ frequency, weekday }: DigestRhythm, quiet: QuietDays, after: Date): Date | null {
  const today = Date.parse(`${amsterdamDate(after)}T00:00:00Z`);
  // the last of its days, since quiet days may have moved it past now
  const first = frequency === 'weekly' ? lastWeekday(today, weekday) : today;
  for (let day = first; day <= today + HORIZON_DAYS * DAY_MS; day += frequency === 'weekly' ? 7 * DAY_MS : DAY_MS) {
    const slot = firstLoudSlot(day, quiet);
    if (slot === null) return null;
    if (slot.getTime() > after.getTime()) return slot;
  }
  return null;
}

/** The last such weekday at or before a day. */
function lastWeekday(day: number, weekday: number): number {
  const back = (new Date(day).getUTCDay() - weekday + 7) % 7;
  return day - back * DAY_MS;
}

/** 07:00 on the first day from `day` on that is not quiet. */
function firstLoudSlot(day: number, quiet: QuietDays): Date | null {
  for (let at = day; at <= day + HORIZON_DAYS * DAY_MS; at += DAY_MS) {
    if (!isQuietDay(dateOf(at), quiet)) return slotOnDay(at);
  }
  return null;
}

function dateOf(midnight: number): string {
  return new Date(midnight).toISOString().slice(0, 10);
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
