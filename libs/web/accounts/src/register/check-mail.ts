import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { describePage, injectText } from '@htsm/web/core';
import { Message, PageHead } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';

/** After registering or forgetting a password: a mail is on its way, and what to do when it does not come. */
@Component({
  selector: 'htsm-check-mail',
  imports: [Message, PageHead, RouterLink],
  template: `
    <div class="wrap">
      <htsm-page-head [heading]="t('accounts.checkMail.title')" [lead]="lead()" />
      <div class="form">
        <htsm-message tone="live" [heading]="t('accounts.checkMail.notYet')">
          {{ t('accounts.checkMail.notYetText') }}
        </htsm-message>
        <p class="row">
          <a routerLink="/sign-in">{{ t('accounts.checkMail.signIn') }}</a>
          <a [routerLink]="purpose() === 'reset' ? '/forgot-password' : '/register'">
            {{ t('accounts.checkMail.again') }}
          </a>
        </p>
      </div>
    </div>
  `,
  styleUrl: '../form.css',
})
export class CheckMail {
  private readonly mailed = inject(MailedAddress);

  /** Why the mail was sent; data of the route. */
  readonly purpose = input.required<'register' | 'reset'>();

  protected readonly t = injectText();
  protected readonly lead = computed(() => {
    const email = this.mailed.email() || this.t('accounts.checkMail.yourAddress');
    return this.purpose() === 'reset'
      ? this.t('accounts.checkMail.resetLead', { email })
      : this.t('accounts.checkMail.registerLead', { email });
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.checkMail.title') }));
  }
}
