import { Component, input } from '@angular/core';
import { type Problem } from '@htsm/web/core';
import { Message } from '@htsm/web/ui';

/** Why something was refused, in the server's words. */
@Component({
  selector: 'htsm-match-problem',
  imports: [Message],
  template: `
    @if (problem(); as refusal) {
      <htsm-message tone="stop" [heading]="refusal.title" [isAlert]="true">{{ refusal.detail }}</htsm-message>
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class MatchProblem {
  readonly problem = input.required<Problem | null | undefined>();
}
