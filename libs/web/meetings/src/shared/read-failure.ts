import { Component, input, output } from '@angular/core';
import { injectText, type Problem } from '@htsm/web/core';
import { Button, Message } from '@htsm/web/ui';

/** Why something could not be read or done, in the server's words, with a button to read again. */
@Component({
  selector: 'htsm-meetings-failure',
  imports: [Button, Message],
  template: `
    <htsm-message tone="stop" [heading]="problem().title" [isAlert]="true">
      {{ problem().detail }}
      <button htsm-button type="button" kind="plain" isSmall (click)="again.emit()">{{ t('meetings.again') }}</button>
    </htsm-message>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class ReadFailure {
  readonly problem = input.required<Problem>();
  readonly again = output();

  protected readonly t = injectText();
}
