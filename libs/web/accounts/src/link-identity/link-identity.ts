import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AcceptedDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** Page `/link-identity?token=`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-link-identity',
  imports: [Button, ErrorSummary, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('accounts.provider.linkTitle')" [lead]="t('accounts.provider.linkLead')" />
      @if (isLinked()) {
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">{{ t('accounts.provider.linked') }}</htsm-message>
          <p class="row">
            <a htsm-button kind="primary" routerLink="/sign-in">{{ t('accounts.signIn.send') }}</a>
          </p>
        </div>
      } @else {
        <form class="form" (submit)="$event.preventDefault(); confirm()" novalidate>
          <htsm-error-summary [form]="form" />
          <div class="row">
            <button
              htsm-button
              type="submit"
              kind="primary"
              [busy]="form.isBusy()"
              [busyText]="t('accounts.confirm.busy')"
            >
              {{ t('accounts.provider.link') }}
            </button>
          </div>
        </form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class LinkIdentity {
  private readonly api = inject(ApiClient);
  private readonly mailed = inject(MailedAddress);

  /** The part of the mailed link that proves the address. */
  readonly token = input('');

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: {} });
  protected readonly isLinked = signal(false);

  constructor() {
    describePage(() => ({ title: this.t('accounts.provider.linkTitle') }));
  }

  protected async confirm(): Promise<void> {
    const done = await this.form.submit(() =>
      this.api.post<AcceptedDto>('/identity-links/complete', { token: this.token() }),
    );
    if (done === undefined) return;
    this.mailed.email.set(done.email);
    this.isLinked.set(true);
  }
}
