import { Component, computed, input } from '@angular/core';
import { type MatchState } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { Pill, type Tone } from '@htsm/web/ui';

const TONES: Readonly<Record<MatchState, Tone>> = {
  planned: 'wait',
  introduced: 'live',
  in_talks: 'judge',
  agreed: 'good',
  ended: 'done',
};

/** How far a match is, in the reader's language. */
@Component({
  selector: 'htsm-match-state-pill',
  imports: [Pill],
  template: `<htsm-pill [tone]="tone()">{{ t('matching.state.' + state()) }}</htsm-pill>`,
  styles: `
    :host {
      display: inline-flex;
    }
  `,
})
export class MatchStatePill {
  readonly state = input.required<MatchState>();

  protected readonly t = injectText();
  protected readonly tone = computed(() => TONES[this.state()]);
}
