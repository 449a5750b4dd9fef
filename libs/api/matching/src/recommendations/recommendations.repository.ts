import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { inLanguage, iso } from '@htsm/api/reviews';
import type { RecommendationDto, RequirementLineDto, ScorePartsDto, ThemeLineDto } from '../dto/recommendation.dto';
import type { ExplainedWords } from './matching-engine';

/** What is shown of a list; further ones fit so little that nobody would look. */
const SHOWN = 50;

/** A recommendation as the database has it. */
export interface RecommendationRow extends Omit<
  RecommendationDto,
  'parts' | 'themes' | 'requirements' | 'words' | 'placedBy'
> {
  readonly explanation: {
    readonly parts: ScorePartsDto;
    readonly themes: ThemeLineDto[];
    readonly requirements: (Omit<RequirementLineDto, 'metPercent'> & { readonly met: number | null })[];
  };
  /** Null when the actor may not read it. */
  readonly words: ExplainedWords | null;
  /** Titles of the SME's documents that the actor may read, by id. */
  readonly titles: Readonly<Record<string, string>> | null;
}

function select(locale: Locale, which: string): string {
  return `SELECT r.id, r.challenge_id AS "challengeId", l.slug AS "challengeSlug", ${inLanguage(locale, 'l.title_nl', 'l.title_en')} AS "challengeTitle",
      l.owner_name AS "ownerName", ${iso('l.closes_at')} AS "closesAt", r.organisation_id AS "organisationId", r.organisation_name AS "organisationName",
      r.score, r.explanation, w.explanation AS words, ${iso('r.computed_at')} AS "computedAt",
      (SELECT jsonb_object_agg(d.id, d.title) FROM profile_document d WHERE d.organisation_id = r.organisation_id) AS titles
    FROM recommendation r JOIN public_challenge l ON l.id = r.challenge_id AND l.state = 'open'
    LEFT JOIN recommendation_words w ON w.recommendation_id = r.id
    WHERE ${which} ORDER BY r.score DESC, r.id LIMIT ${SHOWN}`;
}

/** Recommendations; the row policies decide who sees which. */
@Injectable()
export class RecommendationsRepository {
  /** Gives those of the actor's own organisations. */
  own(tx: Tx, locale: Locale): Promise<RecommendationRow[]> {
    return tx.rows(select(locale, 'r.organisation_id = ANY (app_org_ids())'));
  }

  /** Gives those of a challenge that the actor may see. */
  ofChallenge(tx: Tx, challengeId: string, locale: Locale): Promise<RecommendationRow[]> {
    return tx.rows(select(locale, 'r.challenge_id = $1'), [challengeId]);
  }

  async isOwnChallenge(tx: Tx, challengeId: string): Promise<boolean> {
    const row = await tx.row<{ own: boolean }>('SELECT challenge_is_mine($1) AS own', [challengeId]);
    return row?.own === true;
  }
}
