import { inject } from '@angular/core';
import {
  type OwnReviewDto,
  type ReviewDeskDto,
  type ReviewScoreDto,
  type SavedReviewDto,
  type SubmittedReviewDto,
} from '@htsm/contracts';
import {
  CONFIDENCES,
  MIN_REASON_LENGTH,
  weightedScore,
  unjudgedCriteria,
  type Confidence,
  type CriterionScore,
} from '@htsm/domain';
import {
  ApiClient,
  type Autosave,
  createAutosave,
  createForm,
  type FormState,
  Language,
  Problem,
} from '@htsm/web/core';
import { type ScoreValue } from '@htsm/web/ui';

/** One criterion as it is filled in. */
export interface ScoreInput {
  readonly criterionId: string;
  readonly value: ScoreValue;
  readonly reason: string;
}

/** A review as it is filled in, scores in the order of the criteria. */
export interface ReviewInput {
  readonly remark: string;
  /** One of `CONFIDENCES`, or empty when not said. */
  readonly confidence: string;
  readonly scores: readonly ScoreInput[];
}

/** Gives what a stored review looks like in the form. */
export function inputOf(review: OwnReviewDto): ReviewInput {
  const value = (score: ReviewScoreDto): ScoreValue =>
    score.isNotApplicable ? 'na' : (([0, 1, 2, 3, 4, 5] as const).find((step) => step === score.score) ?? null);
  const scores = review.scores.map((score) => ({
    criterionId: score.criterionId,
    value: value(score),
    reason: score.reason,
  }));
  return { remark: review.remark, confidence: review.confidence ?? '', scores };
}

/** Gives the scores as the API takes them. */
export function scoresOf(input: ReviewInput): ReviewScoreDto[] {
  return input.scores.map(({ criterionId, value, reason }) => ({
    criterionId,
    score: typeof value === 'number' ? value : null,
    isNotApplicable: value === 'na',
    reason,
  }));
}

/** Gives how sure the reviewer is as the API takes it. */
export function confidenceOf({ confidence }: ReviewInput): Confidence | null {
  return CONFIDENCES.find((one) => one === confidence) ?? null;
}

/** The review on the screen: what is filled in, and how saving stands. */
export class ReviewDraft {
  readonly form: FormState<ReviewInput>;
  readonly autosave: Autosave<ReviewInput>;
  private readonly api = inject(ApiClient);
  private readonly path: string;

  /** Needs an injection context. */
  constructor(
    private readonly desk: ReviewDeskDto,
    review: OwnReviewDto,
  ) {
    const { t } = inject(Language);
    this.path = `/my/reviews/${desk.assignmentId}/review`;
    this.form = createForm<ReviewInput>({
      initial: inputOf(review),
      check: (value) =>
        Object.fromEntries(
          value.scores
            .map((score, index) => [index, score.reason.trim().length] as const)
            .filter(([, length]) => length > 0 && length < MIN_REASON_LENGTH)
            .map(([index]) => [`scores.${index}.reason`, t('reviews.form.reasonTooShort', { min: MIN_REASON_LENGTH })]),
        ),
    });
    this.autosave = createAutosave<ReviewInput>({
      value: this.form.value,
      version: review.version,
      save: (value, version) =>
        this.api.patch<SavedReviewDto>(this.path, {
          version,
          remark: value.remark,
          confidence: confidenceOf(value),
          scores: scoresOf(value),
        }),
      isSame: (theirs, sent) => isOwnReview(theirs) && JSON.stringify(inputOf(theirs)) === JSON.stringify(sent),
      keeping: {
        name: this.path,
        read: (kept) => (isInputFor(desk, kept) ? kept : undefined),
        restore: (kept) => this.form.reset(kept),
      },
    });
  }

  /** The weighted score of what is filled in now; null while nothing counts. */
  score(): number | null {
    return weightedScore(this.desk.criteria, this.scores());
  }

  /** Number of criteria without a score or n/a. */
  missing(): number {
    return unjudgedCriteria(this.desk.criteria, this.scores()).length;
  }

  /** Saves and hands in; the form shows what is refused. Gives what came of it, or null when it is not in. */
  async submit(): Promise<SubmittedReviewDto | null> {
    const done = await this.form.submit(async () => {
      if (!(await this.autosave.flush())) return this.unsent();
      try {
        const saved = await this.api.post<SubmittedReviewDto>(`${this.path}/submission`, {
          version: this.autosave.currentVersion,
        });
        this.autosave.acceptVersion(saved.version);
        return saved;
      } catch (error) {
        throw error instanceof Problem ? onForm(error) : error;
      }
    });
    return done ?? null;
  }

  /** In a conflict between two devices: takes the stored review into the form. */
  takeTheirs(theirs: OwnReviewDto): void {
    this.form.reset(inputOf(theirs));
    this.autosave.takeTheirs();
  }

  /** Says why the review cannot be handed in now; a conflict is said by itself. */
  private unsent(): null {
    if (this.autosave.state().kind === 'offline') throw this.api.problem(0, {});
    return null;
  }

  private scores(): CriterionScore[] {
    return scoresOf(this.form.value());
  }
}

/** The form calls `score` and n/a together `value`. */
function onForm(problem: Problem): Problem {
  const errors = problem.errors.map((error) => ({ ...error, path: error.path.replace(/\.score$/, '.value') }));
  return new Problem(problem.status, { ...problem.body, errors });
}

/** Whether something is an own review as the API gives it in a conflict. */
export function isOwnReview(value: unknown): value is OwnReviewDto {
  return typeof value === 'object' && value !== null && 'scores' in value && 'remark' in value && 'version' in value;
}

/** Whether something that was kept is a review of the same criteria, in the same order. */
function isInputFor(desk: ReviewDeskDto, value: unknown): value is ReviewInput {
  if (typeof value !== 'object' || value === null || !('scores' in value) || !Array.isArray(value.scores)) return false;
  const given = value.scores.map((score: { criterionId?: unknown }) => score.criterionId);
  return 'remark' in value && JSON.stringify(given) === JSON.stringify(desk.criteria.map(({ id }) => id));
}
