import { booleanAttribute, Component, input } from '@angular/core';
import { injectWords } from '../words';

/** Says who may read a field, and when: an eye, or a lock when fewer people than usual. Always in words. */
@Component({
  selector: 'htsm-sees',
  template: `
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true">
      @if (isNarrow()) {
        <path d="M3 7.2h10v6.3H3zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
      } @else {
        <path d="M1.2 8S3.6 3.6 8 3.6 14.8 8 14.8 8 12.4 12.4 8 12.4 1.2 8 1.2 8Z" />
        <circle cx="8" cy="8" r="2" />
      }
    </svg>
    <span
      ><span class="sr">{{ words.t('ui.sees') }} </span>{{ who() }}</span
    >
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      padding: 0.1rem 0.5rem;
      border: var(--rule) solid var(--line);
      border-radius: var(--radius-1);
      background: var(--surface);
      color: var(--ink-soft);
      font-size: var(--text-xs);
      font-weight: var(--weight-body);
    }
    svg {
      flex: none;
      width: 1rem;
      height: 1rem;
    }
  `,
})
export class Sees {
  /** Who, and when, such as “Beoordelaars en Strukton, na sluiting”. */
  readonly who = input.required<string>();
  readonly isNarrow = input(false, { transform: booleanAttribute });

  protected readonly words = injectWords();
}
