import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type QueuedChallengeDto, type QueuedReviewDto } from '@htsm/contracts';
import { injectText } from '@htsm/web/core';
import { Pill, Score, type Tone } from '@htsm/web/ui';
import { numberText, QUEUE_TONES, queueStep } from './queue-words';

/** The proposals of one challenge in the reviewer's queue, with their state or the own score. */
@Component({
  selector: 'htsm-queue-list',
  imports: [Pill, RouterLink, Score],
  template: `
    <nav [attr.aria-label]="t('reviews.queue.label', { challenge: challenge().title })">
      <ol class="items">
        @for (item of challenge().items; track item.assignmentId) {
          <li>
            <a
              [routerLink]="['/my/reviews', item.assignmentId]"
              [attr.aria-current]="item.assignmentId === current() ? 'page' : null"
            >
              <span>{{ t('reviews.proposal', { number: numberText(item.number) }) }}</span>
              @if (item.state === 'submitted') {
                <span class="sr">{{ t('reviews.queue.ownScore') }}</span>
                <htsm-score [value]="item.ownScore" [decimals]="1" />
              } @else {
                @if (item.isAnchor) {
                  <htsm-pill tone="act">{{ t('reviews.queue.anchor') }}</htsm-pill>
                }
                <htsm-pill [tone]="toneOf(item)">{{ wordOf(item) }}</htsm-pill>
              }
            </a>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    :host {
      display: block;
    }
    .items {
      border-block-start: var(--rule) solid var(--line);
    }
    li {
      border-block-end: var(--rule) solid var(--line);
    }
    a {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2);
      min-height: 2.9rem;
      padding: var(--space-1) var(--space-1) var(--space-1) var(--space-3);
      color: var(--ink);
      text-decoration: none;
    }
    a:hover {
      background: var(--sunken);
    }
    [aria-current] {
      background: var(--accent-soft);
      box-shadow: inset 4px 0 0 var(--accent);
      font-weight: var(--weight-strong);
    }
    [aria-current]:focus-visible {
      box-shadow:
        inset 4px 0 0 var(--accent),
        0 0 0 var(--focus-width) var(--focus-inner);
    }
  `,
})
export class QueueList {
  readonly challenge = input.required<QueuedChallengeDto>();
  /** Assignment that is open on the desk; none by default. */
  readonly current = input<string | undefined>();

  protected readonly t = injectText();
  protected readonly numberText = numberText;

  protected toneOf(item: QueuedReviewDto): Tone {
    return item.assignmentId === this.current() ? 'judge' : QUEUE_TONES[queueStep(item)];
  }

  protected wordOf(item: QueuedReviewDto): string {
    return item.assignmentId === this.current()
      ? this.t('reviews.queue.now')
      : this.t('reviews.step.' + queueStep(item));
  }
}
