import { Component, inject, input, output } from '@angular/core';
import { type AnswerQuestionDto, constraints, type ReleasedAnswerDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextArea } from '@htsm/web/ui';

/** The one question about the answer: to ask, or as it was asked with its reply. */
@Component({
  selector: 'htsm-answer-question',
  imports: [Button, ErrorSummary, TextArea],
  template: `
    @if (answer().question; as it) {
      <section aria-labelledby="question">
        <h2 id="question">{{ t('proposals.question.asked') }}</h2>
        <p class="soft">
          {{ t('proposals.question.by', { name: it.askedBy, moment: formats().moment(it.askedAt) }) }}
        </p>
        <p class="text">{{ it.text }}</p>
        @if (it.repliedAt) {
          <p class="soft">{{ t('proposals.question.replied', { moment: formats().moment(it.repliedAt) }) }}</p>
          <p class="text">{{ it.reply }}</p>
        } @else {
          <p>{{ t('proposals.question.waiting') }}</p>
        }
      </section>
    } @else if (answer().askUntil; as until) {
      <section aria-labelledby="question">
        <h2 id="question">{{ t('proposals.question.heading') }}</h2>
        <p class="soft">{{ t('proposals.question.lead', { date: formats().date(until) }) }}</p>
        <form novalidate (submit)="$event.preventDefault(); ask()">
          <htsm-error-summary [form]="form" />
          <htsm-text-area
            [htsmField]="form.field('text')"
            [label]="t('proposals.question.label')"
            [sees]="t('proposals.question.sees')"
            [rows]="4"
          />
          <p>
            <button htsm-button type="submit" [busy]="form.isBusy()" [busyText]="t('proposals.question.busy')">
              {{ t('proposals.question.send') }}
            </button>
          </p>
        </form>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    section,
    form {
      display: grid;
      gap: var(--space-3);
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      max-width: var(--measure);
    }
  `,
})
export class AnswerQuestion {
  private readonly api = inject(ApiClient);

  readonly answer = input.required<ReleasedAnswerDto>();
  readonly asked = output<AnswerQuestionDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly form = createForm({ initial: { text: '' }, constraints: constraints['AskAboutAnswerDto'] });

  protected async ask(): Promise<void> {
    const question = await this.form.submit((input) =>
      this.api.post<AnswerQuestionDto>(`/my/proposals/${this.answer().proposalId}/answer/question`, input),
    );
    if (question !== undefined) this.asked.emit(question);
  }
}
