import { booleanAttribute, Component, computed, input } from '@angular/core';
import { injectWords } from '../words';

/** One part of a score: its name, its points, and the words that caused it. */
export interface Contribution {
  /** Its colour, 1 to 7: the same part has the same one wherever it is shown. */
  readonly tone: number;
  readonly label: string;
  readonly points: number;
  /** The words that caused it; may be empty. */
  readonly words: readonly string[];
}

/** Parts that add up to a score out of a hundred; the list says why. Zero is shown as 0. */
@Component({
  selector: 'htsm-contributions',
  template: `
    <p class="sum num">
      <b>{{ print(total()) }}</b> {{ words.t('ui.contributions.of') }}
    </p>
    <div class="parts" role="img" [attr.aria-label]="text()">
      @for (part of parts(); track part.label) {
        <i [attr.data-part]="part.tone" [style.--v]="part.points"></i>
      }
    </div>
    @if (hasList()) {
      <ul class="why">
        @for (part of parts(); track part.label) {
          <li [attr.data-part]="part.tone">
            <span
              >{{ part.label }}
              @if (part.words.length > 0) {
                <span class="soft">
                  @for (word of part.words; track word; let isLast = $last) {
                    <mark>{{ word }}</mark>{{ isLast ? '' : ', ' }}
                  }
                </span>
              }
            </span>
            <b class="num">{{ print(part.points) }}</b>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .sum {
      color: var(--ink-soft);
      font-size: var(--text-sm);
    }
    .sum b {
      color: var(--ink);
      font-size: var(--text-lg);
    }
    .parts {
      display: flex;
      gap: 2px;
      width: 100%;
      height: 14px;
    }
    .parts i {
      flex: 0 0 max(0px, calc(var(--v) * 1% - 2px));
      background: var(--c);
    }
    .parts::after {
      content: '';
      flex: 1;
      background: var(--sunken);
    }
    [data-part='1'] {
      --c: var(--chart-1);
    }
    [data-part='2'] {
      --c: var(--chart-2);
    }
    [data-part='3'] {
      --c: var(--chart-3);
    }
    [data-part='4'] {
      --c: var(--chart-4);
    }
    [data-part='5'] {
      --c: var(--chart-5);
    }
    [data-part='6'] {
      --c: var(--chart-6);
    }
    [data-part='7'] {
      --c: var(--chart-7);
    }
    .why {
      display: grid;
      gap: var(--space-1);
      font-size: var(--text-sm);
    }
    .why li {
      display: grid;
      grid-template-columns: 0.75rem 1fr auto;
      gap: var(--space-2);
      align-items: baseline;
    }
    .why li::before {
      content: '';
      align-self: start;
      width: 0.75rem;
      height: 0.75rem;
      margin-block-start: 0.35em;
      background: var(--c);
    }
    mark {
      border-block-end: 2px solid var(--c);
      background: none;
      color: inherit;
    }
    @media (forced-colors: active) {
      i {
        forced-color-adjust: none;
      }
    }
  `,
})
export class Contributions {
  /** The parts, always in the same order. */
  readonly parts = input.required<readonly Contribution[]>();
  /** Whether to list the parts with the words that caused them. */
  readonly hasList = input(false, { transform: booleanAttribute });

  protected readonly words = injectWords();
  protected readonly total = computed(() => this.parts().reduce((sum, part) => sum + part.points, 0));
  protected readonly text = computed(() =>
    this.parts()
      .map((part) => `${part.label} ${this.print(part.points)}`)
      .join(', '),
  );

  protected print(points: number): string {
    return this.words.formats().number(points, Number.isInteger(points) ? 0 : 1);
  }
}
