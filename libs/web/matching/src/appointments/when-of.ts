import { type SlotDto } from '@htsm/contracts';
import { type Formats } from '@htsm/web/ui';

/** Says when a slot is: “do 10 dec 2026, 10:00–11:00 uur (UTC+1)”. */
export function whenOf({ startsAt, minutes }: Pick<SlotDto, 'startsAt' | 'minutes'>, formats: Formats): string {
  const end = new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
  const from = formats.clock(startsAt).slice(0, 'hh:mm'.length);
  return `${formats.day(startsAt)}, ${from}–${formats.time(end)} ${formats.offset(startsAt)}`;
}

/** Gives the address of a place that is a link, such as one to a video call; null when it is none. */
export function linkOf(place: string): string | null {
  return /^https?:\/\/\S+$/.test(place) && URL.canParse(place) ? place : null;
}
