import { Component, computed, input, output } from '@angular/core';
import { type RankingDto } from '@htsm/contracts';
import { injectText } from '@htsm/web/core';
import { CheckboxGroup, SelectField } from '@htsm/web/ui';
import { columnsOf, criterionAt } from './ranking-columns';

/** The choice of columns and order, for the keyboard, the phone and the mouse alike. */
@Component({
  selector: 'htsm-table-choice',
  imports: [CheckboxGroup, SelectField],
  template: `
    <details>
      <summary>{{ t('reviews.ranking.choice') }}</summary>
      <div class="fields">
        <htsm-select
          name="sort"
          [label]="t('reviews.ranking.sort')"
          [options]="orders()"
          [value]="sort()"
          (valueChange)="sorted.emit($event)"
        />
        <htsm-checkbox-group
          name="columns"
          [label]="t('reviews.ranking.columns')"
          [options]="options()"
          [hasColumns]="true"
          [value]="shown()"
          (valueChange)="chosen.emit($event)"
        />
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
      padding-block-end: var(--space-3);
    }
    summary {
      display: inline-flex;
      align-items: center;
      min-height: 2.75rem;
      cursor: pointer;
      text-decoration: underline;
    }
    .fields {
      display: grid;
      gap: var(--space-4);
      max-width: 46rem;
      padding-block: var(--space-2) var(--space-4);
    }
  `,
})
export class TableChoice {
  readonly ranking = input.required<Pick<RankingDto, 'criteria'>>();
  readonly columns = input.required<readonly string[]>();
  readonly sort = input.required<string>();
  readonly chosen = output<readonly string[]>();
  readonly sorted = output<string>();

  protected readonly t = injectText();
  protected readonly shown = computed(() => [...this.columns()]);
  protected readonly options = computed(() =>
    columnsOf(this.ranking()).map((value) => ({ value, label: this.labelOf(value) })),
  );
  protected readonly orders = computed(() => {
    const columns = this.options().map(({ value, label }) => ({ value, label }));
    const turned = this.sort().startsWith('-')
      ? [{ value: this.sort(), label: this.t('reviews.ranking.turned', { order: this.labelOf(this.sort().slice(1)) }) }]
      : [];
    return [
      { value: '', label: this.t('reviews.ranking.byPlace') },
      { value: 'number', label: this.t('reviews.ranking.byNumber') },
      ...columns,
      ...turned,
    ];
  });

  private labelOf(column: string): string {
    const at = criterionAt(column);
    if (column === 'number') return this.t('reviews.ranking.byNumber');
    return at === undefined ? this.t('reviews.ranking.' + column) : (this.ranking().criteria[at]?.title ?? '');
  }
}
