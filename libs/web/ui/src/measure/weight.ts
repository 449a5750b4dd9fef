import { Component, input } from '@angular/core';
import { injectWords } from '../words';

/** A weight out of a hundred: the number, and a bar for the eye. */
@Component({
  selector: 'htsm-weight',
  template: `
    <span class="num">{{ words.formats().percent(value()) }}</span>
    <span class="bar" aria-hidden="true" [style.--w.%]="value()"></span>
  `,
  styles: `
    :host {
      display: inline-grid;
      grid-template-columns: 3.25rem minmax(4rem, 1fr);
      align-items: center;
      gap: var(--space-2);
      width: 100%;
      font-weight: var(--weight-strong);
    }
    .bar {
      height: 10px;
      border-inline-end: 1px solid var(--line-strong);
      background: linear-gradient(90deg, var(--accent) var(--w), var(--sunken) var(--w));
    }
    @media (forced-colors: active) {
      .bar {
        forced-color-adjust: none;
      }
    }
  `,
})
export class Weight {
  readonly value = input.required<number>();

  protected readonly words = injectWords();
}
