import { Component } from '@angular/core';
import { Shell } from '@htsm/web/core';
import { ToastList } from '@htsm/web/ui/first';

/** The root component: the layout of every page. */
@Component({
  selector: 'htsm-root',
  imports: [Shell, ToastList],
  template: `<htsm-shell /><htsm-toast-list />`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class Root {}
