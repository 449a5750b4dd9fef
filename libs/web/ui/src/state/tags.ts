import { Component, input } from '@angular/core';

/** A row of words: themes, capabilities. */
@Component({
  selector: 'htsm-tags',
  template: `
    <ul class="tags">
      @for (item of items(); track item) {
        <li class="tag">{{ item }}</li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Tags {
  readonly items = input.required<readonly string[]>();
}
