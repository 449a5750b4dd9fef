import { Component, computed, input } from '@angular/core';
import { type ChallengeSection } from '@htsm/domain';
import { type ChallengeDossierDto } from '@htsm/contracts';
import { injectText } from '@htsm/web/core';
import { Message } from '@htsm/web/ui';
import { FindingList } from '../shared/finding-list';

/** What one part still needs, and what may help; as of the last save. */
@Component({
  selector: 'htsm-part-findings',
  imports: [FindingList, Message],
  template: `
    @if (blocking().length > 0) {
      <htsm-message tone="wait" [heading]="t('challenges.findings.needed')">
        <htsm-finding-list [findings]="blocking()" [challengeId]="dossier().id" />
      </htsm-message>
    }
    @if (advice().length > 0) {
      <htsm-message tone="live" [heading]="t('challenges.findings.advice')">
        <htsm-finding-list [findings]="advice()" [challengeId]="dossier().id" />
      </htsm-message>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-3);
      max-width: 46rem;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class PartFindings {
  readonly dossier = input.required<ChallengeDossierDto>();
  readonly section = input.required<ChallengeSection>();

  protected readonly t = injectText();
  protected readonly blocking = computed(() => this.dossier().blocking.filter((one) => one.section === this.section()));
  protected readonly advice = computed(() => this.dossier().advice.filter((one) => one.section === this.section()));
}
