import { Component } from '@angular/core';
import { Shell } from '@htsm/web/core';

/** The root component: the layout of every page. */
@Component({
  selector: 'htsm-root',
  imports: [Shell],
  template: `<htsm-shell />`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class Root {}
