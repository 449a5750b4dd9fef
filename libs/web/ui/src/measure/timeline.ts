import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';

/** One moment of a plan. */
export interface TimelineStep {
  readonly label: string;
  /** ISO instant. */
  readonly at: string;
  /** A few words below the date, such as how long it takes; may be left out. */
  readonly note?: string;
}

/** The plan as equal steps, with today at its true place; vertical on a phone. */
@Component({
  selector: 'htsm-timeline',
  template: `
    <ol class="timeline" [style.--steps]="steps().length">
      @for (step of places(); track step.at + step.label) {
        <li [class.past]="step.gone > 0" [style.--gone.%]="step.gone">
          @if (step.isNow) {
            <span class="today">{{ words.t('ui.timeline.today') }}</span>
          }
          <b>{{ step.label }}</b>
          <time class="when" [attr.datetime]="step.at">{{ words.formats().moment(step.at) }}</time>
          @if (step.note) {
            <span class="span">{{ step.note }}</span>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './timeline.css',
})
export class Timeline {
  /** The moments, in order of time. */
  readonly steps = input.required<readonly TimelineStep[]>();
  /** The server's time in milliseconds. */
  readonly now = input.required<number>();

  protected readonly words = injectWords();
  protected readonly places = computed(() => {
    const steps = this.steps();
    return steps.map((step, index) => {
      const next = steps[index + 1];
      const start = Date.parse(step.at);
      const end = next === undefined ? start : Date.parse(next.at);
      const part = end > start ? (this.now() - start) / (end - start) : this.now() >= start ? 1 : 0;
      const gone = Math.min(100, Math.max(0, part * 100));
      return { ...step, gone, isNow: gone > 0 && gone < 100 };
    });
  });
}
