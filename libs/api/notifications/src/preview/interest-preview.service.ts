import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import { ChallengeWords } from '../digests/challenge-words';
import { titleIn } from '../digests/compose-digest';
import { openedWithin, type AnnouncedChallenge } from '../digests/digest.repository';
import { InterestMatcher, type AskedInterest } from '../digests/match-interests';
import type { InterestChoicesDto } from '../subscriptions/interest.dto';
import { PREVIEW_DAYS, PREVIEW_LIMIT, type InterestReasonsDto, type PreviewDto } from './preview.dto';

/** Says what an interest would have brought, by the same rules as the digests. */
@Injectable()
export class InterestPreview {
  constructor(
    private readonly database: Database,
    private readonly words: ChallengeWords,
  ) {}

  /** @param locale the language in which the words are read and the titles given */
  show(actor: Actor, choices: InterestChoicesDto, locale: Locale): Promise<PreviewDto> {
    const interest = askedBy(choices, locale);
    const userId = actor.kind === 'user' ? actor.userId : null;
    return this.database.as(actor, async (tx) => {
      const challenges = await openedWithin(tx, PREVIEW_DAYS, PREVIEW_LIMIT);
      const userIds = userId !== null && interest.followsProfile ? [userId] : [];
      const matcher = await InterestMatcher.open(tx, this.words, { interests: [interest], userIds }, challenges);
      const items = challenges.flatMap((challenge) => {
        const reasons = matcher.reasons(interest, userId, challenge);
        return reasons === null ? [] : [{ ...shown(challenge, locale), reasons: toReasonsDto(reasons) }];
      });
      return { items, days: PREVIEW_DAYS };
    });
  }
}

function askedBy(choices: InterestChoicesDto, locale: Locale): AskedInterest {
  return {
    themes: choices.themes,
    regions: choices.regions,
    words: choices.words ?? '',
    wordsLocale: locale,
    organisationId: choices.organisationId ?? null,
    followsProfile: choices.followsProfile ?? false,
  };
}

function shown(challenge: AnnouncedChallenge, locale: Locale) {
  return {
    slug: challenge.slug,
    title: titleIn(challenge, locale),
    ownerName: challenge.ownerName,
    state: challenge.state,
    openedAt: challenge.openedAt.toISOString(),
  };
}

function toReasonsDto(reasons: NonNullable<ReturnType<InterestMatcher['reasons']>>): InterestReasonsDto {
  const { themes, region, words, isOfOrganisation, profile } = reasons;
  const pairs = (found: readonly { asked: string; found: string }[]) =>
    found.map((word) => ({ asked: word.asked, found: word.found }));
  return {
    themes,
    region,
    words: pairs(words),
    isOfOrganisation,
    profile: profile === null ? null : { themes: [...profile.themes], words: pairs(profile.words) },
  };
}
