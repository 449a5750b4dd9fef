import { Component, computed, input } from '@angular/core';
import { injectWords } from '../words';
import { Pill, type Tone } from './pill';

const tones: Record<'challenge' | 'proposal', Partial<Record<string, Tone>>> = {
  challenge: {
    draft: 'still',
    in_moderation: 'wait',
    changes_requested: 'act',
    scheduled: 'wait',
    open: 'live',
    evaluating: 'judge',
    decided: 'good',
    closed: 'done',
    cancelled: 'still',
  },
  proposal: {
    draft: 'still',
    submitted: 'wait',
    under_review: 'judge',
    shortlisted: 'live',
    awarded: 'good',
    reserve: 'act',
    declined: 'done',
    withdrawn: 'still',
  },
};

/** The state of a challenge or a proposal, in the reader's language. */
@Component({
  selector: 'htsm-state-pill',
  imports: [Pill],
  template: `<htsm-pill [tone]="tone()">{{ text() }}</htsm-pill>`,
  styles: `
    :host {
      display: inline-flex;
    }
  `,
})
export class StatePill {
  readonly kind = input.required<'challenge' | 'proposal'>();
  /** Name of the state in the contract, such as `under_review`. */
  readonly state = input.required<string>();

  private readonly words = injectWords();
  protected readonly tone = computed<Tone>(() => tones[this.kind()][this.state()] ?? 'still');
  protected readonly text = computed(() =>
    this.kind() === 'challenge'
      ? this.words.t('ui.challengeState.' + this.state())
      : this.words.t('ui.proposalState.' + this.state()),
  );
}
