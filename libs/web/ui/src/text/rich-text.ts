import { Component, input } from '@angular/core';

/** Formatted text that the server has sanitised; Angular sanitises it once more. */
@Component({
  selector: 'htsm-rich-text',
  template: `<div class="prose" [innerHTML]="html() ?? ''"></div>`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class RichText {
  readonly html = input.required<string | null | undefined>();
}
