import { Component } from '@angular/core';
import { injectText } from '../language/texts';
import { describePage } from '../page/page-meta';
import { InfoPage } from './info-page';

const address = 'challenges@htsm.example';

/** Page `/contact`. */
@Component({
  selector: 'htsm-contact',
  imports: [InfoPage],
  template: `
    <htsm-info-page [heading]="t('core.contact.title')" [lead]="t('core.contact.lead')">
      <section aria-labelledby="mail">
        <h2 id="mail">{{ t('core.contact.mail.head') }}</h2>
        <p>
          <a [href]="'mailto:' + address">{{ address }}</a>
        </p>
        <p>{{ t('core.contact.mail.text') }}</p>
      </section>
      <section aria-labelledby="question">
        <h2 id="question">{{ t('core.contact.question.head') }}</h2>
        <p>{{ t('core.contact.question.text') }}</p>
      </section>
      <section aria-labelledby="company">
        <h2 id="company">{{ t('core.contact.company.head') }}</h2>
        <p>{{ t('core.contact.company.text') }}</p>
      </section>
      <section aria-labelledby="leak">
        <h2 id="leak">{{ t('core.contact.leak.head') }}</h2>
        <p>{{ t('core.contact.leak.text') }}</p>
      </section>
    </htsm-info-page>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Contact {
  protected readonly t = injectText();
  protected readonly address = address;

  constructor() {
    describePage(() => ({ title: this.t('core.contact.title'), description: this.t('core.contact.lead') }));
  }
}
