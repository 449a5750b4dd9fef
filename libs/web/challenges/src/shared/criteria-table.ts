import { Component, computed, input } from '@angular/core';
import { injectFormats, injectText } from '@htsm/web/core';
import { Weight } from '@htsm/web/ui';

/** A criterion as a reader sees it, in one language. */
export interface ShownCriterion {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly knockOutMinimum: number | null;
  /** Words for the scores 0 to 5. */
  readonly scoreLabels: readonly string[];
}

/** The criteria of a challenge with their weights, minimum and words per score. */
@Component({
  selector: 'htsm-criteria-table',
  imports: [Weight],
  template: `
    <table class="table labelled">
      <caption class="sr">
        {{
          t('challenges.criteria.head')
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ t('challenges.criteria.criterion') }}</th>
          <th scope="col">{{ t('challenges.criteria.weight') }}</th>
          <th scope="col" class="r">{{ t('challenges.criteria.minimum') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (criterion of criteria(); track criterion.id) {
          <tr>
            <th scope="row">
              {{ criterion.title }}
              <details>
                <summary>
                  {{ t('challenges.criteria.labels') }}<span class="sr">: {{ criterion.title }}</span>
                </summary>
                <ol start="0">
                  @for (label of criterion.scoreLabels; track $index) {
                    <li>
                      <b class="num">{{ $index }}</b> {{ label }}
                    </li>
                  }
                </ol>
              </details>
            </th>
            <td [attr.data-head]="t('challenges.criteria.weight')">
              <htsm-weight [value]="criterion.weight" />
            </td>
            <td class="r" [attr.data-head]="t('challenges.criteria.minimum')">
              @if (criterion.knockOutMinimum; as minimum) {
                {{ t('challenges.criteria.score', { n: minimum }) }}
              } @else {
                <span class="quiet">{{ t('challenges.criteria.none') }}</span>
              }
            </td>
          </tr>
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{{ t('challenges.criteria.together') }}</th>
          <td>{{ formats().percent(sum()) }}</td>
          <td></td>
        </tr>
      </tfoot>
    </table>
  `,
  styles: `
    :host {
      display: block;
    }
    td:nth-child(2) {
      width: 32%;
    }
    details {
      color: var(--ink-soft);
      font-size: var(--text-sm);
      font-weight: var(--weight-body);
    }
    summary {
      display: inline-block;
      padding-block: 0.2rem;
      cursor: pointer;
      text-decoration: underline;
      text-underline-offset: 0.22em;
    }
    ol {
      padding: var(--space-1) 0 var(--space-2);
      list-style: none;
    }
    li b {
      display: inline-block;
      min-width: 1.5em;
    }
    @media (max-width: 59.99rem) {
      td:nth-child(2) {
        width: auto;
      }
    }
  `,
})
export class CriteriaTable {
  readonly criteria = input.required<readonly ShownCriterion[]>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly sum = computed(() => this.criteria().reduce((sum, { weight }) => sum + weight, 0));
}
