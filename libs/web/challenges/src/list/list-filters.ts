import { Component, computed, inject, input, output } from '@angular/core';
import { isWithin, PUBLIC_CHALLENGE_STATES, REGIONS } from '@htsm/domain';
import { type ChallengeFacetsDto } from '@htsm/contracts';
import { injectText, Lists } from '@htsm/web/core';
import { injectFilterWord } from './filter-word';
import { chosenFilters, type FilterName, type ListQuery } from './list-query';

interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly isChosen: boolean;
  /** Whether it stands below another value. */
  readonly isBelow: boolean;
}

interface Facet {
  readonly name: FilterName;
  readonly legend: string;
  readonly values: readonly FacetValue[];
}

/** The filters of the public list with their counts; a fold on a phone. */
@Component({
  selector: 'htsm-list-filters',
  template: `
    <details class="filters">
      <summary>{{ t('challenges.list.filters', { n: chosen() }) }}</summary>
      <div>
        @for (facet of facetsShown(); track facet.name) {
          <fieldset class="facet">
            <legend>{{ facet.legend }}</legend>
            @for (option of facet.values; track option.value) {
              <label class="check" [class.below]="option.isBelow">
                <input
                  type="checkbox"
                  [name]="facet.name"
                  [value]="option.value"
                  [checked]="option.isChosen"
                  (change)="toggled.emit({ name: facet.name, value: option.value })"
                />
                <span>{{ word(facet.name, option.value) }}</span>
                <span class="count"><span class="sr">, </span>{{ option.count }}</span>
              </label>
            }
          </fieldset>
        }
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
    }
    summary {
      display: flex;
      align-items: center;
      min-height: var(--target);
      padding-inline: var(--space-4);
      border: var(--rule) solid var(--line-strong);
      border-radius: var(--radius-2);
      background: var(--surface);
      font-weight: var(--weight-strong);
      cursor: pointer;
    }
    .facet {
      padding-block: var(--space-4);
      border-block-start: var(--rule) solid var(--line);
    }
    legend {
      float: inline-start;
      width: 100%;
      margin-block-end: var(--space-1);
      padding: 0;
      font-size: var(--text-sm);
      font-weight: var(--weight-strong);
    }
    .check {
      clear: both;
      font-size: var(--text-sm);
    }
    .below {
      margin-inline-start: var(--space-5);
    }
    @media (min-width: 62rem) {
      summary {
        display: none;
      }
      .filters::details-content {
        display: block;
        content-visibility: visible;
      }
    }
  `,
})
export class ListFilters {
  private readonly lists = inject(Lists);

  readonly query = input.required<ListQuery>();
  readonly facets = input<ChallengeFacetsDto | undefined>();
  /** A filter value was chosen or taken away. */
  readonly toggled = output<{ name: FilterName; value: string }>();

  protected readonly t = injectText();
  protected readonly word = injectFilterWord();
  protected readonly chosen = computed(() => chosenFilters(this.query()).length);
  protected readonly facetsShown = computed<Facet[]>(() =>
    [
      this.facet('theme', this.themesShown(), this.facets()?.themes),
      this.facet('region', REGIONS, this.facets()?.regions),
      this.facet('state', PUBLIC_CHALLENGE_STATES, this.facets()?.states),
    ].filter(({ values }) => values.length > 0),
  );

  /** Themes, and below one that was chosen what it is made of. */
  private themesShown(): string[] {
    const chosen = this.query().theme;
    return this.lists.options('theme', chosen).flatMap(({ value, children }) => {
      const isUnfolded = chosen.some((code) => isWithin(code, value));
      return [value, ...(isUnfolded ? children.map((below) => below.value) : [])];
    });
  }

  /** Values without challenges are left out, except what is chosen and the short list of regions. */
  private facet(name: FilterName, known: readonly string[], counts: ChallengeFacetsDto['themes'] = []): Facet {
    const values = known
      .map((value) => ({
        value,
        count: counts.find((counted) => counted.value === value)?.count ?? 0,
        isChosen: this.query()[name].includes(value),
        isBelow: value.includes('/'),
      }))
      .filter(({ count, isChosen }) => count > 0 || isChosen || name === 'region');
    return { name, legend: this.t('challenges.list.facet.' + name), values };
  }
}
