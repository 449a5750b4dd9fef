import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ConfirmedDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** Page `/confirm-email?token=`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-confirm-email',
  imports: [Button, ErrorSummary, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (confirmed(); as done) {
        <htsm-page-head [heading]="t('accounts.confirm.doneTitle')" />
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">
            {{ t('accounts.confirm.doneText', { organisation: done.organisationName, email: done.email }) }}
          </htsm-message>
          <p class="row">
            <a htsm-button kind="primary" routerLink="/sign-in">{{ t('accounts.signIn.send') }}</a>
          </p>
        </div>
      } @else {
        <htsm-page-head [heading]="t('accounts.confirm.title')" [lead]="t('accounts.confirm.lead')" />
        <form class="form" (submit)="$event.preventDefault(); confirm()" novalidate>
          <htsm-error-summary [form]="form" />
          @if (form.problem()) {
            <p class="row">
              <a routerLink="/sign-in">{{ t('accounts.signIn.send') }}</a>
              <a routerLink="/register">{{ t('accounts.signIn.register') }}</a>
            </p>
          }
          <p>{{ t('accounts.confirm.notYou') }}</p>
          <div class="row">
            <button
              htsm-button
              type="submit"
              kind="primary"
              [busy]="form.isBusy()"
              [busyText]="t('accounts.confirm.busy')"
            >
              {{ t('accounts.confirm.send') }}
            </button>
          </div>
        </form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class ConfirmEmail {
  private readonly api = inject(ApiClient);
  private readonly mailed = inject(MailedAddress);

  /** The part of the mailed link that proves the address. */
  readonly token = input('');

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: {} });
  protected readonly confirmed = signal<ConfirmedDto | undefined>(undefined);

  constructor() {
    describePage(() => ({ title: this.t('accounts.confirm.title') }));
  }

  protected async confirm(): Promise<void> {
    const done = await this.form.submit(() =>
      this.api.post<ConfirmedDto>('/email-confirmations', { token: this.token() }),
    );
    if (done === undefined) return;
    this.mailed.email.set(done.email);
    this.confirmed.set(done);
  }
}
