import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { type ConflictRuleDto, constraints } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, NumberField } from '@htsm/web/ui';

const { years } = constraints['ConflictRuleDto'];

/** For how many years after its end a tie counts, everywhere on the platform. */
@Component({
  selector: 'htsm-conflict-years',
  imports: [Button, ErrorSummary, NumberField],
  template: `
    <form (submit)="$event.preventDefault(); save()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-number-field
        [htsmField]="form.field('years')"
        [label]="t('reviews.panel.years')"
        [hint]="t('reviews.panel.yearsHint')"
        [unit]="t('reviews.panel.yearsUnit')"
      />
      <p>
        <button htsm-button type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.links.busy')">
          {{ t('reviews.panel.yearsSave') }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../shared/act-form.css',
})
export class ConflictYears {
  private readonly api = inject(ApiClient);

  readonly years = input.required<number>();
  readonly version = input.required<number>();
  readonly changed = output();

  protected readonly t = injectText();
  protected readonly form = createForm<{ readonly years: number | null }>({
    initial: { years: null },
    constraints: { years },
  });

  constructor() {
    effect(() => {
      const known = { years: this.years() };
      untracked(() => this.form.reset(known));
    });
  }

  protected async save(): Promise<void> {
    const saved = await this.form.submit((form) =>
      this.api.put<ConflictRuleDto>('/taskforce/conflict-rule', { ...form, version: this.version() }),
    );
    if (saved !== undefined) this.changed.emit();
  }
}
