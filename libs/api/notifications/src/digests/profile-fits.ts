import type { FoundWord, ProfileReason, Theme } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';

/** Words of a recommendation that are named as its reason. */
const NAMED_WORDS = 3;

interface FitRow {
  readonly userId: string;
  readonly challengeId: string;
  readonly themes: readonly { readonly code: Theme; readonly how: string }[] | null;
  readonly terms: readonly FoundWord[] | null;
}

/** Which challenges fit the profile of whose SME, and why. */
export class ProfileFits {
  private readonly reasons: ReadonlyMap<string, ProfileReason>;

  private constructor(rows: readonly FitRow[]) {
    this.reasons = new Map(rows.map((row) => [`${row.userId} ${row.challengeId}`, reasonOf(row)]));
  }

  static readonly none = new ProfileFits([]);

  /** Reads those of these people and challenges, of each their best SME's. */
  static async of(tx: Tx, userIds: readonly string[], challengeIds: readonly string[]): Promise<ProfileFits> {
    if (userIds.length === 0) return ProfileFits.none;
    return new ProfileFits(
      await tx.rows<FitRow>(
        `SELECT m.user_id AS "userId", f.challenge_id AS "challengeId", f.themes, f.terms
         FROM membership m JOIN profile_fit f ON f.organisation_id = m.organisation_id
         WHERE m.user_id = ANY ($1) AND f.challenge_id = ANY ($2) ORDER BY f.score, f.organisation_id`,
        [userIds, challengeIds],
      ),
    );
  }

  /** Null when it does not fit. */
  of(userId: string | null, challengeId: string): ProfileReason | null {
    return this.reasons.get(`${userId} ${challengeId}`) ?? null;
  }
}

function reasonOf({ themes, terms }: FitRow): ProfileReason {
  return {
    themes: (themes ?? []).filter(({ how }) => how === 'same').map(({ code }) => code),
    words: (terms ?? []).slice(0, NAMED_WORDS).map(({ asked, found }) => ({ asked: found, found: asked })),
  };
}
