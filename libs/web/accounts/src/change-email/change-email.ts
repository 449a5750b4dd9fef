import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AcceptedDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText, Session } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** Page `/change-email?token=`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-change-email',
  imports: [Button, ErrorSummary, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (changed(); as email) {
        <htsm-page-head [heading]="t('accounts.email.doneTitle')" />
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">{{ t('accounts.email.doneText', { email }) }}</htsm-message>
          <p class="row">
            <a htsm-button kind="primary" routerLink="/sign-in">{{ t('accounts.signIn.send') }}</a>
          </p>
        </div>
      } @else {
        <htsm-page-head [heading]="t('accounts.email.confirmTitle')" [lead]="t('accounts.email.confirmLead')" />
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
              {{ t('accounts.confirm.send') }}
            </button>
          </div>
        </form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class ChangeEmail {
  private readonly api = inject(ApiClient);
  private readonly mailed = inject(MailedAddress);
  private readonly session = inject(Session);

  /** The part of the mailed link that proves the address. */
  readonly token = input('');

  protected readonly t = injectText();
  protected readonly form = createForm({ initial: {} });
  /** The address that is in place now. */
  protected readonly changed = signal('');

  constructor() {
    describePage(() => ({ title: this.t('accounts.email.confirmTitle') }));
  }

  protected async confirm(): Promise<void> {
    const done = await this.form.submit(() =>
      this.api.post<AcceptedDto>('/email-changes/complete', { token: this.token() }),
    );
    if (done === undefined) return;
    this.mailed.email.set(done.email);
    this.changed.set(done.email);
    await this.session.load();
  }
}
