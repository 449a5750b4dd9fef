import { Component, computed, input, model } from '@angular/core';
import { type CandidateDto } from '@htsm/contracts';
import { type SuggestionState } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { countStates } from './board-states';

/** How many SMEs are how far: bars to compare, and buttons to look at one state alone. */
@Component({
  selector: 'htsm-state-filter',
  template: `
    <ul class="counts" [attr.aria-label]="t('matching.board.counts')">
      <li>
        <button type="button" [attr.aria-pressed]="state() === null" (click)="state.set(null)">
          <span>{{ t('matching.board.all') }}</span>
          <b class="num">{{ items().length }}</b>
        </button>
      </li>
      @for (line of counts(); track line.state) {
        <li>
          <button type="button" [attr.aria-pressed]="state() === line.state" (click)="toggle(line.state)">
            <span>{{ t('matching.board.state.' + line.state) }}</span>
            <b class="num">{{ line.count }}</b>
            <i aria-hidden="true" [style.--share]="line.share + '%'"></i>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
    .counts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
      gap: var(--space-2);
    }
    button {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--space-1) var(--space-2);
      align-content: start;
      width: 100%;
      height: 100%;
      min-height: 2.75rem;
      padding: var(--space-2) var(--space-3);
      border: var(--rule) solid var(--line);
      border-radius: var(--radius-2);
      background: var(--surface);
      color: var(--ink);
      font-size: var(--text-sm);
      text-align: start;
      cursor: pointer;
    }
    button:hover {
      border-color: var(--line-strong);
    }
    button[aria-pressed='true'] {
      border-color: var(--accent);
      box-shadow: inset 0 0 0 1px var(--accent);
      font-weight: var(--weight-strong);
    }
    i {
      grid-column: 1 / -1;
      height: 0.5rem;
      background: linear-gradient(var(--chart-1), var(--chart-1)) 0 0 / var(--share) 100% no-repeat var(--sunken);
    }
    @media (forced-colors: active) {
      i {
        forced-color-adjust: none;
      }
    }
  `,
})
export class StateFilter {
  readonly items = input.required<readonly CandidateDto[]>();
  /** The state looked at; null for all. */
  readonly state = model<SuggestionState | null>(null);

  protected readonly t = injectText();
  protected readonly counts = computed(() => countStates(this.items()));

  protected toggle(state: SuggestionState): void {
    this.state.set(this.state() === state ? null : state);
  }
}
