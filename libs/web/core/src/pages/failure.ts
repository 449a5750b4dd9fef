import { Component, DOCUMENT, inject } from '@angular/core';
import { Router } from '@angular/router';
import { injectText } from '../language/texts';
import { describePage, PageMeta } from '../page/page-meta';

/** Shown when a page could not be opened at all, such as after a new version was put in place. */
@Component({
  selector: 'htsm-failure',
  template: `
    <div class="wrap">
      <div class="head">
        <h1>{{ t('core.failure.title') }}</h1>
        <p class="lead">{{ t('core.failure.lead') }}</p>
      </div>
      <button class="btn primary" type="button" (click)="reload()">{{ t('core.failure.again') }}</button>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Failure {
  private readonly document = inject(DOCUMENT);
  private readonly wanted = inject(Router).currentNavigation()?.extras.info;

  protected readonly t = injectText();

  constructor() {
    inject(PageMeta).status(503);
    describePage(() => ({ title: this.t('core.failure.title') }));
  }

  /** Opens the wanted page from the server, past everything this page has in memory. */
  protected reload(): void {
    const { location } = this.document;
    location.assign(typeof this.wanted === 'string' ? this.wanted : location.href);
  }
}
