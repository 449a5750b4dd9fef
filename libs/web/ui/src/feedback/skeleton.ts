import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';

const widths = [30, 80, 60, 72, 45];

/** The shape of what is coming. Invisible for the first 300 ms, breathes after that. */
@Component({
  selector: 'htsm-skeleton',
  template: `
    <span class="sr" role="status">{{ words.t('ui.loading') }}</span>
    @for (width of shapes(); track $index) {
      <span class="line" [style.inline-size.%]="width" aria-hidden="true"></span>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      padding-block: var(--space-2);
      animation: appear 1ms 300ms both;
    }
    .line {
      height: 0.8em;
      border-radius: var(--radius-1);
      background: var(--line);
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
    @keyframes breathe {
      to {
        opacity: 0.5;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .line {
        animation: none;
      }
    }
  `,
})
export class Skeleton {
  /** How many lines will come. */
  readonly lines = input(3);

  protected readonly words = injectWords();
  protected readonly shapes = computed(() =>
    Array.from({ length: this.lines() }, (_, index) => widths[index % widths.length]),
  );
}
