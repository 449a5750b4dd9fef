import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { JudgedChallengeDto, JudgedCriterionDto } from '../dto/judged-challenge.dto';
import { inLanguage, iso, listInLanguage } from './sql-fragments';

/** A challenge with its criteria, in their order. */
export interface JudgedChallenge extends JudgedChallengeDto {
  readonly organisationId: string;
  readonly criteria: JudgedCriterionDto[];
  /** The instant of reading, ISO. */
  readonly now: string;
}

/** Reads challenges for the pages about judging. */
@Injectable()
export class JudgedChallengesRepository {
  /** Gives the challenge, or null when the actor does not see it. */
  find(tx: Tx, challengeId: string, locale: Locale): Promise<JudgedChallenge | null> {
    return tx.row<JudgedChallenge>(
      `SELECT c.id, c.slug, ${inLanguage(locale, 'c.title_nl', 'c.title_en')} AS title, c.organisation_id AS "organisationId",
        coalesce(o.name, l.owner_name, '') AS "ownerName", c.state, ${iso('c.closes_at')} AS "closesAt",
        ${iso('c.decision_due_at')} AS "decisionDueAt", ${criteriaOf('c.id', locale)} AS criteria, ${iso('htsm_now()')} AS now
       FROM challenge c LEFT JOIN organisation o ON o.id = c.organisation_id LEFT JOIN public_challenge l ON l.id = c.id
       WHERE c.id = $1`,
      [challengeId],
    );
  }
}

/** SQL that gives the criteria of a challenge as JSON, in their order. */
export function criteriaOf(challengeId: string, locale: Locale): string {
  return `coalesce((SELECT json_agg(json_build_object('id', k.id, 'title', ${inLanguage(locale, 'k.title_nl', 'k.title_en')},
      'weight', k.weight, 'knockOutMinimum', k.knock_out_minimum,
      'scoreLabels', ${listInLanguage(locale, 'k.score_labels_nl', 'k.score_labels_en')}) ORDER BY k.position)
    FROM criterion k WHERE k.challenge_id = ${challengeId}), '[]'::json)`;
}

/** Gives the fields that pages show. */
export function toJudgedChallenge(challenge: JudgedChallenge): JudgedChallengeDto {
  const { id, slug, title, ownerName, state, closesAt, decisionDueAt } = challenge;
  return { id, slug, title, ownerName, state, closesAt, decisionDueAt };
}
