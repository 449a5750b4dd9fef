import { digestReasons, type DigestInterest, type DigestReasons, type Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ChallengeWords, SearchedChallenges } from './challenge-words';
import type { AnnouncedChallenge } from './digest.repository';
import { ProfileFits } from './profile-fits';

/** An interest as far as matching needs it, and whose it is. */
export interface AskedInterest extends DigestInterest {
  readonly wordsLocale: Locale;
}

/** Says of interests and challenges whether they belong together; knows what was read for it in one transaction. */
export class InterestMatcher {
  private constructor(
    private readonly texts: SearchedChallenges | null,
    private readonly fits: ProfileFits,
  ) {}

  /** Reads what these interests ask for: texts when one has words, fits when one follows a profile. */
  static async open(
    tx: Tx,
    words: ChallengeWords,
    asked: { readonly interests: readonly AskedInterest[]; readonly userIds: readonly string[] },
    challenges: readonly AnnouncedChallenge[],
  ): Promise<InterestMatcher> {
    const hasWords = asked.interests.some((interest) => interest.words !== '');
    const ids = challenges.map(({ id }) => id);
    return new InterestMatcher(
      hasWords ? await words.read(tx, challenges) : null,
      await ProfileFits.of(tx, asked.userIds, ids),
    );
  }

  /** Gives why a challenge belongs to an interest of this person, or null when it does not. */
  reasons(interest: AskedInterest, userId: string | null, challenge: AnnouncedChallenge): DigestReasons | null {
    return digestReasons(interest, challenge, {
      words: () => this.texts?.find(interest.words, interest.wordsLocale, challenge.id) ?? null,
      profile: () => this.fits.of(userId, challenge.id),
    });
  }
}
