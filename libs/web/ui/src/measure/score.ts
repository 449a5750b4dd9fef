import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';

/** A score from 0 to 5, the number always printed; null is not applicable, which is not zero. */
@Component({
  selector: 'htsm-score',
  template: `{{ text() }}`,
  host: { '[attr.data-step]': 'step()' },
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      min-width: 2.25rem;
      height: 1.6rem;
      padding-inline: 0.4rem;
      border-radius: var(--radius-1);
      background: var(--score-0);
      color: var(--on-score-0);
      box-shadow: inset 0 0 0 1px light-dark(oklch(0.235 0.02 185 / 0.22), oklch(1 0 0 / 0.16));
      font-size: var(--text-sm);
      font-weight: var(--weight-strong);
      font-variant-numeric: tabular-nums;
    }
    :host([data-step='1']) {
      background: var(--score-1);
      color: var(--on-score-1);
    }
    :host([data-step='2']) {
      background: var(--score-2);
      color: var(--on-score-2);
    }
    :host([data-step='3']) {
      background: var(--score-3);
      color: var(--on-score-3);
    }
    :host([data-step='4']) {
      background: var(--score-4);
      color: var(--on-score-4);
    }
    :host([data-step='5']) {
      background: var(--score-5);
      color: var(--on-score-5);
    }
    :host([data-step='na']) {
      background:
        var(--score-na) bottom / 100% 5px no-repeat,
        var(--surface);
      color: var(--ink);
    }
    @media (forced-colors: active) {
      :host {
        border: 1px solid CanvasText;
      }
    }
  `,
})
export class Score {
  readonly value = input.required<number | null>();
  /** Decimals, such as of a mean; left out: one, and none for a whole score. */
  readonly decimals = input<number>();

  private readonly words = injectWords();
  protected readonly step = computed(() => {
    const value = this.value();
    return value === null ? 'na' : String(Math.min(5, Math.max(0, Math.round(value))));
  });
  protected readonly text = computed(() => {
    const value = this.value();
    if (value === null) return this.words.t('ui.score.na');
    return this.words.formats().number(value, this.decimals() ?? (Number.isInteger(value) ? 0 : 1));
  });
}
