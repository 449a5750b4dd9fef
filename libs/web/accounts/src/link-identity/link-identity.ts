import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AcceptedDto } from '@htsm/contracts';
import { ApiClient, createMailedLink, describePage, injectText } from '@htsm/web/core';
import { Button, ConfirmForm, Message, PageHead } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** Page `/link-identity#<token>`. Opening it changes nothing: mail scanners follow links too. The button confirms. */
@Component({
  selector: 'htsm-link-identity',
  imports: [Button, ConfirmForm, Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('accounts.provider.linkTitle')" [lead]="t('accounts.provider.linkLead')" />
      @if (link.done()) {
        <div class="form">
          <htsm-message tone="live" [isAlert]="true">{{ t('accounts.provider.linked') }}</htsm-message>
          <p class="row">
            <a htsm-button kind="primary" routerLink="/sign-in">{{ t('accounts.signIn.send') }}</a>
          </p>
        </div>
      } @else {
        <htsm-confirm-form
          [form]="link.form"
          [label]="t('accounts.provider.link')"
          [busyText]="t('accounts.confirm.busy')"
          (confirmed)="confirm()"
        />
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class LinkIdentity {
  private readonly api = inject(ApiClient);
  private readonly mailed = inject(MailedAddress);

  protected readonly t = injectText();
  protected readonly link = createMailedLink((token) =>
    this.api.post<AcceptedDto>('/identity-links/complete', { token }),
  );

  constructor() {
    describePage(() => ({ title: this.t('accounts.provider.linkTitle') }));
  }

  protected async confirm(): Promise<void> {
    const done = await this.link.confirm();
    if (done !== undefined) this.mailed.email.set(done.email);
  }
}
