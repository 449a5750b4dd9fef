import { Component, input } from '@angular/core';

/** The eight meanings a state can have; each has its own colour and shape. */
export type Tone = 'still' | 'wait' | 'act' | 'live' | 'judge' | 'good' | 'done' | 'stop';

/** A state in one word, with a tone and a shape. */
@Component({
  selector: 'htsm-pill',
  template: `<ng-content />`,
  host: { '[attr.data-tone]': 'tone()' },
  styleUrl: './pill.css',
})
export class Pill {
  readonly tone = input<Tone>('still');
}
