import { Component, inject, input, output, signal } from '@angular/core';
import { constraints, type MyPartnerCallsDto, type PartnerCallDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextArea } from '@htsm/web/ui';

/** A few words to who looks for partners. */
@Component({
  selector: 'htsm-answer-call',
  imports: [Button, ErrorSummary, TextArea],
  template: `
    @if (call().hasAnswered) {
      <p class="soft">{{ t('matching.calls.answered') }}</p>
    } @else if (!isOpen()) {
      <p>
        <button htsm-button isSmall type="button" (click)="isOpen.set(true)">
          {{ t('matching.calls.answer') }}<span class="sr">: {{ call().organisationName }}</span>
        </button>
      </p>
    } @else {
      <form (submit)="$event.preventDefault(); send()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-text-area
          [htsmField]="form.field('words')"
          [label]="t('matching.calls.words')"
          [sees]="t('matching.calls.wordsSees', { name: call().organisationName })"
          [rows]="3"
        />
        <p class="row">
          <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('matching.calls.busy')">
            {{ t('matching.calls.send') }}
          </button>
          <button htsm-button kind="plain" type="button" (click)="isOpen.set(false)">
            {{ t('matching.board.cancel') }}
          </button>
        </p>
      </form>
    }
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
  `,
})
export class AnswerCall {
  private readonly api = inject(ApiClient);

  readonly call = input.required<PartnerCallDto>();
  readonly done = output<MyPartnerCallsDto>();

  protected readonly t = injectText();
  protected readonly isOpen = signal(false);
  protected readonly form = createForm<{ readonly words: string }>({
    initial: { words: '' },
    constraints: constraints['AnswerPartnerCallDto'],
  });

  protected async send(): Promise<void> {
    await this.form.submit(async ({ words }) => {
      const answer = await this.api.post<MyPartnerCallsDto>(`/partner-calls/${this.call().id}/answers`, { words });
      this.done.emit(answer);
      return { words };
    });
  }
}
