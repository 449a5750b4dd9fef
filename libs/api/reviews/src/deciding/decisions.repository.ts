import { Injectable } from '@nestjs/common';
import type { ChallengeState, Locale, ProposalState, Standing } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { AnswerQuestionDto } from '../dto/answer-questions.dto';
import type { ReviewScoreDto } from '../dto/review-desk.dto';
import { QUESTION } from '../questions/answer-questions.repository';
import { JudgedChallengesRepository, type JudgedChallenge } from '../reading/judged-challenges.repository';
import { iso } from '../reading/sql-fragments';
import { COUNTS, EXPECTED_REVIEWS } from './ranking.repository';

/** A submitted review with its reviewer's name. */
export interface DecidingReview {
  readonly id: string;
  readonly reviewerId: string;
  readonly reviewerName: string;
  readonly remark: string;
  readonly scores: ReviewScoreDto[];
}

/** An unsealed proposal with everything the decision is made on, as far as the actor may see it. */
export interface DecidingProposal {
  readonly id: string;
  readonly number: number;
  readonly state: ProposalState;
  readonly title: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationCity: string;
  /** What most people of the organisation read in; Dutch when as many read either. */
  readonly language: Locale;
  readonly outcome: Standing;
  /** 0 when there is no answer yet. */
  readonly version: number;
  readonly summary: string;
  readonly releasedAt: string | null;
  /** What the proposer asked about the answer. */
  readonly question: AnswerQuestionDto | null;
  readonly reasons: { criterionId: string; text: string }[];
  /** Reviewers without a conflict. */
  readonly expectedReviews: number;
  readonly isHiddenFromMe: boolean;
  readonly reviews: DecidingReview[];
}

/** A proposal as one choice about it needs it. */
export interface OutcomeRow {
  readonly challengeId: string;
  readonly challengeState: ChallengeState;
  readonly outcome: Standing;
  readonly version: number;
  readonly isHiddenFromMe: boolean;
}

/** Texts and means to write for one proposal. */
export interface ReasonToWrite {
  readonly criterionId: string;
  readonly text: string;
}

/** The figures of one answer, rounded as they are shown; scores are 0 to 5. */
export interface AnswerFigures {
  readonly proposalId: string;
  readonly mean: number | null;
  /** Null when too few were judged. */
  readonly fieldMedian: number | null;
  /** Number of proposals that were judged. */
  readonly fieldSize: number;
  readonly reviewCount: number;
  readonly expectedReviews: number;
  readonly criteria: readonly CriterionFigures[];
}

/** The figures of one criterion of an answer. */
export interface CriterionFigures {
  readonly criterionId: string;
  readonly mean: number | null;
  /** The lowest and the highest score that a reviewer gave. */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly fieldMedian: number | null;
}

const SCORES = `coalesce((SELECT json_agg(json_build_object('criterionId', s.criterion_id, 'score', s.score,
  'isNotApplicable', s.is_not_applicable, 'reason', s.reason)) FROM review_score s WHERE s.review_id = r.id), '[]'::json)`;

/** Everything the taskforce decides on and writes. */
@Injectable()
export class DecisionsRepository {
  constructor(private readonly challenges: JudgedChallengesRepository) {}

  /** Gives the challenge with its criteria, or null when the actor does not see it. */
  challenge(tx: Tx, challengeId: string, locale: Locale): Promise<JudgedChallenge | null> {
    return this.challenges.find(tx, challengeId, locale);
  }

  /** Gives the unsealed proposals of a challenge by number, with reviews, outcomes and answers. */
  proposals(tx: Tx, challengeId: string): Promise<DecidingProposal[]> {
    return tx.rows(
      `SELECT p.id, n.number, p.state, p.title, o.id AS "organisationId", o.name AS "organisationName",
        o.city AS "organisationCity",
        coalesce((SELECT mode() WITHIN GROUP (ORDER BY m.locale DESC) FROM mail_recipients_of_organisation(o.id) m), 'nl') AS language,
        coalesce(a.outcome, 'under_review') AS outcome, coalesce(a.version, 0) AS version,
        coalesce(a.summary, '') AS summary, ${iso('a.released_at')} AS "releasedAt", ${QUESTION} AS question, i_owe_review_of(p.id) AS "isHiddenFromMe",
        coalesce((SELECT json_agg(json_build_object('criterionId', e.criterion_id, 'text', e.text))
          FROM answer_reason e WHERE e.proposal_id = p.id), '[]'::json) AS reasons,
        ${EXPECTED_REVIEWS} AS "expectedReviews",
        coalesce((SELECT json_agg(json_build_object('id', r.id, 'reviewerId', r.reviewer_id, 'reviewerName', u.name,
            'remark', r.remark, 'scores', ${SCORES}) ORDER BY u.name, r.id)
          FROM review r JOIN review_assignment t ON t.id = r.assignment_id
          JOIN app_user u ON u.id = r.reviewer_id WHERE r.proposal_id = p.id AND ${COUNTS}), '[]'::json) AS reviews
       FROM proposal p JOIN proposal_numbers($1) n ON n.proposal_id = p.id JOIN organisation o ON o.id = p.organisation_id
       LEFT JOIN answer a ON a.proposal_id = p.id
       WHERE p.challenge_id = $1 AND proposal_is_unsealed(p.state) ORDER BY number, p.id LIMIT 1000`,
      [challengeId],
    );
  }

  /** Keeps proposals from being withdrawn until the transaction ends. */
  async lockProposals(tx: Tx, challengeId: string): Promise<void> {
    await tx.rows(
      'SELECT id FROM proposal WHERE challenge_id = $1 AND proposal_is_unsealed(state) ORDER BY id FOR UPDATE',
      [challengeId],
    );
  }

  outcomeOf(tx: Tx, proposalId: string): Promise<OutcomeRow | null> {
    return tx.row(
      `SELECT p.challenge_id AS "challengeId", c.state AS "challengeState", coalesce(a.outcome, 'under_review') AS outcome,
        coalesce(a.version, 0) AS version, i_owe_review_of(p.id) AS "isHiddenFromMe"
       FROM proposal p JOIN challenge c ON c.id = p.challenge_id LEFT JOIN answer a ON a.proposal_id = p.id
       WHERE p.id = $1 AND proposal_is_unsealed(p.state)`,
      [proposalId],
    );
  }

  /** Makes the empty answer of a proposal that has none; gives whether it did. */
  async startAnswer(tx: Tx, proposalId: string, challengeId: string): Promise<boolean> {
    const made = await tx.rows(
      'INSERT INTO answer (proposal_id, challenge_id) VALUES ($1, $2) ON CONFLICT (proposal_id) DO NOTHING RETURNING 1',
      [proposalId, challengeId],
    );
    return made.length > 0;
  }

  /** Gives the new version, or null when the answer no longer has the given one. */
  setOutcome(tx: Tx, proposalId: string, version: number, outcome: Standing): Promise<{ version: number } | null> {
    return tx.row(
      `UPDATE answer SET outcome = $3, updated_at = htsm_now(), version = version + 1
       WHERE proposal_id = $1 AND version = $2 AND released_at IS NULL RETURNING version`,
      [proposalId, version, outcome],
    );
  }

  /** Gives the new version, or null when the answer no longer has the given one. */
  setSummary(
    tx: Tx,
    proposalId: string,
    version: number,
    summary: string,
  ): Promise<{ version: number; savedAt: string } | null> {
    return tx.row(
      `UPDATE answer SET summary = $3, updated_at = htsm_now(), version = version + 1
       WHERE proposal_id = $1 AND version = $2 AND released_at IS NULL RETURNING version, ${iso('updated_at')} AS "savedAt"`,
      [proposalId, version, summary],
    );
  }

  async writeReasons(tx: Tx, proposalId: string, reasons: readonly ReasonToWrite[]): Promise<void> {
    await tx.run(
      `INSERT INTO answer_reason (proposal_id, criterion_id, text) SELECT $1, v.* FROM unnest($2::uuid[], $3::text[]) v
       ON CONFLICT (proposal_id, criterion_id) DO UPDATE SET text = excluded.text`,
      [proposalId, reasons.map((reason) => reason.criterionId), reasons.map((reason) => reason.text)],
    );
  }

  /** Makes outcomes and answers visible to the proposers, all in the same instant. */
  async release(tx: Tx, challengeId: string, states: readonly { id: string; state: ProposalState }[]): Promise<void> {
    await tx.run(
      `UPDATE proposal p SET state = v.state, updated_at = htsm_now()
       FROM unnest($2::uuid[], $3::text[]) v (id, state) WHERE p.id = v.id AND p.challenge_id = $1`,
      [challengeId, states.map((proposal) => proposal.id), states.map((proposal) => proposal.state)],
    );
    await tx.run(
      `UPDATE answer SET released_at = htsm_now(), updated_at = htsm_now(), version = version + 1
       WHERE challenge_id = $1 AND proposal_id = ANY ($2)`,
      [challengeId, states.map((proposal) => proposal.id)],
    );
  }

  /** Keeps with an answer the figures that its proposer reads. */
  async writeFigures(tx: Tx, figures: AnswerFigures): Promise<void> {
    await tx.run(
      `UPDATE answer SET mean_score = $2, field_median = $3, field_size = $4, review_count = $5, expected_reviews = $6
       WHERE proposal_id = $1`,
      [
        figures.proposalId,
        figures.mean,
        figures.fieldMedian,
        figures.fieldSize,
        figures.reviewCount,
        figures.expectedReviews,
      ],
    );
    await tx.run(
      `UPDATE answer_reason e SET mean_score = v.mean, lowest = v.lowest, highest = v.highest, field_median = v.middle
       FROM unnest($2::uuid[], $3::numeric[], $4::int[], $5::int[], $6::numeric[]) v (criterion_id, mean, lowest, highest, middle)
       WHERE e.proposal_id = $1 AND e.criterion_id = v.criterion_id`,
      [
        figures.proposalId,
        figures.criteria.map((one) => one.criterionId),
        figures.criteria.map((one) => one.mean),
        figures.criteria.map((one) => one.lowest),
        figures.criteria.map((one) => one.highest),
        figures.criteria.map((one) => one.fieldMedian),
      ],
    );
  }

  /** Whether the person declared a conflict with a proposal of the challenge, or still owes a review of one. */
  async mayNotDecide(tx: Tx, challengeId: string): Promise<boolean> {
    const row = await tx.row<{ no: boolean }>('SELECT i_may_not_decide($1) AS no', [challengeId]);
    return row?.no ?? true;
  }

  /** Whether a proposal of the challenge waits for its answer, also one that the actor does not see. */
  async lacksAnswers(tx: Tx, challengeId: string): Promise<boolean> {
    const row = await tx.row<{ lacks: boolean }>('SELECT challenge_lacks_answers($1) AS lacks', [challengeId]);
    return row?.lacks ?? true;
  }
}
