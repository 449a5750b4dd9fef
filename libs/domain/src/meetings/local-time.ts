const ZONE = 'Europe/Amsterdam';
const MINUTE_MS = 60_000;
/** The offsets that Amsterdam has had since 1940, in minutes. */
const OFFSETS = [60, 120];

/**
 * Gives the instants at which a clock in Amsterdam shows this day and time: one, none when the clock skips it in spring, two,
 * the earlier first, when it shows it twice in autumn. `date` is `2026-11-22`, `time` is `14:30`.
 */
export function instantsOf(date: string, time: string): Date[] {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return [];
  return OFFSETS.map((minutes) => new Date(asUtc - minutes * MINUTE_MS))
    .filter((instant) => {
      const shown = localTime(instant);
      return shown.date === date && shown.time === time;
    })
    .sort((a, b) => a.getTime() - b.getTime());
}

/** Gives what a clock in Amsterdam shows at an instant. */
export function localTime(instant: Date): { readonly date: string; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  return { date: `${year}-${month}-${day}`, time: `${parts.get('hour')}:${parts.get('minute')}` };
}
