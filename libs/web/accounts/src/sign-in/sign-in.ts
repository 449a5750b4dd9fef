import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { constraints, type SessionDto, type SignInDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectLinkToken, injectText, Session } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, TextField } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';
import { PasswordInput } from '../password/password-input';
import { Passkeys } from '../security/passkeys';
import { AtOrganisation } from './at-organisation';
import { wayOn } from './way-on';

/** Page `/sign-in`; afterwards the reader goes on to `next`, when that is a page of this site. */
@Component({
  selector: 'htsm-sign-in',
  imports: [AtOrganisation, Button, ErrorSummary, Message, PageHead, PasswordInput, RouterLink, TextField],
  templateUrl: './sign-in.html',
  styleUrl: '../form.css',
})
export class SignIn {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly mailed = inject(MailedAddress);
  private readonly passkeys = inject(Passkeys);

  /** Where the reader wanted to go. */
  readonly next = input<string>();
  /** What became of signing in at the own organisation. */
  readonly notice = input<string>();

  /** Of the mailed link that led here, for the page that follows. */
  protected readonly token = injectLinkToken();
  protected readonly t = injectText();
  protected readonly told = computed(() => {
    const notice = this.notice();
    return notice === 'link_mailed' || notice === 'provider_failed' ? notice : undefined;
  });
  protected readonly passkey = createForm({ initial: {} });
  protected readonly form = createForm<SignInDto>({
    initial: { email: this.mailed.email(), password: '' },
    constraints: constraints['SignInDto'],
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.signIn.title') }));
  }

  protected async send(): Promise<void> {
    const answer = await this.form.submit((value) => this.api.post<SessionDto>('/session', value));
    if (answer === undefined) return;
    const next = this.next();
    if (answer.waitsFor !== null) {
      await this.router.navigate(['/sign-in/code'], {
        queryParams: next === undefined ? {} : { next },
        preserveFragment: true,
      });
      return;
    }
    await this.goOn(answer);
  }

  protected async usePasskey(): Promise<void> {
    const answer = await this.passkey.submit(() => this.passkeys.signIn());
    if (answer !== undefined) await this.goOn(answer);
  }

  private async goOn(answer: SessionDto): Promise<void> {
    const next = this.next();
    await this.session.take(answer);
    await this.router.navigateByUrl(wayOn(next, this.token(), this.session.homePath()));
  }
}
