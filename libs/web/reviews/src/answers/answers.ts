import { Component, computed, inject, input, signal, viewChildren } from '@angular/core';
import { type AnswersDto, type DecisionDto } from '@htsm/contracts';
import {
  ApiClient,
  createAction,
  describePage,
  injectFormats,
  injectPlural,
  injectText,
  NotFound,
  readScreen,
} from '@htsm/web/core';
import { Button, Confirm, Empty, Message, PageHead, Skeleton, Toasts } from '@htsm/web/ui';
import { ChallengeNav } from '../shared/challenge-nav';
import { DecisionRecord } from '../shared/decision-record';
import { ProblemMessage } from '../shared/problem-message';
import { AnswerEditor } from './answer-editor';
import { ReleasedAnswer } from './released-answer';

const OUTCOMES = ['awarded', 'reserve', 'declined'] as const;

/** The reasoned answers of a challenge: write them, release them together, and close the challenge. */
@Component({
  selector: 'htsm-answers',
  imports: [
    AnswerEditor,
    Button,
    ChallengeNav,
    Confirm,
    DecisionRecord,
    Empty,
    Message,
    NotFound,
    PageHead,
    ProblemMessage,
    ReleasedAnswer,
    Skeleton,
  ],
  templateUrl: './answers.html',
  styleUrl: './answers.css',
})
export class Answers {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly editors = viewChildren(AnswerEditor);

  readonly id = input.required<string>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<AnswersDto>(() => `/taskforce/challenges/${this.id()}/answers`);
  protected readonly drafting = createAction();
  protected readonly releasing = createAction();
  protected readonly closing = createAction();
  /** Grows when the editors must start again from the server's texts. */
  private readonly round = signal(0);
  /** The answers, each with a key that changes when its editor must start again. */
  protected readonly editable = computed(() =>
    (this.page.value()?.items ?? []).map((answer) => ({ key: `${answer.proposalId} ${this.round()}`, answer })),
  );
  /** How many get which outcome, for the question before the release. */
  protected readonly outcomes = computed(() => {
    const items = this.page.value()?.items ?? [];
    return OUTCOMES.map((outcome) => ({ outcome, count: items.filter((answer) => answer.outcome === outcome).length }));
  });
  protected readonly complete = computed(() => this.editors().filter((editor) => editor.isComplete()).length);
  /** The first answer that lacked something when the page was read: it is unfolded. */
  protected readonly firstOpen = computed(
    () =>
      this.page.value()?.items.find((answer) => !answer.hasOutcome || answer.missingCriterionIds.length > 0)
        ?.proposalId,
  );
  protected readonly blocked = computed(() => {
    const open = (this.page.value()?.items.length ?? 0) - this.complete();
    return open > 0 ? this.plural('reviews.answers.blocked', open) : '';
  });

  constructor() {
    describePage(() => ({ title: this.t('reviews.answers.title') }));
  }

  protected async draft(): Promise<void> {
    await this.drafting.run(async () => {
      if (!(await this.flush())) return;
      this.page.set(await this.api.post<AnswersDto>(`/taskforce/challenges/${this.id()}/answers/drafts`));
      this.round.update((n) => n + 1);
      this.toasts.show(this.t('reviews.answers.drafted'));
    });
  }

  protected async release(question: Confirm): Promise<void> {
    if (!(await question.ask())) return;
    await this.releasing.run(async () => {
      if (!(await this.flush())) return;
      const { released } = await this.api.post<DecisionDto>(`/taskforce/challenges/${this.id()}/decision`);
      this.toasts.show(this.plural('reviews.answers.released', released));
      this.page.reload();
    });
  }

  protected async close(question: Confirm): Promise<void> {
    if (!(await question.ask())) return;
    await this.closing.run(() => this.api.post(`/taskforce/challenges/${this.id()}/closing`));
    this.page.reload();
  }

  private async flush(): Promise<boolean> {
    const saved = await Promise.all(this.editors().map((editor) => editor.flush()));
    return saved.every((isSaved) => isSaved);
  }
}
