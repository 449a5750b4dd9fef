import { Component, input } from '@angular/core';
import { PROPOSAL_WORDS } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { TextArea, TextField } from '@htsm/web/ui';
import { type Draft } from './draft';

/** The first part: title, summary, how it works. */
@Component({
  selector: 'htsm-solution-part',
  imports: [TextArea, TextField],
  template: `
    <form class="part" novalidate aria-labelledby="part-solution" (submit)="$event.preventDefault()">
      <div>
        <h2 id="part-solution">1. {{ t('proposals.part.solution') }}</h2>
        <p class="soft">{{ t('proposals.lead.solution') }}</p>
      </div>
      <htsm-text-field
        [htsmField]="draft().form.field('title')"
        [label]="t('proposals.field.title')"
        [hint]="t('proposals.hint.title')"
        [sees]="sees()"
      />
      <htsm-text-area
        [htsmField]="draft().form.field('summary')"
        [label]="t('proposals.field.summary')"
        [hint]="t('proposals.hint.summary')"
        [sees]="sees()"
        [rows]="5"
        [maxWords]="most.summary"
      />
      <htsm-text-area
        [htsmField]="draft().form.field('approach')"
        [label]="t('proposals.field.approach')"
        [hint]="t('proposals.hint.approach')"
        [sees]="sees()"
        [rows]="14"
        [maxWords]="most.approach"
      />
    </form>
  `,
  styleUrl: './part.css',
})
export class SolutionPart {
  readonly draft = input.required<Draft>();

  protected readonly t = injectText();
  protected readonly most = PROPOSAL_WORDS;

  protected sees(): string {
    return this.t('proposals.sees', { owner: this.draft().proposal.challenge.ownerName });
  }
}
