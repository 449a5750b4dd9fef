import { createHash, randomUUID } from 'node:crypto';
import type { MailVariables } from '@htsm/api/core';
import { digestReasons, type DigestFrequency, type DigestReasons, type Locale } from '@htsm/domain';
import type { DigestRow, DueSubscriber, OpenChallenge } from './digest.repository';

type DigestItem = MailVariables['digest']['items'][number];

/** Gives the digest of one subscriber from the challenges they were not sent yet, or null when none fits. */
export function composeDigest(
  subscriber: DueSubscriber,
  frequency: DigestFrequency,
  fresh: readonly OpenChallenge[],
): DigestRow | null {
  const fitting = fresh.flatMap((challenge) => {
    const reasons = digestReasons(subscriber, challenge);
    return reasons === null ? [] : [{ challenge, reasons }];
  });
  if (fitting.length === 0) return null;
  const challengeIds = fitting.map(({ challenge }) => challenge.id);
  const variables: MailVariables['digest'] = {
    frequency,
    themes: subscriber.themes,
    regions: subscriber.regions,
    confirmedAt: subscriber.confirmedAt.toISOString(),
    items: fitting.map(({ challenge, reasons }) => item(challenge, reasons, subscriber.locale)),
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

/** A challenge has text in one language at least; the reader's own comes first. */
function item(challenge: OpenChallenge, reasons: DigestReasons, locale: Locale): DigestItem {
  const isDutch = locale === 'nl';
  return {
    slug: challenge.slug,
    title: (isDutch ? challenge.titleNl : challenge.titleEn) || challenge.titleNl || challenge.titleEn,
    summary: (isDutch ? challenge.summaryNl : challenge.summaryEn) || challenge.summaryNl || challenge.summaryEn,
    ownerName: challenge.ownerName,
    programme: challenge.programme,
    closesAt: challenge.closesAt.toISOString(),
    budgetEur: challenge.budgetEur,
    hoursAsked: challenge.hoursAsked,
    matchedThemes: reasons.themes,
    matchedRegion: reasons.region,
  };
}

/** The same set of challenges gives the same words, in whatever order. */
function fingerprint(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join())
    .digest('base64url');
}
