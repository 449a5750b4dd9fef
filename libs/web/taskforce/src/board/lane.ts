import { Component, input } from '@angular/core';

/** One lane of the board: a count, what it counts, and the most urgent items. */
@Component({
  selector: 'htsm-lane',
  template: `
    <header>
      <b class="num">{{ count() }}</b>
      <div>
        <h2>{{ heading() }}</h2>
        <span>{{ note() }}</span>
      </div>
    </header>
    @if (count() === 0) {
      <p class="none">{{ empty() }}</p>
    }
    <ul class="items"><ng-content /></ul>
  `,
  styles: `
    :host {
      display: block;
      border-block-start: var(--rule-bold) solid var(--ink);
    }
    header {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 var(--space-3);
      align-items: center;
      min-height: 4.25rem;
      padding-block: var(--space-3) var(--space-2);
    }
    header b {
      min-width: 1ch;
      font-size: 2.25rem;
      font-weight: var(--weight-title);
      letter-spacing: -0.03em;
      line-height: 1;
    }
    h2 {
      font-size: var(--text-md);
      letter-spacing: 0;
      line-height: 1.2;
    }
    header span {
      color: var(--ink-soft);
      font-size: var(--text-xs);
    }
    .none {
      padding-block: var(--space-3);
      border-block-start: var(--rule) solid var(--line);
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
  `,
})
export class Lane {
  readonly count = input.required<number>();
  readonly heading = input.required<string>();
  /** What the count counts. */
  readonly note = input.required<string>();
  /** What to say when there is nothing. */
  readonly empty = input.required<string>();
}
