import type { MailVariables } from '@htsm/api/core';
import type { ChallengeInMail, MailContent } from './mail-content';
import { daysBetween, euros, listOf, longDate, shortDate } from './mail-formats';
import type { MailVoice } from './mail-voice';

type Digest = MailVariables['digest'];
type Item = Digest['items'][number];
type Interest = Digest['interests'][number];
type Reason = Item['reasons'][number];

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
      ...digest.items.map((item) => ({ type: 'challenge', challenge: challengeInMail(item, digest, voice) }) as const),
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

function challengeInMail(item: Item, digest: Digest, voice: MailVoice): ChallengeInMail {
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
    why: why(item, digest, voice),
    action: { label: voice.say('action'), url: voice.url(`/challenges/${encodeURIComponent(item.slug)}`) },
  };
}

/** "You get this because you follow “Robots nearby”: theme robotics, region Drenthe." and where that is changed. */
function why(item: Item, digest: Digest, voice: MailVoice): ChallengeInMail['why'] {
  return item.reasons.flatMap((reason) => {
    const interest = digest.interests.find(({ id }) => id === reason.interestId);
    if (interest === undefined) return [];
    const parts = listOf(reasonParts(reason, interest, voice), voice.locale);
    const path = `/subscriptions/manage?interest=${interest.id}`;
    return {
      text: reasonSentence(interest.name, parts, voice),
      change: {
        label: voice.say('change'),
        url: voice.link(path, 'manage_subscription', voice.occasion.subscriptionId ?? ''),
      },
    };
  });
}

function reasonSentence(name: string, parts: string, voice: MailVoice): string {
  if (name === '') return parts === '' ? voice.say('why_all') : voice.say('why', { parts });
  return parts === '' ? voice.say('why_name', { name }) : voice.say('why_named', { name, parts });
}

function reasonParts(reason: Reason, interest: Interest, voice: MailVoice): string[] {
  const { themes, region, words, isOfOrganisation, profile } = reason;
  return [
    ...themes.map((theme) => voice.say('part.theme', { theme: voice.common(`theme.${theme}`) })),
    ...(region === null ? [] : [voice.say('part.region', { region: voice.common(`region.${region}`) })]),
    ...words.map((word) => met(word, voice)),
    ...(isOfOrganisation && interest.organisationName !== null
      ? [voice.say('part.owner', { name: interest.organisationName })]
      : []),
    ...(profile === null ? [] : [profilePart(profile, voice)]),
  ];
}

/** The profile's weightiest theme and words. */
function profilePart(profile: NonNullable<Reason['profile']>, voice: MailVoice): string {
  const reasons = [
    ...profile.themes.slice(0, 1).map((theme) => voice.common(`theme.${theme}`)),
    ...profile.words.slice(0, 2).map((word) => met(word, voice)),
  ];
  if (reasons.length === 0) return voice.say('part.profile');
  return voice.say('part.profile_because', { reasons: listOf(reasons, voice.locale) });
}

function met({ asked, found }: { asked: string; found: string }, voice: MailVoice): string {
  const isSame = asked.toLowerCase() === found.toLowerCase();
  return isSame ? voice.say('part.word', { asked }) : voice.say('part.word_met', { asked, found });
}

/** "you chose a weekly message about robotics in Drenthe. You confirmed that on 3 September 2026." */
function choice(digest: Digest, voice: MailVoice): string {
  const [interest, ...others] = digest.interests;
  if (interest === undefined) return voice.say('chose_several', { choices: '' });
  if (others.length > 0) {
    const choices = digest.interests.map((one) => voice.say('quoted', { name: nameOf(one, voice) }));
    return voice.say('chose_several', { choices: listOf(choices, voice.locale) });
  }
  return voice.say('confirmed', {
    choice: `${voice.say(`chose.${interest.frequency}`)}${voice.say('about', { choice: nameOf(interest, voice) })}`,
    date: shortDate(interest.confirmedAt, voice.locale),
  });
}

/** What the reader calls it, or else what it asks for. */
function nameOf(interest: Interest, voice: MailVoice): string {
  if (interest.name !== '') return interest.name;
  const parts = [
    ...interest.themes.map((theme) => voice.common(`theme.${theme}`)),
    ...interest.regions.map((region) => voice.common(`region.${region}`)),
    ...(interest.words === '' ? [] : [voice.say('part.word', { asked: interest.words })]),
    ...(interest.organisationName === null ? [] : [interest.organisationName]),
    ...(interest.followsProfile ? [voice.say('own_profile')] : []),
  ];
  return parts.length === 0 ? voice.say('everything') : listOf(parts, voice.locale);
}
