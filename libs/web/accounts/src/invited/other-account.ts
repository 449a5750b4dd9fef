import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { createForm, injectText, Session } from '@htsm/web/core';
import { Button, ErrorSummary } from '@htsm/web/ui';

/** For somebody invited who must sign in first, or is signed in as another: says so, and leads there. */
@Component({
  selector: 'htsm-other-account',
  imports: [Button, ErrorSummary, RouterLink],
  template: `
    <div class="form">
      @if (session.user(); as user) {
        <htsm-error-summary [form]="leaving" />
        <p>{{ t('accounts.invite.otherAddress', { email: user.email }) }}</p>
        <p class="row">
          <button htsm-button type="button" kind="second" [busy]="leaving.isBusy()" (click)="signOut()">
            {{ t('accounts.invite.signOut') }}
          </button>
        </p>
      } @else {
        <p>{{ t('accounts.invite.signInFirst') }}</p>
        <p class="row">
          <a htsm-button kind="primary" routerLink="/sign-in" [queryParams]="{ next: page() }" [fragment]="token()">
            {{ t('accounts.signIn.send') }}
          </a>
        </p>
      }
    </div>
  `,
  styleUrl: '../form.css',
})
export class OtherAccount {
  /** Address of the invitation's page, to come back to. */
  readonly page = input.required<string>();
  /** Proves the invitation. */
  readonly token = input.required<string>();

  protected readonly t = injectText();
  protected readonly session = inject(Session);
  protected readonly leaving = createForm({ initial: {} });

  protected async signOut(): Promise<void> {
    await this.leaving.submit(() => this.session.signOut());
  }
}
