import { offsetHours, zone } from './amsterdam';

/** A language in which things can be printed. */
export type FormatLanguage = 'nl' | 'en';

/** An instant: ISO text in UTC, or milliseconds. */
export type Instant = string | number;

/** Everything a screen prints that differs between languages. All moments are on the clock in Amsterdam. */
export interface Formats {
  /** “di 24 nov 2026, 17:00 uur (UTC+1)”, “Tue 24 Nov 2026, 17:00 (UTC+1)”. */
  readonly moment: (instant: Instant) => string;
  /** “di 24 nov 2026”, “Tue 24 Nov 2026”. */
  readonly day: (instant: Instant) => string;
  /** “24 november 2026”, “24 November 2026”. */
  readonly date: (instant: Instant) => string;
  /** “24 nov 2026”, “24 Nov 2026”. */
  readonly shortDate: (instant: Instant) => string;
  /** “17:00 uur”, “17:00”. */
  readonly time: (instant: Instant) => string;
  /** “20:41:07”. */
  readonly clock: (instant: Instant) => string;
  /** “(UTC+1)”. */
  readonly offset: (instant: Instant) => string;
  /** “€ 60.000”, “€60,000”: whole euros. */
  readonly money: (euros: number) => string;
  /** “3,75”, “3.75”: with as many decimals as asked, none by default. */
  readonly number: (value: number, decimals?: number) => string;
  /** “35 %”, “35%”, of a number out of a hundred. */
  readonly percent: (value: number) => string;
  /** “2,4 MB”, “2.4 MB”. */
  readonly fileSize: (bytes: number) => string;
  /** “A, B en C”, “A, B and C”. */
  readonly list: (items: readonly string[]) => string;
}

type Parts = Record<string, string>;

function partsOf(format: Intl.DateTimeFormat): (instant: Instant) => Parts {
  return (instant) =>
    Object.fromEntries(
      format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value.replace('.', '')]),
    );
}

function fileSizeIn(number: Formats['number']): Formats['fileSize'] {
  return (bytes) => {
    if (bytes < 1000) return `${number(bytes)} B`;
    if (bytes < 1_000_000) return `${number(bytes / 1000)} kB`;
    return `${number(bytes / 1_000_000, 1)} MB`;
  };
}

function makeFormats(language: FormatLanguage): Formats {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const shape = { timeZone: zone, day: 'numeric', year: 'numeric', weekday: 'short' } as const;
  const short = partsOf(new Intl.DateTimeFormat(locale, { ...shape, month: 'short' }));
  const long = partsOf(new Intl.DateTimeFormat(locale, { ...shape, month: 'long' }));
  const seconds = partsOf(
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  );
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });

  const number: Formats['number'] = (value, decimals = 0) =>
    value.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const shortDate: Formats['shortDate'] = (instant) => {
    const { day, month, year } = short(instant);
    return `${day} ${month} ${year}`;
  };
  const day: Formats['day'] = (instant) => `${short(instant)['weekday']} ${shortDate(instant)}`;
  const time: Formats['time'] = (instant) => {
    const parts = seconds(instant);
    return `${parts['hour']}:${parts['minute']}${language === 'nl' ? ' uur' : ''}`;
  };
  const offset: Formats['offset'] = (instant) => `(UTC+${offsetHours(instant)})`;

  return {
    number,
    shortDate,
    day,
    time,
    offset,
    moment: (instant) => `${day(instant)}, ${time(instant)} ${offset(instant)}`,
    date: (instant) => {
      const parts = long(instant);
      return `${parts['day']} ${parts['month']} ${parts['year']}`;
    },
    clock: (instant) => {
      const parts = seconds(instant);
      return `${parts['hour']}:${parts['minute']}:${parts['second']}`;
    },
    money: (euros) => money.format(euros),
    percent: (value) => `${number(value)}${language === 'nl' ? '\u00a0%' : '%'}`,
    fileSize: fileSizeIn(number),
    list: (items) => list.format(items),
  };
}

const made: Partial<Record<FormatLanguage, Formats>> = {};

/** Gives the formats of a language; the same object every time. */
export function formatsFor(language: FormatLanguage): Formats {
  return (made[language] ??= makeFormats(language));
}
