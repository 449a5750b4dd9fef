import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';

const wideFrom = 1.5;
const place = (score: number): number => 8 + score * 32;

/** One ring per reviewer on a rule from 0 to 5, the band from low to high, a tick for the mean. */
@Component({
  selector: 'htsm-spread',
  template: `
    @if (view(); as spread) {
      <svg viewBox="0 0 176 30" role="img" [class.wide]="spread.isWide" [attr.aria-label]="spread.text">
        <path class="base" d="M8 22H168" />
        <path class="base" d="M8 19v6M40 19v6M72 19v6M104 19v6M136 19v6M168 19v6" />
        <path class="range" [attr.d]="'M' + spread.low + ' 11H' + spread.high" />
        @for (dot of spread.dots; track $index) {
          <circle class="dot" [attr.cx]="dot" cy="11" r="3.5" />
        }
        <path class="mean" [attr.d]="'M' + spread.mean + ' 17v10'" />
      </svg>
      @if (spread.isWide) {
        <span class="word">{{ words.t('ui.spread.discuss') }}</span>
      }
    } @else {
      <span class="quiet">{{ words.t('ui.spread.none') }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-1) var(--space-2);
    }
    svg {
      width: 11rem;
      height: 1.875rem;
      overflow: visible;
    }
    .base {
      stroke: var(--line-strong);
      stroke-width: 1;
    }
    .range {
      stroke: var(--chart-range);
      stroke-width: 8;
    }
    .dot {
      fill: var(--surface);
      stroke: var(--ink);
      stroke-width: 1.5;
    }
    .mean {
      stroke: var(--accent);
      stroke-width: 3;
    }
    .wide .range {
      stroke: var(--tone-act-mark);
      opacity: 0.55;
    }
    .word {
      color: var(--tone-act-ink);
      font-size: var(--text-xs);
      font-weight: var(--weight-strong);
    }
  `,
})
export class Spread {
  /** The scores that were given; without those that are not applicable. */
  readonly scores = input.required<readonly number[]>();

  protected readonly words = injectWords();
  protected readonly view = computed(() => {
    const scores = this.scores();
    if (scores.length === 0) return undefined;
    const { t, formats } = this.words;
    const low = Math.min(...scores);
    const high = Math.max(...scores);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const print = (score: number) => formats().number(score, 1);
    return {
      low: place(low),
      high: place(high),
      mean: place(mean),
      dots: scores.map(place),
      isWide: high - low >= wideFrom,
      text: t('ui.spread.text', { scores: formats().list(scores.map(print)), mean: formats().number(mean, 2) }),
    };
  });
}
