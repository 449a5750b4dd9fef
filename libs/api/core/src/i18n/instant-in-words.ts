import type { Locale } from '@htsm/domain';

/** Writes an instant as people in the Netherlands read it: `vrijdag 11 december 2026 om 17:00 (UTC+1)`. */
export function instantInWords(instant: Date, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((p) => p.type === type)?.value ?? '';
  const offset = part('timeZoneName')
    .replace('GMT', 'UTC')
    .replace(/([+-])0?(\d+):00/, '$1$2');
  const date = `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
  return `${date} ${locale === 'nl' ? 'om' : 'at'} ${part('hour')}:${part('minute')} (${offset})`;
}
