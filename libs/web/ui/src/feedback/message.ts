import { booleanAttribute, Component, input } from '@angular/core';

/** A message that stays in its place and says what to do. */
@Component({
  selector: 'htsm-message',
  template: `
    <div class="msg" [class]="tone()" [attr.role]="isAlert() ? 'alert' : null">
      @if (heading()) {
        <strong>{{ heading() }}</strong>
      }
      <div class="body"><ng-content /></div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .body:empty {
      display: none;
    }
  `,
})
export class Message {
  readonly tone = input<'wait' | 'act' | 'stop' | 'live'>('wait');
  readonly heading = input('');
  /** Whether it appeared because of something the reader did, so that it must be read out at once. */
  readonly isAlert = input(false, { transform: booleanAttribute });
}
