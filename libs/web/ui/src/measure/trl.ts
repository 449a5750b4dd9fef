import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';

const rungs = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The technology readiness level at the start and at the end, on a ladder of nine rungs. */
@Component({
  selector: 'htsm-trl',
  template: `
    <span>{{ words.t('ui.trl.text', { from: from(), to: to() }) }}</span>
    <span class="trl" aria-hidden="true">
      @for (rung of ladder(); track rung.n) {
        <i [style.--n]="rung.n" [class]="rung.kind"></i>
      }
    </span>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--space-1) var(--space-3);
    }
    .trl {
      display: inline-flex;
      align-items: flex-end;
      gap: 3px;
      height: 2rem;
    }
    i {
      width: 7px;
      height: calc(22% + 8.6% * var(--n));
      background: var(--line);
    }
    .on {
      background: var(--accent);
    }
    .from {
      background: var(--accent-line);
    }
    @media (forced-colors: active) {
      i {
        forced-color-adjust: none;
      }
    }
  `,
})
export class Trl {
  readonly from = input.required<number>();
  readonly to = input.required<number>();

  protected readonly words = injectWords();
  protected readonly ladder = computed(() =>
    rungs.map((n) => ({ n, kind: n === this.from() ? 'from' : n > this.from() && n <= this.to() ? 'on' : '' })),
  );
}
