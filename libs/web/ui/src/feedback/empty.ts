import { Component, input } from '@angular/core';

/** Says that there is nothing yet, and what the next step is. */
@Component({
  selector: 'htsm-empty',
  template: `
    <div class="empty">
      <b>{{ heading() }}</b>
      <div><ng-content /></div>
      <ng-content select="[action]" />
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Empty {
  readonly heading = input.required<string>();
}
