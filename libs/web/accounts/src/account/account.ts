import { Component, computed, inject, resource } from '@angular/core';
import { type AccountDto } from '@htsm/contracts';
import { ApiClient, describePage, injectText, Problem } from '@htsm/web/core';
import { Message, PageHead, Skeleton } from '@htsm/web/ui';
import { AccountDetails } from './account-details';
import { AccountEmail } from './account-email';
import { AccountMenu } from './account-menu';
import { AccountPassword } from './account-password';
import { AccountSessions } from './account-sessions';
import { ProofDialog } from '../proof/proof-dialog';

/** Page `/account`: name and language, password, and where the reader is signed in. */
@Component({
  selector: 'htsm-account',
  imports: [
    AccountDetails,
    AccountEmail,
    AccountMenu,
    AccountPassword,
    AccountSessions,
    Message,
    PageHead,
    ProofDialog,
    Skeleton,
  ],
  template: `
    <div class="wrap">
      <htsm-account-menu />
      @if (shown(); as account) {
        <htsm-page-head [heading]="t('accounts.account.title')" [lead]="account.email" />
        <htsm-account-details [account]="account" (saved)="loaded.set($event)" />
        <htsm-account-email [account]="account" />
        <htsm-account-password [account]="account" />
        <htsm-account-sessions />
        <htsm-proof-dialog />
      } @else {
        <htsm-page-head [heading]="t('accounts.account.title')" />
        @if (refusal(); as problem) {
          <htsm-message tone="stop" [heading]="problem.title" [isAlert]="true">{{ problem.detail }}</htsm-message>
        } @else {
          <htsm-skeleton [lines]="4" />
        }
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class Account {
  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly loaded = resource({ loader: () => this.api.get<AccountDto>('/account') });
  protected readonly shown = computed(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly refusal = computed(() => {
    const error = this.loaded.error();
    return error instanceof Problem ? error : undefined;
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.account.title') }));
  }
}
