import { Component, computed, input } from '@angular/core';
import { PROPOSAL_WORDS } from '@htsm/domain';
import { injectFormats, injectText } from '@htsm/web/core';
import { NumberField, TextArea } from '@htsm/web/ui';
import { type Draft } from './draft';

/** The third part: planning and price. */
@Component({
  selector: 'htsm-plan-part',
  imports: [NumberField, TextArea],
  template: `
    <form class="part" novalidate aria-labelledby="part-plan" (submit)="$event.preventDefault()">
      <div>
        <h2 id="part-plan">3. {{ t('proposals.part.plan') }}</h2>
        <p class="soft">{{ t('proposals.lead.plan') }}</p>
      </div>
      <htsm-text-area
        [htsmField]="draft().form.field('planning')"
        [label]="t('proposals.field.planning')"
        [hint]="t('proposals.hint.planning')"
        [sees]="sees()"
        [rows]="10"
        [maxWords]="most"
      />
      <htsm-number-field
        [htsmField]="draft().form.field('priceEur')"
        [label]="t('proposals.field.priceEur')"
        [hint]="priceHint()"
        [sees]="sees()"
        unit="€"
      />
    </form>
  `,
  styleUrl: './part.css',
})
export class PlanPart {
  readonly draft = input.required<Draft>();

  protected readonly t = injectText();
  protected readonly most = PROPOSAL_WORDS.planning;
  private readonly formats = injectFormats();
  protected readonly sees = computed(() =>
    this.t('proposals.sees', { owner: this.draft().proposal.challenge.ownerName }),
  );
  protected readonly priceHint = computed(() => {
    const { budgetEur } = this.draft().proposal.challenge;
    if (budgetEur === null) return this.t('proposals.hint.price');
    return this.t('proposals.hint.priceWithBudget', { budget: this.formats().money(budgetEur) });
  });
}
