import { Component } from '@angular/core';

/** A column of text with a panel beside it. The panel (slot `side`) comes first in the source and on a phone. */
@Component({
  selector: 'htsm-with-side',
  template: `
    <div class="side"><ng-content select="[side]" /></div>
    <div class="main"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-6) var(--space-7);
      grid-template-columns: minmax(0, 1fr);
    }
    @media (min-width: 62rem) {
      :host {
        grid-template-columns: minmax(0, 1fr) 21rem;
      }
      .side {
        grid-column: 2;
        grid-row: 1;
        align-self: start;
      }
      .main {
        grid-column: 1;
        grid-row: 1;
      }
    }
    @media (min-width: 62rem) and (min-height: 52rem) {
      .side {
        position: sticky;
        inset-block-start: var(--space-4);
      }
    }
  `,
})
export class WithSide {}
