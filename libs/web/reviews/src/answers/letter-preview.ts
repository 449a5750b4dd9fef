import { Component, inject, input, signal } from '@angular/core';
import { type AnswerPreviewDto } from '@htsm/contracts';
import { ApiClient, createAction, injectText, Language } from '@htsm/web/core';
import { AnswerLetter, Button, type Letter } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';

/** Shows the answer as its proposer would read it now, in their language. */
@Component({
  selector: 'htsm-letter-preview',
  imports: [AnswerLetter, Button, ProblemMessage],
  template: `
    <div>
      <button
        htsm-button
        type="button"
        [attr.aria-expanded]="shown() !== undefined"
        [busy]="reading.isBusy()"
        [busyText]="t('reviews.answers.preview.busy')"
        (click)="toggle()"
      >
        {{ t(shown() ? 'reviews.answers.preview.hide' : 'reviews.answers.preview.show') }}
      </button>
    </div>
    <htsm-problem-message [problem]="reading.problem()" />
    @if (shown(); as preview) {
      <p class="soft">{{ t('reviews.answers.preview.lead.' + preview.language) }}</p>
      <htsm-answer-letter [letter]="preview" [in]="preview.language" [level]="3" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
    }
  `,
})
export class LetterPreview {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);

  readonly proposalId = input.required<string>();
  /** Sends what is typed; gives whether everything is on the server. */
  readonly flush = input.required<() => Promise<boolean>>();

  protected readonly t = injectText();
  protected readonly reading = createAction();
  protected readonly shown = signal<(Letter & Pick<AnswerPreviewDto, 'language'>) | undefined>(undefined);

  protected async toggle(): Promise<void> {
    if (this.shown() !== undefined) {
      this.shown.set(undefined);
      return;
    }
    await this.reading.run(async () => {
      if (!(await this.flush()())) return;
      const preview = await this.api.get<AnswerPreviewDto>(`/taskforce/proposals/${this.proposalId()}/answer/preview`);
      await this.language.alsoIn(preview.language);
      this.shown.set({ ...preview.answer, language: preview.language, releasedAt: preview.now });
    });
  }
}
