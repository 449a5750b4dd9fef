import { Component, inject, input, signal } from '@angular/core';
import { type AcceptedDto, type AccountDto, constraints, type NewEmailDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message, TextField } from '@htsm/web/ui';
import { Proofs } from '../proof/proofs';

/** Another address to sign in with; it changes when the link mailed to it is used. */
@Component({
  selector: 'htsm-account-email',
  imports: [Button, ErrorSummary, Message, TextField],
  template: `
    <section class="part" aria-labelledby="email">
      <h2 id="email">{{ t('accounts.email.title') }}</h2>
      <p>{{ t('accounts.email.text', { email: account().email }) }}</p>
      @if (mailed(); as address) {
        <htsm-message tone="live" [isAlert]="true">{{ t('accounts.email.mailed', { email: address }) }}</htsm-message>
      }
      <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-text-field
          [htsmField]="form.field('email')"
          [label]="t('accounts.email.new')"
          type="email"
          autocomplete="email"
        />
        <div class="row">
          <button htsm-button type="submit" kind="second" [busy]="form.isBusy()" [busyText]="t('accounts.forgot.busy')">
            {{ t('accounts.email.send') }}
          </button>
        </div>
      </form>
    </section>
  `,
  styleUrl: '../form.css',
})
export class AccountEmail {
  private readonly api = inject(ApiClient);
  private readonly proofs = inject(Proofs);

  readonly account = input.required<AccountDto>();

  protected readonly t = injectText();
  protected readonly form = createForm<NewEmailDto>({
    initial: { email: '' },
    constraints: constraints['NewEmailDto'],
  });
  /** The address a link was mailed to. */
  protected readonly mailed = signal('');

  protected async send(): Promise<void> {
    const answer = await this.form.submit((value) =>
      this.proofs.with(() => this.api.post<AcceptedDto>('/account/email', value)),
    );
    if (answer === undefined) return;
    this.mailed.set(answer.email);
    this.form.reset({ email: '' });
  }
}
