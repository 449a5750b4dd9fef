import { Component, inject, input, linkedSignal } from '@angular/core';
import { type AnswerDto, type AnswerQuestionDto, constraints } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextArea, Toasts } from '@htsm/web/ui';

/** What a proposer asked about its answer, and the one reply of the taskforce. */
@Component({
  selector: 'htsm-reply-question',
  imports: [Button, ErrorSummary, TextArea],
  template: `
    @if (question(); as it) {
      <h3>{{ t('reviews.answers.question.head') }}</h3>
      <p class="soft">
        {{ t('reviews.answers.question.by', { name: it.askedBy, moment: formats().moment(it.askedAt) }) }}
      </p>
      <p class="plain">{{ it.text }}</p>
      @if (it.repliedAt) {
        <p class="soft">{{ t('reviews.answers.question.replied', { moment: formats().moment(it.repliedAt) }) }}</p>
        <p class="plain">{{ it.reply }}</p>
      } @else {
        <form novalidate (submit)="$event.preventDefault(); reply()">
          <htsm-error-summary [form]="form" />
          <htsm-text-area
            [htsmField]="form.field('reply')"
            [label]="t('reviews.answers.question.label')"
            [sees]="t('reviews.answers.question.sees', { owner: answer().organisationName })"
            [rows]="4"
          />
          <p>
            <button htsm-button type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.answers.question.busy')">
              {{ t('reviews.answers.question.send') }}
            </button>
          </p>
        </form>
      }
    }
  `,
  styleUrl: '../shared/act-form.css',
  styles: `
    .plain {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ReplyQuestion {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly answer = input.required<AnswerDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly question = linkedSignal(() => this.answer().question);
  protected readonly form = createForm({ initial: { reply: '' }, constraints: constraints['ReplyAboutAnswerDto'] });

  protected async reply(): Promise<void> {
    const question = await this.form.submit((input) =>
      this.api.post<AnswerQuestionDto>(`/taskforce/proposals/${this.answer().proposalId}/answer/question/reply`, input),
    );
    if (question === undefined) return;
    this.question.set(question);
    this.toasts.show(this.t('reviews.answers.question.sent'));
  }
}
