import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectText } from '../language/texts';
import { describePage, PageMeta } from '../page/page-meta';

/** Shown for an address that leads nowhere, and for what this reader may not know exists. Answers 404. */
@Component({
  selector: 'htsm-not-found',
  imports: [RouterLink],
  template: `
    <div class="wrap">
      <div class="head">
        <h1>{{ t('core.notFound.title') }}</h1>
        <p class="lead">{{ t('core.notFound.lead') }}</p>
      </div>
      <p class="row">
        <a class="btn primary" routerLink="/challenges">{{ t('core.notFound.challenges') }}</a>
        <a class="btn second" routerLink="/contact">{{ t('core.notFound.contact') }}</a>
      </p>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class NotFound {
  protected readonly t = injectText();

  constructor() {
    inject(PageMeta).status(404);
    describePage(() => ({ title: this.t('core.notFound.title') }));
  }
}
