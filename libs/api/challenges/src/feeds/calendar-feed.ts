import { oneLine } from '@htsm/api/core';
import { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency, default as ical } from 'ical-generator';
import type { Locale } from '@htsm/domain';
import { challengeAddress } from './feed-address';
import type { FeedParts } from './atom-feed';

/** How often programs should ask again, in seconds. */
const ASK_AGAIN_S = 6 * 3600;

/** A calendar: its name, its own address when it can be subscribed to, and what is in it. */
export interface CalendarParts extends Pick<FeedParts, 'config' | 'words' | 'content'> {
  readonly name: string;
  readonly source: string | null;
  readonly locale: Locale;
}

/**
 * Writes iCalendar (RFC 5545). Each closing is an instant in UTC, so that every program shows it right; its UID never
 * changes, and a higher SEQUENCE replaces it when the closing moved or was called off.
 */
export function calendarFeed({ config, words, content, name, source, locale }: CalendarParts): string {
  const calendar = ical({
    prodId: { company: 'Taskforce HTSM Noord-Nederland', product: 'HTSM Challenges', language: locale.toUpperCase() },
    name: oneLine(name),
    method: ICalCalendarMethod.PUBLISH,
    ...(source === null ? {} : { source, ttl: ASK_AGAIN_S }),
  });
  for (const row of content.rows) {
    const isCancelled = row.state === 'cancelled';
    const changedAt = new Date(row.changedAt);
    calendar.createEvent({
      id: `closing-${row.id}@htsm-challenges`,
      sequence: row.deadlineSequence,
      start: new Date(row.closesAt),
      stamp: changedAt,
      lastModified: changedAt,
      created: new Date(row.openedAt),
      summary: words.say(locale, isCancelled ? 'calendar.cancelled' : 'calendar.closes', { title: row.title }),
      description: words.text(row, locale),
      url: challengeAddress(config, row.slug, locale),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
