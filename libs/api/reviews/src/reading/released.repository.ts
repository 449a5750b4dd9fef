import { Injectable } from '@nestjs/common';
import type { FinalOutcome, Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ReleasedAnswerDto } from '../dto/answers.dto';
import type { OwnerProposalDto } from '../dto/owner-proposals.dto';
import { ASK_UNTIL, QUESTION } from '../questions/answer-questions.repository';
import { inLanguage, iso } from './sql-fragments';

/** What the parties read: proposers their answer, owners the proposals for their challenge. */
@Injectable()
export class ReleasedRepository {
  /** Gives the answer of an own proposal, or null before the release. */
  answer(tx: Tx, proposalId: string, locale: Locale): Promise<ReleasedAnswerDto | null> {
    return tx.row(
      `SELECT a.proposal_id AS "proposalId", ${inLanguage(locale, 'c.title_nl', 'c.title_en')} AS "challengeTitle",
        c.slug AS "challengeSlug", a.outcome, a.summary, ${iso('a.released_at')} AS "releasedAt",
        a.mean_score::float AS "meanScore", a.field_median::float AS "fieldMedian", coalesce(a.review_count, 0) AS "reviewCount",
        ${QUESTION} AS question, ${ASK_UNTIL} AS "askUntil",
        coalesce((SELECT json_agg(json_build_object('criterionId', k.id, 'title', ${inLanguage(locale, 'k.title_nl', 'k.title_en')},
            'weight', k.weight, 'meanScore', e.mean_score, 'lowest', e.lowest, 'highest', e.highest,
            'fieldMedian', e.field_median, 'text', coalesce(e.text, '')) ORDER BY k.position)
          FROM criterion k LEFT JOIN answer_reason e ON e.criterion_id = k.id AND e.proposal_id = a.proposal_id
          WHERE k.challenge_id = a.challenge_id), '[]'::json) AS reasons
       FROM answer a JOIN challenge c ON c.id = a.challenge_id
       WHERE a.proposal_id = $1 AND a.released_at IS NOT NULL AND proposal_is_mine(a.proposal_id)`,
      [proposalId],
    );
  }

  /** Whether the challenge was posted by one of the actor's organisations. */
  async isOwner(tx: Tx, challengeId: string): Promise<boolean> {
    const row = await tx.row<{ mine: boolean }>('SELECT challenge_is_mine($1) AS mine', [challengeId]);
    return row?.mine ?? false;
  }

  /** Whether the proposal is an unsealed one for a challenge of one of the actor's organisations. */
  async isReceived(tx: Tx, proposalId: string): Promise<boolean> {
    const rows = await tx.rows(
      'SELECT 1 FROM proposal p WHERE p.id = $1 AND proposal_is_unsealed(p.state) AND challenge_is_mine(p.challenge_id)',
      [proposalId],
    );
    return rows.length > 0;
  }

  /** Gives the unsealed proposals for a challenge, by number. */
  proposals(tx: Tx, challengeId: string): Promise<OwnerProposalDto[]> {
    return tx.rows(
      `SELECT p.id, proposal_number(p.id) AS number, p.title, p.summary, o.name AS "organisationName", o.city AS "organisationCity",
        p.price_eur AS "priceEur", ${iso('p.submitted_at')} AS "submittedAt", a.outcome
       FROM proposal p JOIN organisation o ON o.id = p.organisation_id
       LEFT JOIN answer a ON a.proposal_id = p.id AND a.released_at IS NOT NULL
       WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) ORDER BY number, p.id LIMIT 1000`,
      [challengeId],
    );
  }

  /** Gives the outcome of a proposal of this challenge, null before the release; undefined when there is no such proposal. */
  async outcome(tx: Tx, challengeId: string, proposalId: string): Promise<FinalOutcome | null | undefined> {
    const row = await tx.row<{ outcome: FinalOutcome | null }>(
      `SELECT a.outcome FROM proposal p LEFT JOIN answer a ON a.proposal_id = p.id AND a.released_at IS NOT NULL
       WHERE p.id = $2 AND p.challenge_id = $1 AND proposal_is_unsealed(p.state)`,
      [challengeId, proposalId],
    );
    return row === null ? undefined : row.outcome;
  }
}
