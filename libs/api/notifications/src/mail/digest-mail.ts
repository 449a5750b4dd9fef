import type { MailVariables } from '@htsm/api/core';
import type { ChallengeInMail, MailContent } from './mail-content';
import { daysBetween, euros, listOf, longDate, shortDate } from './mail-formats';
import type { MailVoice } from './mail-voice';

type Digest = MailVariables['digest'];
type Item = Digest['items'][number];

/** How many titles the line after the subject names. */
const TITLES_IN_PREHEADER = 2;

/** Writes the digest: one block for each challenge, why each is there, and why the reader gets this at all. */
export function digestMail(digest: Digest, voice: MailVoice): MailContent {
  const subject = voice.count('subject', digest.items.length);
  const subscriptionId = voice.occasion.subscriptionId ?? '';
  return {
    subject,
    preheader: preheader(digest.items, voice),
    kicker: voice.say(`kicker.${digest.frequency}`, { date: longDate(voice.occasion.queuedAt, voice.locale) }),
    title: subject,
    blocks: [
      { type: 'paragraph', text: voice.say('p1') },
      ...digest.items.map((item) => ({ type: 'challenge', challenge: challengeInMail(item, voice) }) as const),
    ],
    reason: voice.common('frame.reason', { reason: choice(digest, voice) }),
    links: [
      {
        label: voice.common('frame.manage'),
        url: voice.link('/subscriptions/manage', 'manage_subscription', subscriptionId),
      },
      {
        label: voice.common('frame.unsubscribe'),
        url: voice.link('/unsubscribe', 'manage_subscription', subscriptionId),
      },
    ],
    notes: [voice.common('frame.unsubscribe_note'), voice.common('frame.sender')],
  };
}

function preheader(items: readonly Item[], voice: MailVoice): string {
  const titles = items.slice(0, TITLES_IN_PREHEADER).map((item) => item.title);
  const first = items.map((item) => item.closesAt).sort()[0];
  if (first === undefined) return voice.say('p1');
  return voice.say('preheader', { titles: listOf(titles, voice.locale), date: shortDate(first, voice.locale) });
}

function challengeInMail(item: Item, voice: MailVoice): ChallengeInMail {
  const { locale, occasion } = voice;
  return {
    ownerName: item.ownerName,
    programme: item.programme,
    title: item.title,
    summary: item.summary,
    closes: voice.say('closes', { at: voice.at(item.closesAt) }),
    daysLeft: voice.count('days_left', daysBetween(occasion.queuedAt, new Date(item.closesAt))),
    details: [
      ...(item.budgetEur === null ? [] : [voice.say('budget', { amount: euros(item.budgetEur, locale) })]),
      ...(item.hoursAsked === null ? [] : [voice.count('hours', item.hoursAsked)]),
    ],
    why: why(item, voice),
    action: { label: voice.say('action'), url: voice.url(`/challenges/${encodeURIComponent(item.slug)}`) },
  };
}

function why(item: Item, voice: MailVoice): ChallengeInMail['why'] {
  const words = [
    ...item.matchedThemes.map((theme) => voice.common(`theme.${theme}`)),
    ...(item.matchedRegion === null ? [] : [voice.common(`region.${item.matchedRegion}`)]),
  ];
  return { lead: voice.say(words.length === 0 ? 'fits_all' : 'fits'), words };
}

/** "you chose a weekly message about robotics in Drenthe. You confirmed that on 3 September 2026." */
function choice(digest: Digest, voice: MailVoice): string {
  const themes = digest.themes.map((theme) => voice.common(`theme.${theme}`));
  const regions = digest.regions.map((region) => voice.common(`region.${region}`));
  const about =
    themes.length === 0 ? voice.say('about_all') : voice.say('about', { themes: listOf(themes, voice.locale) });
  const where = regions.length === 0 ? '' : voice.say('in', { regions: listOf(regions, voice.locale) });
  return voice.say('confirmed', {
    choice: `${voice.say(`chose.${digest.frequency}`)}${about}${where}`,
    date: shortDate(digest.confirmedAt, voice.locale),
  });
}
