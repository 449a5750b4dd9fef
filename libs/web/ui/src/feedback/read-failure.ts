import { Component, input, output } from '@angular/core';
import { Button } from '../button/button';
import { injectWords } from '../words';
import { Message } from './message';

/** Why something could not be read or done, in the server's words, with a button to read again. */
@Component({
  selector: 'htsm-read-failure',
  imports: [Button, Message],
  template: `
    <htsm-message tone="stop" [heading]="problem().title" [isAlert]="true">
      {{ problem().detail }}
      <button htsm-button type="button" kind="plain" isSmall (click)="again.emit()">{{ words.t('ui.again') }}</button>
    </htsm-message>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class ReadFailure {
  readonly problem = input.required<{ readonly title: string; readonly detail: string }>();
  readonly again = output();

  protected readonly words = injectWords();
}
