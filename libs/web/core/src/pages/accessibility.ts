import { Component } from '@angular/core';
import { injectText } from '../language/texts';
import { describePage } from '../page/page-meta';
import { InfoPage } from './info-page';

const parts = ['aim', 'keyboard', 'screen', 'known', 'report'];

/** Page `/accessibility`. */
@Component({
  selector: 'htsm-accessibility',
  imports: [InfoPage],
  template: `
    <htsm-info-page [heading]="t('core.accessibility.title')" [lead]="t('core.accessibility.lead')">
      @for (part of parts; track part) {
        <section [attr.aria-labelledby]="part">
          <h2 [id]="part">{{ t('core.accessibility.heads.' + part) }}</h2>
          <p>{{ t('core.accessibility.texts.' + part) }}</p>
        </section>
      }
    </htsm-info-page>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Accessibility {
  protected readonly t = injectText();
  protected readonly parts = parts;

  constructor() {
    describePage(() => ({ title: this.t('core.accessibility.title'), description: this.t('core.accessibility.lead') }));
  }
}
