import { Component, input } from '@angular/core';
import { type Problem } from '@htsm/web/core';
import { Message } from '@htsm/web/ui';

/** Why something was refused, in the server's words, with every fault it names. */
@Component({
  selector: 'htsm-problem-message',
  imports: [Message],
  template: `
    @if (problem(); as refusal) {
      <htsm-message tone="stop" [heading]="refusal.title" [isAlert]="true">
        <p>{{ refusal.detail }}</p>
        @if (refusal.errors.length > 0) {
          <ul class="faults">
            @for (fault of refusal.errors; track fault.path) {
              <li>{{ fault.detail }}</li>
            }
          </ul>
        }
      </htsm-message>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .faults {
      list-style: disc;
      padding-inline-start: 1.2em;
    }
  `,
})
export class ProblemMessage {
  readonly problem = input.required<Problem | null | undefined>();
}
