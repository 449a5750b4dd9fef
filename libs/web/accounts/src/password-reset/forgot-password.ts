import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AcceptedDto, constraints, type RequestPasswordResetDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, PageHead, TextField } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** Page `/forgot-password`. */
@Component({
  selector: 'htsm-forgot-password',
  imports: [Button, ErrorSummary, PageHead, RouterLink, TextField],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('accounts.forgot.title')" [lead]="t('accounts.forgot.lead')" />
      <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-text-field
          [htsmField]="form.field('email')"
          [label]="t('accounts.field.email')"
          type="email"
          autocomplete="username"
        />
        <div class="row">
          <button
            htsm-button
            type="submit"
            kind="primary"
            [busy]="form.isBusy()"
            [busyText]="t('accounts.forgot.busy')"
          >
            {{ t('accounts.forgot.send') }}
          </button>
          <a routerLink="/sign-in">{{ t('accounts.forgot.back') }}</a>
        </div>
      </form>
    </div>
  `,
  styleUrl: '../form.css',
})
export class ForgotPassword {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly mailed = inject(MailedAddress);

  protected readonly t = injectText();
  protected readonly form = createForm<RequestPasswordResetDto>({
    initial: { email: this.mailed.email() },
    constraints: constraints['RequestPasswordResetDto'],
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.forgot.title') }));
  }

  protected async send(): Promise<void> {
    const accepted = await this.form.submit((value) => this.api.post<AcceptedDto>('/password-resets', value));
    if (accepted === undefined) return;
    this.mailed.email.set(accepted.email);
    await this.router.navigateByUrl('/forgot-password/check-mail');
  }
}
