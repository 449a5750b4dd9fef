import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ChangeExpertiseDto, ExpertiseDto, ExpertiseFieldsDto } from '../dto/expertise.dto';

/** A reviewer of the panel who said what they know. */
export interface KnowingReviewer extends ExpertiseFieldsDto {
  readonly id: string;
}

/** A proposal as it is matched with reviewers. */
export interface FittedProposal {
  readonly id: string;
  readonly text: string;
  /** Codes of the challenge's themes. */
  readonly themes: string[];
}

/** What reviewers know; the row policies decide who reads it. */
@Injectable()
export class ExpertiseRepository {
  /** Gives what the actor saved; nothing written in their own language when they never did. */
  async own(tx: Tx, userId: string, locale: Locale): Promise<ExpertiseDto> {
    const row = await tx.row<ExpertiseDto>(
      'SELECT locale, words, themes, version FROM reviewer_expertise WHERE user_id = $1',
      [userId],
    );
    return row ?? { locale, words: '', themes: [], version: 0 };
  }

  /** Gives whether the version was still the present one. */
  async change(tx: Tx, userId: string, { locale, words, themes, version }: ChangeExpertiseDto): Promise<boolean> {
    await tx.run(
      'INSERT INTO reviewer_expertise (user_id, locale, version) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING',
      [userId, locale],
    );
    const touched = await tx.run(
      `UPDATE reviewer_expertise SET locale = $3, words = $4, themes = $5, version = version + 1, updated_at = htsm_now()
       WHERE user_id = $1 AND version = $2`,
      [userId, version, locale, words, themes],
    );
    return touched === 1;
  }

  /** Gives the members of the panel who said what they know, by name. */
  ofPanel(tx: Tx): Promise<KnowingReviewer[]> {
    return tx.rows(
      `SELECT e.user_id AS id, e.locale, e.words, e.themes FROM reviewer_expertise e JOIN app_user u ON u.id = e.user_id
       WHERE (e.words <> '' OR cardinality(e.themes) > 0) AND u.disabled_at IS NULL
         AND EXISTS (SELECT FROM membership b WHERE b.user_id = e.user_id AND b.body = 'review_panel')
       ORDER BY u.name, u.id LIMIT 500`,
    );
  }

  /** Gives the unsealed proposals of a challenge that the actor may see, by id. */
  proposals(tx: Tx, challengeId: string): Promise<FittedProposal[]> {
    return tx.rows(
      `SELECT p.id, concat_ws(E'\\n', p.title, p.summary, p.approach, p.planning) AS text, c.themes
       FROM proposal p JOIN challenge c ON c.id = p.challenge_id
       WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) ORDER BY p.id LIMIT 1000`,
      [challengeId],
    );
  }
}
