import { Component, computed, input } from '@angular/core';
import { type QueuedChallengeDto } from '@htsm/contracts';
import { injectPlural, injectText } from '@htsm/web/core';
import { queueStep } from './queue-words';

/** How many reviews are in: words, and one tick per proposal. */
@Component({
  selector: 'htsm-queue-progress',
  template: `
    <p>
      <b>{{ t('reviews.queue.progress', { done: challenge().submitted, total: challenge().total }) }}</b>
      @if (challenge().drafts > 0) {
        <span class="soft">, {{ plural('reviews.queue.drafts', challenge().drafts) }}</span>
      }
    </p>
    <ol class="ticks" aria-hidden="true">
      @for (tick of ticks(); track $index) {
        <li [class]="tick"></li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.35rem;
      width: min(20rem, 100%);
      font-size: var(--text-sm);
    }
    .ticks {
      display: grid;
      grid-auto-columns: 1fr;
      grid-auto-flow: column;
      gap: 3px;
    }
    li {
      height: 8px;
      background: var(--line);
    }
    .submitted {
      background: var(--accent);
    }
    .draft {
      background: linear-gradient(90deg, var(--accent-line) 50%, var(--line) 50%);
    }
    .now {
      background: var(--tone-judge-mark);
    }
  `,
})
export class QueueProgress {
  readonly challenge = input.required<QueuedChallengeDto>();
  /** Assignment that is open on the desk; none by default. */
  readonly current = input<string | undefined>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly ticks = computed(() =>
    this.challenge().items.map((item) =>
      item.assignmentId === this.current() && item.state !== 'submitted' ? 'now' : queueStep(item),
    ),
  );
}
