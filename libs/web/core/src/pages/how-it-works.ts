import { Component } from '@angular/core';
import { injectText } from '../language/texts';
import { describePage } from '../page/page-meta';
import { InfoPage } from './info-page';

const parts = ['problem', 'moderation', 'propose', 'sealed', 'judged', 'answer', 'match'];

/** Page `/how-it-works`. */
@Component({
  selector: 'htsm-how-it-works',
  imports: [InfoPage],
  template: `
    <htsm-info-page [heading]="t('core.howItWorks.title')" [lead]="t('core.howItWorks.lead')">
      @for (part of parts; track part) {
        <section [attr.aria-labelledby]="part">
          <h2 [id]="part">{{ t('core.howItWorks.heads.' + part) }}</h2>
          <p>{{ t('core.howItWorks.texts.' + part) }}</p>
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
export class HowItWorks {
  protected readonly t = injectText();
  protected readonly parts = parts;

  constructor() {
    describePage(() => ({ title: this.t('core.howItWorks.title'), description: this.t('core.howItWorks.lead') }));
  }
}
