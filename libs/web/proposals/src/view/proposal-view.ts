import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { type MyProposalDto, type ReleasedAnswerDto } from '@htsm/contracts';
import { ApiClient, injectFormats, injectText, Language, Problem, ServerClock } from '@htsm/web/core';
import { AnswerLetter, Button, Confirm, Message, TimeLeft, WithSide } from '@htsm/web/ui';
import { AnswerQuestion } from './answer-question';
import { OpeningList } from './opening-list';
import { ProposalAnswers } from './proposal-answers';
import { ReceiptList } from './receipt-list';

const DECIDED = ['awarded', 'declined', 'reserve'];

/** A proposal after submission: its receipt, what happens next, the answer once there is one, and all that was written. */
@Component({
  selector: 'htsm-proposal-view',
  imports: [
    AnswerLetter,
    AnswerQuestion,
    Button,
    Confirm,
    Message,
    OpeningList,
    ProposalAnswers,
    ReceiptList,
    TimeLeft,
    WithSide,
  ],
  templateUrl: './proposal-view.html',
  styles: `
    :host {
      display: block;
    }
    .side {
      display: grid;
      gap: var(--space-4);
    }
    .main {
      display: grid;
      gap: var(--space-6);
      grid-template-columns: minmax(0, 1fr);
      max-width: 46rem;
    }
    .content {
      display: grid;
      gap: var(--space-4);
    }
    .actions:empty {
      display: none;
    }
    .actions {
      display: grid;
      gap: var(--space-2);
    }
  `,
})
export class ProposalView {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);

  readonly proposal = input.required<MyProposalDto>();
  readonly wasJustSubmitted = input(false);
  readonly changed = output<MyProposalDto>();
  /** Id of the proposal that changed elsewhere and must be read again. */
  readonly stale = output<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly clock = inject(ServerClock);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly receipt = computed(() => this.proposal().receipts.find((receipt) => receipt.isCurrent));
  protected readonly isOpen = computed(() => this.clock.now() < Date.parse(this.proposal().challenge.closesAt));
  protected readonly canPullBack = computed(() => this.proposal().actions.canPullBack && this.isOpen());
  /** Once it was not chosen there is nothing left to take back. */
  protected readonly canWithdraw = computed(
    () => this.proposal().actions.canWithdraw && this.proposal().state !== 'declined',
  );
  /** Whether others could ever read it: not before closing. */
  protected readonly wasReadable = computed(
    () => this.proposal().state !== 'draft' && this.proposal().state !== 'submitted' && !this.isOpen(),
  );
  protected readonly answer = resource({
    params: () => ({
      id: this.proposal().id,
      isDecided: DECIDED.includes(this.proposal().state),
      language: this.language.current(),
    }),
    loader: ({ params }) => (params.isDecided ? this.readAnswer(params.id) : Promise.resolve(null)),
  });

  protected async pullBack(question: Confirm): Promise<void> {
    if (await question.ask()) await this.step('pull-back');
  }

  protected async withdraw(question: Confirm): Promise<void> {
    if (await question.ask()) await this.step('withdrawal');
  }

  private async step(name: 'pull-back' | 'withdrawal'): Promise<void> {
    const { id, version } = this.proposal();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(null);
    try {
      this.changed.emit(await this.api.post<MyProposalDto>(`/my/proposals/${id}/${name}`, { version }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.problem.set(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  /** An answer that is not released does not exist yet. */
  private async readAnswer(id: string): Promise<ReleasedAnswerDto | null> {
    try {
      return await this.api.get<ReleasedAnswerDto>(`/my/proposals/${id}/answer`);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  }
}
