import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ConfirmedDto } from '@htsm/contracts';
import { ApiClient, createMailedLink, describePage, injectText } from '@htsm/web/core';
import { Button, ConfirmForm, Message, PageHead } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** Page `/confirm-email#<token>`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-confirm-email',
  imports: [Button, ConfirmForm, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      @if (link.done(); as done) {
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
        <htsm-confirm-form
          [form]="link.form"
          [label]="t('accounts.confirm.send')"
          [busyText]="t('accounts.confirm.busy')"
          (confirmed)="confirm()"
        >
          @if (link.form.problem()) {
            <p class="row">
              <a routerLink="/sign-in">{{ t('accounts.signIn.send') }}</a>
              <a routerLink="/register">{{ t('accounts.signIn.register') }}</a>
            </p>
          }
          <p>{{ t('accounts.confirm.notYou') }}</p>
        </htsm-confirm-form>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class ConfirmEmail {
  private readonly api = inject(ApiClient);
  private readonly mailed = inject(MailedAddress);

  protected readonly t = injectText();
  protected readonly link = createMailedLink((token) => this.api.post<ConfirmedDto>('/email-confirmations', { token }));

  constructor() {
    describePage(() => ({ title: this.t('accounts.confirm.title') }));
  }

  protected async confirm(): Promise<void> {
    const done = await this.link.confirm();
    if (done !== undefined) this.mailed.email.set(done.email);
  }
}
