import { Component, computed, input } from '@angular/core';
import { type ReleasedAnswerDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { Score } from '@htsm/web/ui';

/** The answer: the outcome in words, and per criterion the mean score and the reason. */
@Component({
  selector: 'htsm-released-answer',
  imports: [Score],
  template: `
    <section aria-labelledby="answer" class="panel top-rule">
      <p class="soft">{{ t('proposals.answer.from', { when: formats().date(answer().releasedAt) }) }}</p>
      <h2 id="answer">{{ t('proposals.answer.heading.' + answer().outcome) }}</h2>
      <p>{{ t('proposals.answer.text.' + answer().outcome) }}</p>
      @if (answer().summary) {
        <p class="text">{{ answer().summary }}</p>
      }
      <h3>{{ t('proposals.answer.reasons') }}</h3>
      <ol>
        @for (reason of answer().reasons; track reason.criterionId) {
          <li>
            <div class="name">
              <b>{{ reason.title }}</b>
              <span class="soft">{{ t('proposals.answer.weight', { weight: formats().percent(reason.weight) }) }}</span>
            </div>
            <div class="score">
              <htsm-score [value]="reason.meanScore" />
              @if (reason.meanScore !== null) {
                <span class="rule" aria-hidden="true" [style.--at.%]="(reason.meanScore / 5) * 100"></span>
                <span class="soft">{{ t('proposals.answer.of') }}</span>
              }
            </div>
            <p class="text">{{ reason.text }}</p>
          </li>
        }
      </ol>
      @if (hasScores()) {
        <p class="hint">{{ t('proposals.answer.scale') }}</p>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      max-width: 46rem;
    }
    section {
      display: grid;
      gap: var(--space-3);
    }
    ol {
      border-block-start: var(--rule) solid var(--line);
    }
    li {
      display: grid;
      gap: var(--space-2);
      padding-block: var(--space-4);
      border-block-end: var(--rule) solid var(--line);
    }
    .name {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--space-1) var(--space-4);
    }
    .score {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      font-size: var(--text-sm);
    }
    .rule {
      position: relative;
      flex: 0 1 12rem;
      height: 6px;
      background: linear-gradient(90deg, var(--accent) var(--at), var(--line) var(--at));
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      max-width: var(--measure);
    }
    @media (forced-colors: active) {
      .rule {
        forced-color-adjust: none;
      }
    }
  `,
})
export class ReleasedAnswer {
  readonly answer = input.required<ReleasedAnswerDto>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly hasScores = computed(() => this.answer().reasons.some((reason) => reason.meanScore !== null));
}
