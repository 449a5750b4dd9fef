import { Component, inject } from '@angular/core';
import { describePage, injectText, Session } from '@htsm/web/core';
import { PageHead } from '@htsm/web/ui';
import { OwnSubscription } from './own-subscription';
import { VisitorSubscription } from './visitor-subscription';

/** Page `/subscribe`: mail about new challenges, with an e-mail address alone or for who is signed in. */
@Component({
  selector: 'htsm-subscribe',
  imports: [OwnSubscription, PageHead, VisitorSubscription],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('notifications.subscribe.title')" [lead]="t('notifications.subscribe.lead')" />
      @if (session.isSignedIn()) {
        <htsm-own-subscription />
      } @else {
        <htsm-visitor-subscription />
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class Subscribe {
  protected readonly session = inject(Session);
  protected readonly t = injectText();

  constructor() {
    describePage(() => ({
      title: this.t('notifications.subscribe.title'),
      description: this.t('notifications.subscribe.lead'),
    }));
  }
}
