import { createHash, randomUUID } from 'node:crypto';
import type { MailVariables } from '@htsm/api/core';
import { DIGEST_FREQUENCIES, type DigestReasons, type Locale } from '@htsm/domain';
import type { AnnouncedChallenge, DigestRow, DueInterest, DueSubscriber } from './digest.repository';
import type { InterestMatcher } from './match-interests';

type DigestItem = MailVariables['digest']['items'][number];
type Reason = DigestItem['reasons'][number];

/** A challenge and every due interest that it belongs to. */
interface Fitting {
  readonly challenge: AnnouncedChallenge;
  readonly because: readonly { readonly interest: DueInterest; readonly reasons: DigestReasons }[];
}

/** Gives the digest of one subscriber from the challenges they were not sent yet, or null when none fits. */
export function composeDigest(
  subscriber: DueSubscriber,
  due: readonly DueInterest[],
  fresh: readonly AnnouncedChallenge[],
  matcher: InterestMatcher,
): DigestRow | null {
  const fitting = fresh.flatMap((challenge) => fit(subscriber, due, challenge, matcher));
  if (fitting.length === 0) return null;
  const challengeIds = fitting.map(({ challenge }) => challenge.id);
  const interests = due.filter(({ id }) =>
    fitting.some(({ because }) => because.some(({ interest }) => interest.id === id)),
  );
  const variables: MailVariables['digest'] = {
    frequency: DIGEST_FREQUENCIES.find((one) => interests.some(({ frequency }) => frequency === one)) ?? 'weekly',
    interests: interests.map(describe),
    items: fitting.map(({ challenge, because }) => ({
      ...item(challenge, subscriber.locale),
      reasons: because.map(({ interest, reasons }) => reasonOf(interest.id, reasons)),
    })),
  };
  return {
    mailId: randomUUID(),
    subscriptionId: subscriber.id,
    userId: subscriber.userId,
    email: subscriber.email,
    locale: subscriber.locale,
    variables,
    dedupeKey: `digest:${subscriber.id}:${fingerprint(challengeIds)}`,
    challengeIds,
  };
}

function fit(
  subscriber: DueSubscriber,
  due: readonly DueInterest[],
  challenge: AnnouncedChallenge,
  matcher: InterestMatcher,
): Fitting[] {
  const because = due.flatMap((interest) => {
    const reasons = matcher.reasons(interest, subscriber.userId, challenge);
    return reasons === null ? [] : [{ interest, reasons }];
  });
  return because.length === 0 ? [] : [{ challenge, because }];
}

/** Gives why a challenge belongs to an interest, as a mail and the preview tell it. */
export function reasonOf(interestId: string, reasons: DigestReasons): Reason {
  const { themes, region, words, isOfOrganisation, profile } = reasons;
  return {
    interestId,
    themes,
    region,
    words: words.map(({ asked, found }) => ({ asked, found })),
    isOfOrganisation,
    profile:
      profile === null
        ? null
        : { themes: [...profile.themes], words: profile.words.map(({ asked, found }) => ({ asked, found })) },
  };
}

function describe(interest: DueInterest): MailVariables['digest']['interests'][number] {
  return {
    id: interest.id,
    name: interest.name,
    themes: [...interest.themes],
    regions: [...interest.regions],
    words: interest.words,
    organisationName: interest.organisationName,
    followsProfile: interest.followsProfile,
    frequency: interest.frequency,
    weekday: interest.weekday,
    confirmedAt: interest.confirmedAt.toISOString(),
  };
}

/** A challenge has text in one language at least; the reader's own comes first. */
function item(challenge: AnnouncedChallenge, locale: Locale): Omit<DigestItem, 'reasons'> {
  const isDutch = locale === 'nl';
  return {
    slug: challenge.slug,
    title: titleIn(challenge, locale),
    summary: (isDutch ? challenge.summaryNl : challenge.summaryEn) || challenge.summaryNl || challenge.summaryEn,
    ownerName: challenge.ownerName,
    programme: challenge.programme,
    closesAt: challenge.closesAt.toISOString(),
    budgetEur: challenge.budgetEur,
    hoursAsked: challenge.hoursAsked,
  };
}

/** The title in a language, or in the other one when it is not written in it. */
export function titleIn({ titleNl, titleEn }: AnnouncedChallenge, locale: Locale): string {
  return (locale === 'nl' ? titleNl : titleEn) || titleNl || titleEn;
}

/** The same set of challenges gives the same words, in whatever order. */
function fingerprint(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join())
    .digest('base64url');
}
