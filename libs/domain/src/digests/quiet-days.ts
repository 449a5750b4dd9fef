/** Days on which a subscriber wants no mail; what would have come then comes on the next other day. */
export interface QuietDays {
  /** Whether Saturdays and Sundays are quiet. */
  readonly weekends: boolean;
  /** Whether the public holidays of the Netherlands are quiet. */
  readonly holidays: boolean;
  /** Further days, both ends included, as `2026-12-24`. */
  readonly dates: readonly QuietDates[];
}

/** A row of quiet days, both ends included, as `2026-12-24`. */
export interface QuietDates {
  readonly from: string;
  readonly until: string;
}

export const NO_QUIET_DAYS: QuietDays = { weekends: false, holidays: false, dates: [] };

const DAY_MS = 86_400_000;

/** Whether a calendar date (`2026-12-25`) is quiet. */
export function isQuietDay(date: string, quiet: QuietDays): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (quiet.weekends && (weekday === 0 || weekday === 6)) return true;
  if (quiet.holidays && isDutchHoliday(date)) return true;
  return quiet.dates.some(({ from, until }) => from <= date && date <= until);
}

/**
 * Whether nobody works in the Netherlands on this date: the days of the Algemene termijnenwet, article 3, without Good
 * Friday, and Liberation Day in lustrum years, when most collective agreements give it.
 */
export function isDutchHoliday(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (['01-01', '12-25', '12-26'].includes(date.slice(5))) return true;
  if (date === kingsDay(year)) return true;
  if (month === 5 && day === 5) return year % 5 === 0;
  const sinceEaster = (Date.parse(`${date}T00:00:00Z`) - easter(year)) / DAY_MS;
  return [0, 1, 39, 49, 50].includes(sinceEaster); // Easter and its Monday, Ascension, Whitsun and its Monday
}

/** The 27th of April; the day before when that is a Sunday. */
function kingsDay(year: number): string {
  const isSunday = new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0;
  return `${year}-04-${isSunday ? '26' : '27'}`;
}

/** Easter Sunday as UTC milliseconds, by the anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}
