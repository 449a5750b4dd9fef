import { Component, computed, input } from '@angular/core';
import { IP_REGIMES } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { NumberField, RadioGroup, TextArea } from '@htsm/web/ui';
import { type EditorSession } from './editor-session';

/** What is in it for the SME: money, or why there is none, and who gets the rights. */
@Component({
  selector: 'htsm-budget-part',
  imports: [NumberField, RadioGroup, TextArea],
  template: `
    <form class="fields" (submit)="$event.preventDefault()">
      <htsm-number-field
        [htsmField]="session().form.field('budgetEur')"
        [label]="t('challenges.field.budgetEur')"
        [hint]="t('challenges.hint.budgetEur')"
        unit="€"
      />
      @if (session().form.value().budgetEur === null) {
        <htsm-text-area
          [htsmField]="session().form.field('noBudgetReason')"
          [label]="t('challenges.field.noBudgetReason')"
          [hint]="t('challenges.hint.noBudgetReason')"
          [rows]="3"
        />
      }
      <htsm-radio-group
        [htsmField]="session().form.field('ipRegime')"
        [label]="t('challenges.field.ipRegime')"
        [hint]="t('challenges.hint.ipRegime')"
        [options]="regimes()"
      />
    </form>
  `,
  styleUrl: './part.css',
})
export class BudgetPart {
  readonly session = input.required<EditorSession>();

  protected readonly t = injectText();
  protected readonly regimes = computed(() =>
    IP_REGIMES.map((value) => ({
      value,
      label: this.t('challenges.ip.' + value),
      hint: this.t('challenges.ipMeaning.' + value),
    })),
  );
}
