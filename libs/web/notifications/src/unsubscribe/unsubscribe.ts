import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SubscriptionDto } from '@htsm/contracts';
import { ApiClient, createMailedLink, describePage, injectText } from '@htsm/web/core';
import { ConfirmForm, Message, PageHead } from '@htsm/web/ui';

/** Page `/unsubscribe#<token>`: one button, without signing in. Opening the page changes nothing. */
@Component({
  selector: 'htsm-unsubscribe',
  imports: [ConfirmForm, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (link.done(); as done) {
        <htsm-page-head [heading]="t('notifications.unsubscribe.doneTitle')" />
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">
            {{ t('notifications.unsubscribe.doneText', { email: done.email }) }}
          </htsm-message>
          <p>
            <a routerLink="/subscriptions/manage" [fragment]="link.token()">
              {{ t('notifications.unsubscribe.back') }}
            </a>
          </p>
        </div>
      } @else {
        <htsm-page-head [heading]="t('notifications.unsubscribe.title')" [lead]="t('notifications.unsubscribe.lead')" />
        <htsm-confirm-form
          [form]="link.form"
          [label]="t('notifications.unsubscribe.send')"
          [busyText]="t('notifications.unsubscribe.busy')"
          (confirmed)="link.confirm()"
        >
          <p after>
            <a routerLink="/subscriptions/manage" [fragment]="link.token()">
              {{ t('notifications.unsubscribe.less') }}
            </a>
          </p>
        </htsm-confirm-form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class Unsubscribe {
  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly link = createMailedLink((token) =>
    this.api.post<SubscriptionDto>('/subscriptions/managed/end', { token }),
  );

  constructor() {
    describePage(() => ({ title: this.t('notifications.unsubscribe.title') }));
  }
}
