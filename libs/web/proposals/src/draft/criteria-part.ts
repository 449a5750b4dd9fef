import { Component, input } from '@angular/core';
import { PROPOSAL_WORDS } from '@htsm/domain';
import { type ProposalCriterionDto } from '@htsm/contracts';
import { injectFormats, injectText } from '@htsm/web/core';
import { TextArea } from '@htsm/web/ui';
import { injectTitleOf } from '../shared/own-language';
import { type Draft } from './draft';

/** The second part: how the proposal meets each criterion, with its weight. */
@Component({
  selector: 'htsm-criteria-part',
  imports: [TextArea],
  template: `
    <form class="part" novalidate aria-labelledby="part-criteria" (submit)="$event.preventDefault()">
      <div>
        <h2 id="part-criteria">2. {{ t('proposals.part.criteria') }}</h2>
        <p class="soft">{{ t('proposals.lead.criteria') }}</p>
      </div>
      @for (criterion of draft().proposal.criteria; track criterion.id) {
        <htsm-text-area
          [htsmField]="draft().form.field('fits.' + $index + '.text')"
          [label]="titleOf(criterion)"
          [hint]="weightOf(criterion)"
          [sees]="t('proposals.sees', { owner: draft().proposal.challenge.ownerName })"
          [rows]="6"
          [maxWords]="most"
        />
      }
    </form>
  `,
  styleUrl: './part.css',
})
export class CriteriaPart {
  readonly draft = input.required<Draft>();

  protected readonly t = injectText();
  protected readonly titleOf = injectTitleOf();
  protected readonly most = PROPOSAL_WORDS.fit;
  private readonly formats = injectFormats();

  protected weightOf(criterion: ProposalCriterionDto): string {
    const weight = this.formats().percent(criterion.weight);
    if (criterion.knockOutMinimum === null) return this.t('proposals.hint.weight', { weight });
    return this.t('proposals.hint.knockOut', { weight, minimum: criterion.knockOutMinimum });
  }
}
