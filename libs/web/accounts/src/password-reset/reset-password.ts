import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AcceptedDto, constraints } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectLinkProof, injectText, Session } from '@htsm/web/core';
import { Button, ErrorSummary, PageHead, Toasts } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';
import { PasswordInput } from '../password/password-input';
import { passwordMessage } from '../password/password-message';

/** Page `/reset-password#<token>`: a new password, which signs out everywhere. */
@Component({
  selector: 'htsm-reset-password',
  imports: [Button, ErrorSummary, PageHead, PasswordInput, RouterLink],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('accounts.reset.title')" [lead]="t('accounts.reset.lead')" />
      <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
        <htsm-error-summary [form]="form" />
        @if (form.problem()) {
          <p class="row">
            <a routerLink="/forgot-password">{{ t('accounts.reset.newLink') }}</a>
          </p>
        }
        <htsm-password-input
          [field]="form.field('password')"
          [label]="t('accounts.field.newPassword')"
          [hint]="t('accounts.password.hint')"
          autocomplete="new-password"
        />
        <div class="row">
          <button htsm-button type="submit" kind="primary" [busy]="form.isBusy()" [busyText]="t('accounts.reset.busy')">
            {{ t('accounts.reset.send') }}
          </button>
        </div>
      </form>
    </div>
  `,
  styleUrl: '../form.css',
})
export class ResetPassword {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly mailed = inject(MailedAddress);

  /** Proves who this is. */
  private readonly proof = injectLinkProof();

  protected readonly t = injectText();
  protected readonly form = createForm({
    initial: { password: '' },
    constraints: { password: constraints['CompletePasswordResetDto'].password },
    check: (value) => ({ password: passwordMessage(this.t, value.password, {}) }),
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.reset.title') }));
  }

  protected async send(): Promise<void> {
    const done = await this.form.submit(({ password }) =>
      this.api.post<AcceptedDto>('/password-resets/complete', { token: this.proof(), password }),
    );
    if (done === undefined) return;
    this.mailed.email.set(done.email);
    await this.session.load();
    this.toasts.show(this.t('accounts.reset.done'));
    await this.router.navigateByUrl('/sign-in');
  }
}
