import { Component, computed, inject, input, signal } from '@angular/core';
import { type JudgedProposalDto, type RankingDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectFormats, injectText, NotFound, readScreen } from '@htsm/web/core';
import {
  Button,
  ErrorSummary,
  Message,
  PageHead,
  Score,
  Skeleton,
  Spread,
  TextArea,
  Toasts,
  WithSide,
} from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { ChallengeNav } from '../shared/challenge-nav';
import { ProblemMessage } from '../shared/problem-message';
import { ProposalDocument } from '../shared/proposal-document';

/** One proposal for the taskforce: the document, and beside it what the reviewers gave. */
@Component({
  selector: 'htsm-judged-proposal',
  imports: [
    Button,
    ChallengeNav,
    ErrorSummary,
    Message,
    NotFound,
    PageHead,
    ProblemMessage,
    ProposalDocument,
    Score,
    Skeleton,
    Spread,
    TextArea,
    WithSide,
  ],
  templateUrl: './judged-proposal.html',
  styleUrl: './judged-proposal.css',
})
export class JudgedProposal {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly id = input.required<string>();
  readonly proposalId = input.required<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly numberText = numberText;
  protected readonly proposal = readScreen<JudgedProposalDto>(() => `/taskforce/proposals/${this.proposalId()}`);
  protected readonly ranking = readScreen<RankingDto>(() => `/taskforce/challenges/${this.id()}/ranking`);
  protected readonly criteria = computed(() => this.ranking.value()?.criteria ?? []);
  protected readonly judged = computed(() =>
    this.ranking.value()?.items.find((item) => item.proposalId === this.proposalId()),
  );
  protected readonly scores = computed(
    () => this.judged()?.scores.flatMap(({ score }) => (score === null ? [] : [score])) ?? [],
  );
  /** Review that is being given back; empty when none is. */
  protected readonly reopening = signal('');
  protected readonly form = createForm<{ reason: string }>({
    initial: { reason: '' },
    check: ({ reason }) =>
      reason.trim().length < 10 ? { reason: this.t('reviews.form.reasonTooShort', { min: 10 }) } : {},
  });

  constructor() {
    describePage(() => ({ title: this.proposal.value()?.title ?? this.t('reviews.ranking.title') }));
  }

  protected titleOf(criterionId: string): string {
    return this.criteria().find(({ id }) => id === criterionId)?.title ?? '';
  }

  protected async reopen(reviewId: string): Promise<void> {
    const done = await this.form.submit(async ({ reason }) => {
      await this.api.post(`/taskforce/reviews/${reviewId}/reopening`, { reason });
      return true;
    });
    if (done !== true) return;
    this.toasts.show(this.t('reviews.judged.reopened'));
    this.reopening.set('');
    this.form.reset({ reason: '' });
    this.ranking.reload();
  }
}
