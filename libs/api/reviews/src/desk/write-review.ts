import { Injectable } from '@nestjs/common';
import {
  ASSIGNMENT_TRANSITIONS,
  MIN_REASON_LENGTH,
  nextState,
  unjudgedCriteria,
  weightedScore,
  type WeightedCriterion,
} from '@htsm/domain';
import {
  Database,
  NotFound,
  StepNotAllowed,
  ValidationFailed,
  VersionConflict,
  type FieldFault,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type {
  ReviewScoreDto,
  SaveReviewDto,
  SavedReviewDto,
  SubmitReviewDto,
  SubmittedReviewDto,
} from '../dto/review-desk.dto';
import { JudgedChallengesRepository } from '../reading/judged-challenges.repository';
import { ReviewNews } from '../review-news';
import { roundedWeightedScore, scoresInOrder, toOwnReview } from './review.mapper';
import { ReviewsRepository, type OwnAssignment, type ReviewRow } from './reviews.repository';

/** The reviewer writes: drafts save themselves, submitting asks for everything at once. */
@Injectable()
export class WriteReview {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsRepository,
    private readonly challenges: JudgedChallengesRepository,
    private readonly news: ReviewNews,
  ) {}

  /** Saves a draft; throws VersionConflict with the stored review when another device was first. */
  saveDraft(actor: UserActor, assignmentId: string, input: SaveReviewDto): Promise<SavedReviewDto> {
    return this.database.as(actor, async (tx) => {
      const { review, criteria } = await this.writable(tx, actor, assignmentId);
      refuseFaults(scoreFaults(criteria, input.scores));
      const saved = await this.reviews.saveDraft(tx, review.id, input.version, input);
      if (saved === null) throw new VersionConflict(toOwnReview(criteria, review));
      await this.reviews.saveScores(tx, review.id, input.scores);
      return {
        ...saved,
        state: 'draft',
        weightedScore: roundedWeightedScore(criteria, merged(review.scores, input.scores)),
      };
    });
  }

  /** Hands the review in; throws ValidationFailed naming every criterion without a score or a reason. */
  submit(actor: UserActor, assignmentId: string, input: SubmitReviewDto): Promise<SubmittedReviewDto> {
    return this.database.as(actor, async (tx) => {
      const { assignment, review, criteria } = await this.writable(tx, actor, assignmentId);
      const state = nextState(ASSIGNMENT_TRANSITIONS, assignment.state, 'submit');
      if (state === null) throw new StepNotAllowed(assignment.state, 'submit');
      refuseFaults(completenessFaults(criteria, review.scores));
      const saved = await this.reviews.submit(tx, review.id, input.version);
      if (saved === null) throw new VersionConflict(toOwnReview(criteria, review));
      await this.reviews.setAssignmentState(tx, assignment.id, state);
      await this.news.logTask(tx, { type: 'review.submitted', actorId: actor.userId, task: assignment });
      return {
        ...saved,
        state: 'submitted',
        weightedScore: roundedWeightedScore(criteria, review.scores),
        nextAssignmentId: await this.reviews.leastJudgedTask(tx, assignment.challengeId),
      };
    });
  }

  private async writable(
    tx: Tx,
    actor: UserActor,
    assignmentId: string,
  ): Promise<{ assignment: OwnAssignment; review: ReviewRow; criteria: WeightedCriterion[] }> {
    const assignment = await this.reviews.ownAssignment(tx, actor.userId, assignmentId);
    if (assignment === null) throw new NotFound();
    const review = await this.reviews.ownReview(tx, actor.userId, assignmentId);
    if (review?.state !== 'draft' || assignment.challengeState !== 'evaluating') {
      throw new StepNotAllowed(assignment.state, 'write');
    }
    const challenge = await this.challenges.find(tx, assignment.challengeId, 'nl');
    if (challenge === null) throw new NotFound();
    return { assignment, review, criteria: challenge.criteria };
  }
}

function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new ValidationFailed(faults);
}

function scoreFaults(criteria: readonly WeightedCriterion[], scores: readonly ReviewScoreDto[]): FieldFault[] {
  const known = new Set(criteria.map((criterion) => criterion.id));
  return scores.flatMap((score, index): FieldFault[] => {
    const isRepeated = scores.findIndex((other) => other.criterionId === score.criterionId) !== index;
    if (!known.has(score.criterionId) || isRepeated) return [{ path: `scores.${index}.criterionId`, code: 'choice' }];
    if (score.isNotApplicable && score.score !== null)
      return [{ path: `scores.${index}.score`, code: 'score_or_not_applicable' }];
    return [];
  });
}

/** Paths count the criteria in their order, as the desk gives the scores. */
function completenessFaults(criteria: readonly WeightedCriterion[], scores: readonly ReviewScoreDto[]): FieldFault[] {
  const unjudged = new Set(unjudgedCriteria(criteria, scores).map((criterion) => criterion.id));
  const faults = scoresInOrder(criteria, scores).flatMap((score, index): FieldFault[] => [
    ...(unjudged.has(score.criterionId) ? [{ path: `scores.${index}.score`, code: 'score_missing' }] : []),
    ...(score.reason.trim().length < MIN_REASON_LENGTH
      ? [{ path: `scores.${index}.reason`, code: 'reason_too_short', params: { min: MIN_REASON_LENGTH } }]
      : []),
  ]);
  const countsNothing = unjudged.size === 0 && weightedScore(criteria, scores) === null;
  return countsNothing ? [...faults, { path: 'scores', code: 'nothing_scored' }] : faults;
}

function merged(stored: readonly ReviewScoreDto[], given: readonly ReviewScoreDto[]): ReviewScoreDto[] {
  const changed = new Set(given.map((score) => score.criterionId));
  return [...stored.filter((score) => !changed.has(score.criterionId)), ...given];
}
