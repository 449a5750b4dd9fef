import { Component, inject, input } from '@angular/core';
import { type AccountDto, constraints } from '@htsm/contracts';
import { ApiClient, createForm, injectText, Session } from '@htsm/web/core';
import { Button, ErrorSummary, Toasts } from '@htsm/web/ui';
import { PasswordInput } from '../password/password-input';
import { passwordMessage } from '../password/password-message';

/** A new password, with the present one as proof. */
@Component({
  selector: 'htsm-account-password',
  imports: [Button, ErrorSummary, PasswordInput],
  template: `
    <section class="part" aria-labelledby="password">
      <h2 id="password">{{ t('accounts.account.password') }}</h2>
      <p>{{ t('accounts.account.passwordText') }}</p>
      <form class="form" (submit)="$event.preventDefault(); save()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-password-input
          [field]="form.field('current')"
          [label]="t('accounts.field.currentPassword')"
          autocomplete="current-password"
        />
        <htsm-password-input
          [field]="form.field('next')"
          [label]="t('accounts.field.newPassword')"
          [hint]="t('accounts.password.hint')"
          autocomplete="new-password"
        />
        <div class="row">
          <button htsm-button type="submit" kind="second" [busy]="form.isBusy()" [busyText]="t('accounts.saving')">
            {{ t('accounts.account.changePassword') }}
          </button>
        </div>
      </form>
    </section>
  `,
  styleUrl: '../form.css',
})
export class AccountPassword {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);

  readonly account = input.required<AccountDto>();

  protected readonly t = injectText();
  protected readonly form = createForm({
    initial: { current: '', next: '' },
    constraints: constraints['ChangePasswordDto'],
    check: (value) => ({
      next: passwordMessage(this.t, value.next, {
        name: this.account().name,
        email: this.account().email,
        organisationNames: this.session.user()?.organisations.map((organisation) => organisation.name) ?? [],
      }),
    }),
  });

  protected async save(): Promise<void> {
    const done = await this.form.submit(async (value) => {
      await this.api.post('/account/password', value);
      return true;
    });
    if (done === undefined) return;
    this.form.reset({ current: '', next: '' });
    this.toasts.show(this.t('accounts.account.passwordChanged'));
  }
}
