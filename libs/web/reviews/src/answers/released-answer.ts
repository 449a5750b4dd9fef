import { Component, computed, input } from '@angular/core';
import { type AnswerDto, type JudgedCriterionDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Pill, Score, StatePill } from '@htsm/web/ui';
import { numberText } from '../queue/queue-words';
import { ReplyQuestion } from './reply-question';

/** An answer after the release: nothing can be changed any more. */
@Component({
  selector: 'htsm-released-answer',
  imports: [Pill, ReplyQuestion, Score, StatePill],
  template: `
    @let it = answer();
    <details [open]="waits()">
      <summary>
        <span class="name">{{ numberText(it.number) }} {{ it.title }}</span>
        <span class="soft">{{ it.organisationName }}</span>
        <htsm-state-pill kind="proposal" [state]="it.outcome" />
        @if (waits()) {
          <htsm-pill tone="act">{{ t('reviews.answers.question.waits') }}</htsm-pill>
        }
      </summary>
      <div class="prose">
        @if (it.releasedAt) {
          <p class="soft">{{ t('reviews.answers.releasedAt', { moment: formats().moment(it.releasedAt) }) }}</p>
        }
        @if (it.summary) {
          <p class="plain">{{ it.summary }}</p>
        }
        @for (criterion of criteria(); track criterion.id; let index = $index) {
          <h3>{{ criterion.title }} <htsm-score [value]="it.reasons[index]?.meanScore ?? null" [decimals]="1" /></h3>
          <p class="plain">{{ it.reasons[index]?.text }}</p>
        }
        <htsm-reply-question [answer]="it" />
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
      border-block-start: var(--rule) solid var(--line);
    }
    summary {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
      min-height: 3rem;
      cursor: pointer;
    }
    .name {
      font-weight: var(--weight-strong);
    }
    .prose {
      padding-block: var(--space-2) var(--space-5);
    }
    h3 {
      display: flex;
      gap: var(--space-3);
      align-items: center;
      font-size: var(--text-md);
    }
    .plain {
      white-space: pre-line;
    }
  `,
})
export class ReleasedAnswer {
  readonly answer = input.required<AnswerDto>();
  readonly criteria = input.required<readonly JudgedCriterionDto[]>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly numberText = numberText;
  /** Whether the proposer asked something when the page was read, without a reply. */
  protected readonly waits = computed(() => this.answer().question?.repliedAt === null);
}
