import { Component, computed, input } from '@angular/core';
import { type SuggestionState } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { Pill } from '@htsm/web/ui';
import { SUGGESTION_TONES } from './board-states';

/** How far an SME is on the board, in the reader's language. */
@Component({
  selector: 'htsm-suggestion-pill',
  imports: [Pill],
  template: `<htsm-pill [tone]="tone()">{{ t('matching.board.state.' + state()) }}</htsm-pill>`,
  styles: `
    :host {
      display: inline-flex;
    }
  `,
})
export class SuggestionPill {
  readonly state = input.required<SuggestionState>();

  protected readonly t = injectText();
  protected readonly tone = computed(() => SUGGESTION_TONES[this.state()]);
}
