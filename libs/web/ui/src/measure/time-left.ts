import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';

const hour = 3_600_000;
const day = 24 * hour;

/** How much time is left: the number and its unit, whether it is short, and the part of the time that is gone. */
export interface TimeLeftView {
  readonly unit: 'days' | 'hours' | 'minutes' | 'closed';
  /** Rounded down: nobody is promised time that is not there. */
  readonly n: number;
  /** Whether three days or less are left. */
  readonly isSoon: boolean;
  /** Percent of the time that is gone, 0 to 100. */
  readonly gone: number;
}

/** Works out how much time is left. Days from 24 hours up, hours from 60 minutes up. */
export function timeLeft(opensAt: string | null | undefined, closesAt: string, now: number): TimeLeftView {
  const end = Date.parse(closesAt);
  const left = end - now;
  const start = opensAt ? Date.parse(opensAt) : Math.min(now, end - 30 * day);
  const gone = Math.min(100, Math.max(0, end > start ? ((now - start) / (end - start)) * 100 : 100));
  if (left <= 0) return { unit: 'closed', n: 0, isSoon: false, gone: 100 };
  const isSoon = left <= 3 * day;
  if (left >= day) return { unit: 'days', n: Math.floor(left / day), isSoon, gone };
  if (left >= hour) return { unit: 'hours', n: Math.floor(left / hour), isSoon, gone };
  return { unit: 'minutes', n: Math.max(1, Math.floor(left / 60_000)), isSoon, gone };
}

/** The time left until closing: a number, the elapsed bar with its needle, and the moment with its offset. */
@Component({
  selector: 'htsm-time-left',
  template: `
    @let view = left();
    <div class="left" [class.soon]="view.isSoon" [style.--gone.%]="view.gone">
      @if (view.unit === 'closed') {
        <p class="count">{{ words.t('ui.time.closed') }}</p>
      } @else {
        <p class="count">
          <b>{{ view.n }}</b> {{ unit() }}
        </p>
      }
      <div class="bar" aria-hidden="true"><i></i></div>
      @if (view.isSoon) {
        <p class="word">{{ words.t('ui.time.soon') }}</p>
      }
      @if (hasMoment()) {
        <p class="moment">
          <time [attr.datetime]="closesAt()">{{ words.formats().moment(closesAt()) }}</time>
        </p>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .left {
      display: grid;
      gap: 0.45rem;
      align-content: start;
    }
    .count {
      color: var(--ink-soft);
      font-size: var(--text-sm);
      line-height: 1.1;
    }
    .count b {
      color: var(--ink);
      font-size: 2.25rem;
      font-weight: var(--weight-title);
      letter-spacing: -0.03em;
      line-height: 1;
      font-variant-numeric: lining-nums;
    }
    .bar {
      position: relative;
      height: 6px;
      background: var(--line);
    }
    .bar i {
      position: absolute;
      inset-block: 0;
      inset-inline-start: 0;
      width: var(--gone);
      background: var(--accent);
    }
    .bar::after {
      content: '';
      position: absolute;
      inset-block: -4px;
      inset-inline-start: min(var(--gone), calc(100% - 2px));
      width: 2px;
      background: var(--ink);
    }
    .soon .bar i {
      background: var(--tone-act-mark);
    }
    .soon .count b,
    .word {
      color: var(--tone-act-ink);
    }
    .word {
      font-size: var(--text-xs);
      font-weight: var(--weight-strong);
    }
    .moment {
      color: var(--ink-soft);
      font-size: var(--text-xs);
      font-variant-numeric: tabular-nums;
      line-height: 1.4;
    }
    @media (forced-colors: active) {
      .bar i {
        forced-color-adjust: none;
      }
    }
  `,
})
export class TimeLeft {
  readonly opensAt = input<string | null | undefined>();
  readonly closesAt = input.required<string>();
  /** The server's time in milliseconds. */
  readonly now = input.required<number>();
  /** Whether to print the moment below the bar. */
  readonly hasMoment = input(true);

  protected readonly words = injectWords();
  protected readonly left = computed(() => timeLeft(this.opensAt(), this.closesAt(), this.now()));
  protected readonly unit = computed(() => {
    const { n, unit } = this.left();
    if (unit === 'days') return this.words.plural('ui.time.days', n);
    return unit === 'hours' ? this.words.plural('ui.time.hours', n) : this.words.plural('ui.time.minutes', n);
  });
}
