/** The zone in which the product shows and reads every moment. */
export const zone = 'Europe/Amsterdam';

/** A local time on the clock in Amsterdam: an instant, or a time that does not exist or exists twice. */
export type LocalTime =
  | { readonly kind: 'instant'; readonly iso: string }
  /** The clock jumped over this time; `next` is the first instant after the jump. */
  | { readonly kind: 'gap'; readonly next: string }
  /** The clock showed this time twice. */
  | { readonly kind: 'fold'; readonly earlier: string; readonly later: string }
  /** Not a date and time at all. */
  | { readonly kind: 'unreadable' };

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const hour = 3_600_000;

/** Gives the clock in Amsterdam at an instant, as `YYYY-MM-DDTHH:mm`: the value of a `datetime-local` input. */
export function toAmsterdam(instant: string | number): string {
  const parts = Object.fromEntries(wallClock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`;
}

/** Gives the hours between UTC and the clock in Amsterdam at an instant: 1 in winter, 2 in summer. */
export function offsetHours(instant: string | number): number {
  const shown = Date.parse(`${toAmsterdam(instant)}Z`);
  return Math.round((shown - new Date(instant).getTime()) / hour);
}

/**
 * Reads a time on the clock in Amsterdam (`YYYY-MM-DDTHH:mm`) as an instant. A time inside the spring jump or the
 * autumn repeat is not turned into one silently: the caller asks.
 */
export function fromAmsterdam(local: string): LocalTime {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== local) return { kind: 'unreadable' };
  const [earlier, later] = [asUtc - 2 * hour, asUtc - hour].filter((instant) => toAmsterdam(instant) === local);
  if (earlier === undefined)
    return { kind: 'gap', next: new Date(Math.floor((asUtc - hour) / hour) * hour).toISOString() };
  const iso = new Date(earlier).toISOString();
  if (later === undefined) return { kind: 'instant', iso };
  return { kind: 'fold', earlier: iso, later: new Date(later).toISOString() };
}
