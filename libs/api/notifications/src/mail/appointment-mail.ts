import { calendarFile, type CalendarPerson, type MailVariables } from '@htsm/api/core';
import { letter } from './letter';
import type { MailContent, MailFact, MailFile } from './mail-content';
import { amsterdamTime } from './mail-formats';
import type { MailVoice } from './mail-voice';

type Told = MailVariables['appointment_told'];

/** Writes the slots that can be chosen, by time. */
export function offeredMail(
  { name, challengeTitle, partnerName, slots, words, path }: MailVariables['appointment_offered'],
  voice: MailVoice,
): MailContent {
  const lines = slots.map((slot) => voice.say('slot', { ...clock(slot, voice), place: slot.place }));
  return letter(voice, {
    name,
    params: { challengeTitle, partnerName },
    ...(words === '' ? {} : { quote: words }),
    facts: [...about(voice, challengeTitle), { name: voice.say('label.slots'), value: lines.join('\n') }],
    actionUrl: voice.url(path),
  });
}

/** Writes that none of the slots suits. */
export function refusedMail(
  { name, challengeTitle, organisationName, words, path }: MailVariables['appointment_refused'],
  voice: MailVoice,
): MailContent {
  return letter(voice, {
    name,
    params: { challengeTitle, organisationName },
    quote: words,
    facts: about(voice, challengeTitle),
    actionUrl: voice.url(path),
  });
}

/** Writes when the two sides meet, or that they do not. */
export function appointmentMail(
  { name, challengeTitle, partnerName, news, meeting, by, words, path }: Told,
  voice: MailVoice,
): MailContent {
  const when = meeting === null ? '' : voice.say('when', clock(meeting, voice));
  const from = by.side === 'taskforce' ? voice.say('by.taskforce') : by.name;
  const facts = [
    ...about(voice, challengeTitle),
    { name: voice.say(news === 'cancelled' ? 'label.was' : 'label.when'), value: when },
    { name: voice.common('label.place'), value: meeting?.place ?? '' },
    { name: voice.say('label.by'), value: news === 'reminder' ? '' : from },
  ];
  return letter(voice, {
    name,
    params: { challengeTitle, partnerName, news: voice.say(`news.${news}`) },
    title: voice.say(`news.${news}`),
    opening: voice.say(`opening.${news}`, { partnerName }),
    ...(words === '' ? {} : { quote: words }),
    facts: facts.filter(({ value }) => value !== ''),
    actionUrl: voice.url(path),
  });
}

/** The calendar file: an invitation, its update, or its end, for the one who gets the mail; none where nothing changed for calendars. */
export function appointmentFiles(told: Told, voice: MailVoice, organiser: CalendarPerson): MailFile[] {
  const { meeting, news, name, partnerName, challengeTitle, path } = told;
  if (meeting === null || news === 'reminder' || news === 'called_off') return [];
  const method = news === 'cancelled' ? 'CANCEL' : 'REQUEST';
  const appointment = {
    uid: `${meeting.id}@htsm-challenges`,
    sequence: meeting.sequence,
    startsAt: new Date(meeting.startsAt),
    endsAt: new Date(meeting.endsAt),
    title: voice.say('calendar.title', { partnerName }),
    place: meeting.place,
    description: `${challengeTitle}\n${voice.url(path)}`,
    changedAt: new Date(meeting.changedAt),
  };
  const attendee = { name, email: voice.occasion.toEmail };
  const fileName = method === 'CANCEL' ? 'cancelled.ics' : 'meeting.ics';
  return [{ fileName, method, text: calendarFile(method, [appointment], { organiser, attendee }) }];
}

function about(voice: MailVoice, challengeTitle: string): MailFact[] {
  return [{ name: voice.common('label.challenge'), value: challengeTitle }];
}

function clock({ startsAt, endsAt }: { startsAt: string; endsAt: string }, voice: MailVoice) {
  const { date, time, offset } = amsterdamTime(startsAt, voice.locale);
  return { date, time, offset, end: amsterdamTime(endsAt, voice.locale).time };
}
