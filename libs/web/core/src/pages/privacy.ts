import { Component } from '@angular/core';
import { injectText } from '../language/texts';
import { describePage } from '../page/page-meta';
import { InfoPage } from './info-page';

const parts = ['who', 'what', 'why', 'sealed', 'share', 'keep', 'cookies', 'rights'];

/** Page `/privacy`. */
@Component({
  selector: 'htsm-privacy',
  imports: [InfoPage],
  template: `
    <htsm-info-page [heading]="t('core.privacy.title')" [lead]="t('core.privacy.lead')">
      @for (part of parts; track part) {
        <section [attr.aria-labelledby]="part">
          <h2 [id]="part">{{ t('core.privacy.heads.' + part) }}</h2>
          <p>{{ t('core.privacy.texts.' + part) }}</p>
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
export class Privacy {
  protected readonly t = injectText();
  protected readonly parts = parts;

  constructor() {
    describePage(() => ({ title: this.t('core.privacy.title'), description: this.t('core.privacy.lead') }));
  }
}
