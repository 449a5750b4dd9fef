import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AcceptedDto } from '@htsm/contracts';
import { ApiClient, createMailedLink, describePage, injectText, Session } from '@htsm/web/core';
import { Button, ConfirmForm, Message, PageHead } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** Page `/change-email#<token>`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-change-email',
  imports: [Button, ConfirmForm, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (link.done(); as done) {
        <htsm-page-head [heading]="t('accounts.email.doneTitle')" />
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">{{
            t('accounts.email.doneText', { email: done.email })
          }}</htsm-message>
          <p class="row">
            <a htsm-button kind="primary" routerLink="/sign-in">{{ t('accounts.signIn.send') }}</a>
          </p>
        </div>
      } @else {
        <htsm-page-head [heading]="t('accounts.email.confirmTitle')" [lead]="t('accounts.email.confirmLead')" />
        <htsm-confirm-form
          [form]="link.form"
          [label]="t('accounts.confirm.send')"
          [busyText]="t('accounts.confirm.busy')"
          (confirmed)="confirm()"
        />
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class ChangeEmail {
  private readonly api = inject(ApiClient);
  private readonly mailed = inject(MailedAddress);
  private readonly session = inject(Session);

  protected readonly t = injectText();
  protected readonly link = createMailedLink((token) =>
    this.api.post<AcceptedDto>('/email-changes/complete', { token }),
  );

  constructor() {
    describePage(() => ({ title: this.t('accounts.email.confirmTitle') }));
  }

  protected async confirm(): Promise<void> {
    const done = await this.link.confirm();
    if (done === undefined) return;
    this.mailed.email.set(done.email);
    await this.session.load();
  }
}
