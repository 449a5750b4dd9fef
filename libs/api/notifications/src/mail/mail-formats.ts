import type { Locale } from '@htsm/domain';

const ZONE = 'Europe/Amsterdam';
const TAGS: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Whether it is a moment, and not a word that stands in the place of one that a reader may not see. */
function isMoment(moment: Date): boolean {
  return !Number.isNaN(moment.getTime());
}

/** Gives an instant as the clock in Amsterdam shows it, in parts for a sentence. */
export function amsterdamTime(instant: string | Date, locale: Locale): { date: string; time: string; offset: string } {
  const moment = new Date(instant);
  if (!isMoment(moment)) return { date: String(instant), time: '', offset: '' };
  const time = new Intl.DateTimeFormat(TAGS[locale], { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(
    moment,
  );
  const zone = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'shortOffset' }).formatToParts(moment);
  const offset = zone.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return { date: longDate(moment, locale), time, offset };
}

/** Gives a day with its weekday; a date without a time (`2026-11-22`) stays that day. */
export function longDate(day: string | Date, locale: Locale): string {
  return inWords(day, locale, { weekday: 'long' });
}

/** Gives a day without its weekday. */
export function shortDate(day: string | Date, locale: Locale): string {
  return inWords(day, locale, {});
}

function inWords(day: string | Date, locale: Locale, more: Intl.DateTimeFormatOptions): string {
  const moment = new Date(day);
  if (!isMoment(moment)) return String(day);
  const format = { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric', ...more } as const;
  return new Intl.DateTimeFormat(TAGS[locale], format).format(moment);
}

/** Gives whole euros. */
export function euros(amount: number, locale: Locale): string {
  const format = { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(TAGS[locale], format).format(amount);
}

/** Gives "a, b and c". */
export function listOf(words: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(TAGS[locale], { type: 'conjunction' }).format(words);
}

/** Gives the whole days from one instant to another, at least 0. */
export function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 86_400_000));
}
