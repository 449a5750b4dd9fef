const DAY_MS = 86_400_000;

/** Gives the number of whole days from an instant until now; 0 on the first day, never negative. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
}

/** Gives the number of days that something is late, rounded up: a minute late is one day late. */
export function daysLate(due: string, now: number): number {
  return Math.max(1, Math.ceil((now - Date.parse(due)) / DAY_MS));
}

/** Whether a promised moment is past or less than a week away. */
export function isPressing(due: string | null, now: number): boolean {
  return due !== null && Date.parse(due) - now < 7 * DAY_MS;
}
