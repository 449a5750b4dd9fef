import { Component, computed, input } from '@angular/core';
import { type SuggestionState } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { Pill } from '@htsm/web/ui';
import { SUGGESTION_TONES } from '../board/board-states';

/** How far an invitation is, in the words of the SME that got it. */
@Component({
  selector: 'htsm-invitation-pill',
  imports: [Pill],
  template: `<htsm-pill [tone]="tone()">{{ t('matching.invitation.state.' + state()) }}</htsm-pill>`,
  styles: `
    :host {
      display: inline-flex;
    }
  `,
})
export class InvitationPill {
  readonly state = input.required<SuggestionState>();

  protected readonly t = injectText();
  protected readonly tone = computed(() => SUGGESTION_TONES[this.state()]);
}
