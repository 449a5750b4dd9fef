import {
  Component,
  computed,
  inject,
  Injector,
  input,
  type OnInit,
  output,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { type OwnReviewDto, type ReviewDeskDto } from '@htsm/contracts';
import { CONFIDENCES, roundScore } from '@htsm/domain';
import { injectFormats, injectPlural, injectText } from '@htsm/web/core';
import { AutosaveStatus, Button, ErrorSummary, Message, ScoreScale, SelectField, TextArea } from '@htsm/web/ui';
import { isOwnReview, ReviewDraft } from './review-draft';

/** The form beside the proposal: a score and a reason per criterion, the running weighted score, and handing in. */
@Component({
  selector: 'htsm-review-form',
  imports: [AutosaveStatus, Button, ErrorSummary, Message, ScoreScale, SelectField, TextArea],
  templateUrl: './review-form.html',
  styleUrl: './review-form.css',
  host: { '(keydown.control.enter)': 'submit()', '(keydown.meta.enter)': 'submit()' },
})
export class ReviewForm implements OnInit {
  private readonly injector = inject(Injector);

  readonly desk = input.required<ReviewDeskDto>();
  readonly review = input.required<OwnReviewDto>();
  /** Number of the next proposal as text; empty when this is the last. */
  readonly nextNumber = input.required<string>();
  readonly submitted = output();
  readonly skipped = output();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly confidences = computed(() =>
    CONFIDENCES.map((value) => ({ value, label: this.t('reviews.confidence.' + value) })),
  );
  protected readonly draft = signal<ReviewDraft | undefined>(undefined);
  protected readonly total = computed(() => {
    const score = this.draft()?.score() ?? null;
    return score === null ? '–' : this.formats().number(roundScore(score, 1), 1);
  });

  /** The draft starts from what was read; a later reading, such as in the other language, must not replace what is typed. */
  ngOnInit(): void {
    this.draft.set(runInInjectionContext(this.injector, () => new ReviewDraft(this.desk(), this.review())));
  }

  protected async submit(): Promise<void> {
    if (await this.draft()?.submit()) this.submitted.emit();
  }

  protected takeTheirs(draft: ReviewDraft): void {
    const theirs = draft.autosave.conflict()?.theirs;
    if (isOwnReview(theirs)) draft.takeTheirs(theirs);
  }
}
