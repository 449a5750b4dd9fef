import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SubscriptionDto } from '@htsm/contracts';
import { ApiClient, createMailedLink, describePage, injectText } from '@htsm/web/core';
import { Button, ConfirmForm, Message, PageHead } from '@htsm/web/ui';

/** Page `/subscriptions/confirm#<token>`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-confirm-subscription',
  imports: [Button, ConfirmForm, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (link.done(); as done) {
        <htsm-page-head [heading]="t('notifications.confirm.doneTitle')" />
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">
            {{ t('notifications.confirm.doneText', { email: done.email }) }}
          </htsm-message>
          <p class="row">
            <a htsm-button kind="primary" routerLink="/challenges">{{ t('notifications.confirm.read') }}</a>
          </p>
        </div>
      } @else {
        <htsm-page-head [heading]="t('notifications.confirm.title')" [lead]="t('notifications.confirm.lead')" />
        <htsm-confirm-form
          [form]="link.form"
          [label]="t('notifications.confirm.send')"
          [busyText]="t('notifications.confirm.busy')"
          (confirmed)="link.confirm()"
        >
          @if (link.form.problem()) {
            <p class="row">
              <a routerLink="/subscribe">{{ t('notifications.link.again') }}</a>
            </p>
          }
          <p>{{ t('notifications.confirm.notYou') }}</p>
        </htsm-confirm-form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class ConfirmSubscription {
  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly link = createMailedLink((token) =>
    this.api.post<SubscriptionDto>('/subscriptions/confirmation', { token }),
  );

  constructor() {
    describePage(() => ({ title: this.t('notifications.confirm.title') }));
  }
}
