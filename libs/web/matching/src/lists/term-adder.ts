import { Component, computed, inject, input, output } from '@angular/core';
import { constraints, type TaxonomyDto, type TermDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, SelectField, TextField, Toasts } from '@htsm/web/ui';

const NOTHING = { broader: '', nl: '', en: '' };
/** The fields that have to be filled in. */
const { nl, en } = constraints['AddTermDto'];

/** Adds a term to a list, at the top or below another. */
@Component({
  selector: 'htsm-term-adder',
  imports: [Button, ErrorSummary, SelectField, TextField],
  template: `
    <form class="panel" (submit)="$event.preventDefault(); add()" novalidate>
      <htsm-error-summary [form]="form" />
      <div class="pair">
        <htsm-text-field
          [htsmField]="form.field('nl')"
          [label]="t('matching.lists.nl')"
          [hint]="t('matching.lists.nlHint')"
        />
        <htsm-text-field
          [htsmField]="form.field('en')"
          [label]="t('matching.lists.en')"
          [hint]="t('matching.lists.enHint')"
        />
      </div>
      @if (options().length > 0) {
        <htsm-select
          [htsmField]="form.field('broader')"
          [label]="t('matching.lists.below')"
          [options]="options()"
          [placeholder]="t('matching.lists.top')"
        />
      }
      <div class="row">
        <button htsm-button type="submit" kind="primary" [busy]="form.isBusy()" [busyText]="t('matching.lists.saving')">
          {{ t('matching.lists.addTerm') }}
        </button>
      </div>
    </form>
  `,
  styleUrl: './term-form.css',
})
export class TermAdder {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly scheme = input.required<TermDto['scheme']>();
  /** Terms that a new one can stand below. */
  readonly parents = input.required<readonly TermDto[]>();
  readonly version = input.required<number>();
  /** The lists with the new term. */
  readonly changed = output<TaxonomyDto>();

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: NOTHING, constraints: { nl, en } });
  protected readonly options = computed(() =>
    this.hasLevels() ? this.parents().map(({ code, nl }) => ({ value: code, label: nl })) : [],
  );
  private readonly hasLevels = computed(() => ['theme', 'capability'].includes(this.scheme()));

  protected async add(): Promise<void> {
    const added = await this.form.submit((words) =>
      this.api.post<TaxonomyDto>('/administration/taxonomy/terms', {
        version: this.version(),
        scheme: this.scheme(),
        synonymsNl: [],
        synonymsEn: [],
        notation: '',
        ...words,
      }),
    );
    if (added === undefined) return;
    this.toasts.show(this.t('matching.lists.toast.added', { word: this.form.value().nl }));
    this.form.reset(NOTHING);
    this.changed.emit(added);
  }
}
