import {
  afterRenderEffect,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type ReviewDeskDto, type ReviewQueueDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, NotFound, readScreen } from '@htsm/web/core';
import { Message, Pill, Skeleton, Toasts } from '@htsm/web/ui';
import { QueueList } from '../queue/queue-list';
import { QueueProgress } from '../queue/queue-progress';
import { nextOpen, numberText } from '../queue/queue-words';
import { ProblemMessage } from '../shared/problem-message';
import { ProposalDocument } from '../shared/proposal-document';
import { ConflictCard } from './conflict-card';
import { ConflictReason } from './conflict-reason';
import { ReviewForm } from './review-form';
import { SubmittedReview } from './submitted-review';

/** Where the form stands beside the proposal instead of below it; as in the style sheet. */
const BESIDE = '(min-width: 48rem)';

/** The reviewer's desk: queue, proposal, and the form beside it. */
@Component({
  selector: 'htsm-review-desk',
  imports: [
    ConflictCard,
    ConflictReason,
    Message,
    NotFound,
    Pill,
    ProblemMessage,
    ProposalDocument,
    QueueList,
    QueueProgress,
    ReviewForm,
    RouterLink,
    Skeleton,
    SubmittedReview,
  ],
  templateUrl: './review-desk.html',
  styleUrl: './review-desk.css',
})
export class ReviewDesk {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');
  private readonly form = viewChild<unknown, ElementRef<HTMLElement>>(ReviewForm, { read: ElementRef });

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly desk = readScreen<ReviewDeskDto>(() => `/my/reviews/${this.id()}`);
  protected readonly queue = readScreen<ReviewQueueDto>(() => '/my/reviews');
  protected readonly isDeclaring = linkedSignal<string, boolean>({ source: this.id, computation: () => false });
  /** Whether the reviewer goes from one task to the next, and focus with them. */
  protected readonly isOnward = signal(false);
  protected readonly isAccepted = linkedSignal<string, boolean>({ source: this.id, computation: () => false });
  protected readonly challenge = computed(() =>
    this.queue.value()?.challenges.find((challenge) => challenge.items.some((item) => item.assignmentId === this.id())),
  );
  protected readonly next = computed(() => {
    const challenge = this.challenge();
    return challenge === undefined ? undefined : nextOpen(challenge, this.id());
  });
  protected readonly name = computed(() => {
    const desk = this.desk.value();
    return desk === undefined ? '' : this.t('reviews.proposal', { number: numberText(desk.number) });
  });

  constructor() {
    describePage(() => ({ title: this.t('reviews.desk.title', { proposal: this.name() }) }));
    // on a telephone the form is far below: reading begins at the title
    afterRenderEffect(() => {
      const title = this.title();
      if (title !== undefined && this.isAccepted() && !untracked(() => this.isBeside())) arriveAt(title.nativeElement);
    });
  }

  /** Whether form and proposal stand side by side. */
  protected isBeside(): boolean {
    return this.window?.matchMedia(BESIDE).matches ?? true;
  }

  protected toText(): void {
    arriveAt(this.title()?.nativeElement);
  }

  protected toForm(): void {
    arriveAt(this.form()?.nativeElement.querySelector('h2'));
  }

  protected accepted(): void {
    this.isAccepted.set(true);
    this.desk.reload();
    this.queue.reload();
  }

  /** @param next the task with the fewest reviews, or null when nothing is open */
  protected async submitted(next: string | null): Promise<void> {
    this.toasts.show(this.t('reviews.desk.submitted', { proposal: this.name() }));
    this.queue.reload();
    this.isOnward.set(true);
    if (next === null) this.desk.reload();
    else await this.router.navigate(['/my/reviews', next]);
  }

  protected async skip(): Promise<void> {
    const next = this.next();
    this.isOnward.set(true);
    if (next !== undefined) await this.router.navigate(['/my/reviews', next.assignmentId]);
  }

  protected async conflicted(): Promise<void> {
    this.toasts.show(this.t('reviews.desk.conflicted', { proposal: this.name() }));
    await this.router.navigateByUrl('/my/reviews');
  }
}

/** Goes to a heading, and focus with it. */
function arriveAt(heading: HTMLElement | null | undefined): void {
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
