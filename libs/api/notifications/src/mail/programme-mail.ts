import { calendarFile, type Appointment, type CalendarPerson, type MailVariables } from '@htsm/api/core';
import { letter } from './letter';
import type { MailContent, MailFile } from './mail-content';
import { amsterdamTime } from './mail-formats';
import type { MailVoice } from './mail-voice';

type Programme = MailVariables['meeting_programme'];
type Meeting = Programme['meetings'][number];

/** Writes the programme of an organisation: its meetings by time, and what will not be. */
export function programmeMail(programme: Programme, voice: MailVoice): MailContent {
  const { name, eventTitle, place, news, reason, meetings, dropped, path } = programme;
  const line = (meeting: Meeting): string =>
    voice.say('meeting', { ...inWords(meeting), time: clock(meeting, voice), end: clock(meeting, voice, 'endsAt') });
  const [first] = [...meetings, ...dropped];
  const on = first === undefined ? '' : amsterdamTime(first.startsAt, voice.locale).date;
  const facts = [
    { name: voice.common('label.place'), value: place },
    { name: voice.say('label.on'), value: on },
    { name: voice.say('label.meetings'), value: meetings.map(line).join('\n') },
    { name: voice.say('label.dropped'), value: dropped.map(line).join('\n') },
  ];
  return letter(voice, {
    name,
    params: { eventTitle, news: voice.say(`news.${news}`) },
    opening: voice.say(`opening.${news}`, { eventTitle }),
    ...(reason === '' ? {} : { quote: reason }),
    facts: facts.filter(({ value }) => value !== ''),
    actionUrl: voice.url(path),
  });
}

/** The calendar files: all meetings in one, and one for each that will not be, since a cancellation is about one (RFC 5546). */
export function programmeFiles(programme: Programme, voice: MailVoice, organiser: CalendarPerson): MailFile[] {
  const attendee = { name: programme.name, email: voice.occasion.toEmail };
  const appointment = (meeting: Meeting): Appointment => ({
    uid: `${meeting.id}@htsm-challenges`,
    sequence: meeting.sequence,
    startsAt: new Date(meeting.startsAt),
    endsAt: new Date(meeting.endsAt),
    title: voice.say('calendar.title', inWords(meeting)),
    place: voice.say('calendar.place', { place: programme.place, table: meeting.table }),
    description: voice.say('calendar.description', { eventTitle: programme.eventTitle, table: meeting.table }),
    changedAt: new Date(meeting.changedAt),
  });
  const standing = programme.meetings.map(appointment);
  return [
    ...(standing.length === 0
      ? []
      : [
          {
            fileName: 'meetings.ics',
            method: 'PUBLISH',
            text: calendarFile('PUBLISH', standing, { organiser }),
          } as const,
        ]),
    ...programme.dropped.map((meeting, index) => ({
      fileName: `cancelled-${index + 1}.ics`,
      method: 'CANCEL' as const,
      text: calendarFile('CANCEL', [appointment(meeting)], { organiser, attendee }),
    })),
  ];
}

function inWords({ partnerName, challengeTitle, table }: Meeting) {
  return { partnerName, challengeTitle, table };
}

function clock(meeting: Meeting, voice: MailVoice, end: 'startsAt' | 'endsAt' = 'startsAt'): string {
  return amsterdamTime(meeting[end], voice.locale).time;
}
