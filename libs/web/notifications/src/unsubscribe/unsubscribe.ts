import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type SubscriptionDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead } from '@htsm/web/ui';

/** Page `/unsubscribe?token=`: one button, without signing in. Opening the page changes nothing. */
@Component({
  selector: 'htsm-unsubscribe',
  imports: [Button, ErrorSummary, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (ended(); as done) {
        <htsm-page-head [heading]="t('notifications.unsubscribe.doneTitle')" />
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">
            {{ t('notifications.unsubscribe.doneText', { email: done.email }) }}
          </htsm-message>
          <p>
            <a routerLink="/subscriptions/manage" [queryParams]="{ token: token() }">
              {{ t('notifications.unsubscribe.back') }}
            </a>
          </p>
        </div>
      } @else {
        <htsm-page-head [heading]="t('notifications.unsubscribe.title')" [lead]="t('notifications.unsubscribe.lead')" />
        <form class="form" (submit)="$event.preventDefault(); end()" novalidate>
          <htsm-error-summary [form]="form" />
          <div class="row">
            <button
              htsm-button
              type="submit"
              kind="primary"
              [busy]="form.isBusy()"
              [busyText]="t('notifications.unsubscribe.busy')"
            >
              {{ t('notifications.unsubscribe.send') }}
            </button>
          </div>
          <p>
            <a routerLink="/subscriptions/manage" [queryParams]="{ token: token() }">
              {{ t('notifications.unsubscribe.less') }}
            </a>
          </p>
        </form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class Unsubscribe {
  private readonly api = inject(ApiClient);

  /** The part of the mailed link that proves whose mails these are. */
  readonly token = input('');

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: {} });
  protected readonly ended = signal<SubscriptionDto | undefined>(undefined);

  constructor() {
    describePage(() => ({ title: this.t('notifications.unsubscribe.title') }));
  }

  protected async end(): Promise<void> {
    const done = await this.form.submit(() =>
      this.api.delete<SubscriptionDto>('/subscriptions/managed', { query: { token: this.token() } }),
    );
    if (done !== undefined) this.ended.set(done);
  }
}
