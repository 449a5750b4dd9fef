import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { plainText } from '../text/plain-text';
import { AMSTERDAM } from './amsterdam-zone';
import { ClockInAmsterdam } from './clock-in-amsterdam';

/** Somebody in a calendar. */
export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** Takes `Name <address>` or a bare address apart; the name may be empty. */
export function personOf(sender: string): CalendarPerson {
  const parts = /^([^<>]*)<([^<>\s]+)>$/.exec(sender.trim());
  return { name: parts?.[1]?.trim() ?? '', email: parts?.[2] ?? sender.trim() };
}

/** An appointment for somebody's calendar. */
export interface Appointment {
  /** Never changes; calendars find the appointment by it. */
  readonly uid: string;
  /** Goes up with every change. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  /** When it last changed. */
  readonly changedAt: Date;
}

/** What a calendar does with the file: take over, be asked to come, or take away (RFC 5546). */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** Who sends a calendar file; a request and a cancellation are for one person. */
export interface CalendarParties {
  readonly organiser: CalendarPerson;
  readonly attendee?: CalendarPerson;
}

/**
 * Writes appointments as iCalendar (RFC 5545), in the time of Amsterdam with the rules of its clock. What people wrote cannot
 * begin a line or a value of its own. REQUEST and CANCEL take one appointment, as RFC 5546 has it.
 */
export function calendarFile(
  method: CalendarMethod,
  appointments: readonly Appointment[],
  { organiser, attendee }: CalendarParties,
): string {
  const calendar = ical({
    prodId: { company: 'HTSM Noord-Nederland', product: 'HTSM Challenges', language: 'EN' },
    method: ICalCalendarMethod[method],
    timezone: { name: AMSTERDAM.name, generator: () => AMSTERDAM.rules },
  });
  for (const { uid, sequence, startsAt, endsAt, title, place, description, changedAt } of appointments) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: changedAt,
      start: new ClockInAmsterdam(startsAt),
      end: new ClockInAmsterdam(endsAt),
      timezone: AMSTERDAM.name,
      summary: plain(title),
      location: plain(place),
      description: plain(description),
      status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: { name: name(organiser), email: organiser.email },
      attendees: attendee === undefined ? [] : [{ ...attendee, name: name(attendee), ...INVITED }],
    });
  }
  return calendar.toString();
}

const INVITED = { role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION, rsvp: false };

/** Line breaks are escaped by the writer; a tab has no place in a calendar. */
function plain(text: string): string {
  return plainText(text).replaceAll('\t', ' ').trim();
}

/** A parameter in quotes can hold neither quotes nor line breaks. */
function name(person: CalendarPerson): string {
  return plain(person.name).replace(/["\\\n]+/g, "'") || person.email;
}
