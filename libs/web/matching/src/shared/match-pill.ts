import { Component, computed, input } from '@angular/core';
import { type MatchState } from '@htsm/domain';
import { injectText } from '@htsm/web/core';
import { Pill, type Tone } from '@htsm/web/ui';

const TONES: Readonly<Record<MatchState, Tone>> = {
  planned: 'wait',
  introduced: 'judge',
  in_talks: 'live',
  agreed: 'good',
  ended: 'done',
};

/** The state of a match in a word. */
@Component({
  selector: 'htsm-match-pill',
  imports: [Pill],
  template: `<htsm-pill [tone]="tone()">{{ t('matching.state.' + state()) }}</htsm-pill>`,
})
export class MatchPill {
  readonly state = input.required<MatchState>();

  protected readonly t = injectText();
  protected readonly tone = computed(() => TONES[this.state()]);
}
