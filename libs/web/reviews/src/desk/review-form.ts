import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
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
  host: {
    '(keydown.control.enter)': 'submit()',
    '(keydown.meta.enter)': 'submit()',
    '(keydown.j)': 'walk($event, 1)',
    '(keydown.k)': 'walk($event, -1)',
  },
})
export class ReviewForm implements OnInit {
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly desk = input.required<ReviewDeskDto>();
  readonly review = input.required<OwnReviewDto>();
  /** Whether more proposals are to be judged after this one. */
  readonly hasNext = input.required<boolean>();
  /** Whether the form takes focus after a change of page: for who comes from the review before. */
  readonly isArrival = input(false);
  /** Whether the first score takes focus: for who just declared to have no conflict. */
  readonly takesFocus = input(false);
  /** What is best judged next, or null when nothing is open. */
  readonly submitted = output<string | null>();
  readonly skipped = output();
  /** The reviewer goes back to the proposal, which stands above on a telephone. */
  readonly reread = output();

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

  constructor() {
    afterNextRender(() => {
      if (this.takesFocus()) focusScale(this.host.querySelector('htsm-score-scale'));
    });
  }

  /** The draft starts from what was read; a later reading, such as in the other language, must not replace what is typed. */
  ngOnInit(): void {
    this.draft.set(runInInjectionContext(this.injector, () => new ReviewDraft(this.desk(), this.review())));
  }

  protected async submit(): Promise<void> {
    const done = await this.draft()?.submit();
    if (done) this.submitted.emit(done.nextAssignmentId);
  }

  /** J and K go to the next and the previous criterion while a score has focus; in a text they are letters (WCAG 2.1.4). */
  protected walk(event: Event, by: 1 | -1): void {
    const scales = [...this.host.querySelectorAll('htsm-score-scale')];
    const here = scales.findIndex((scale) => event.target instanceof Node && scale.contains(event.target));
    const there = here === -1 ? undefined : scales[here + by];
    if (there === undefined) return;
    event.preventDefault();
    focusScale(there);
  }

  protected takeTheirs(draft: ReviewDraft): void {
    const theirs = draft.autosave.conflict()?.theirs;
    if (isOwnReview(theirs)) draft.takeTheirs(theirs);
  }
}

/** Puts focus on the score that is given, or on the first. */
function focusScale(scale: Element | null): void {
  (scale?.querySelector<HTMLInputElement>('input:checked') ?? scale?.querySelector('input'))?.focus();
}
