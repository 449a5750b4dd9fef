import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SubscriptionDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead } from '@htsm/web/ui';

/** Page `/subscriptions/confirm?token=`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-confirm-subscription',
  imports: [Button, ErrorSummary, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (confirmed(); as done) {
        <htsm-page-head [heading]="t('notifications.confirm.doneTitle')" />
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">
            {{ t('notifications.confirm.doneText.' + done.frequency, { email: done.email }) }}
          </htsm-message>
          <p class="row">
            <a htsm-button kind="primary" routerLink="/challenges">{{ t('notifications.confirm.read') }}</a>
          </p>
        </div>
      } @else {
        <htsm-page-head [heading]="t('notifications.confirm.title')" [lead]="t('notifications.confirm.lead')" />
        <form class="form" (submit)="$event.preventDefault(); confirm()" novalidate>
          <htsm-error-summary [form]="form" />
          @if (form.problem()) {
            <p class="row">
              <a routerLink="/subscribe">{{ t('notifications.link.again') }}</a>
            </p>
          }
          <p>{{ t('notifications.confirm.notYou') }}</p>
          <div class="row">
            <button
              htsm-button
              type="submit"
              kind="primary"
              [busy]="form.isBusy()"
              [busyText]="t('notifications.confirm.busy')"
            >
              {{ t('notifications.confirm.send') }}
            </button>
          </div>
        </form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class ConfirmSubscription {
  private readonly api = inject(ApiClient);

  /** The part of the mailed link that proves the address. */
  readonly token = input('');

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: {} });
  protected readonly confirmed = signal<SubscriptionDto | undefined>(undefined);

  constructor() {
    describePage(() => ({ title: this.t('notifications.confirm.title') }));
  }

  protected async confirm(): Promise<void> {
    const done = await this.form.submit(() =>
      this.api.post<SubscriptionDto>('/subscriptions/confirmation', { token: this.token() }),
    );
    if (done !== undefined) this.confirmed.set(done);
  }
}
