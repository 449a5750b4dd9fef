import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { constraints, type SecondFactorCodeDto, type SessionDto, type SignInStepDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectLinkToken, injectText, readScreen, Session } from '@htsm/web/core';
import { Button, ErrorSummary, Message, PageHead, Skeleton, TextField } from '@htsm/web/ui';
import { Passkeys } from '../security/passkeys';
import { wayOn } from './way-on';

/** Page `/sign-in/code`: the second step, for whoever has just given the right password. */
@Component({
  selector: 'htsm-sign-in-code',
  imports: [Button, ErrorSummary, Message, PageHead, RouterLink, Skeleton, TextField],
  templateUrl: './sign-in-code.html',
  styleUrl: '../form.css',
})
export class SignInCode {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly passkeys = inject(Passkeys);

  /** Where the reader wanted to go. */
  readonly next = input<string>();

  /** Of the mailed link that led here, for the page that follows. */
  protected readonly token = injectLinkToken();
  protected readonly t = injectText();
  protected readonly step = readScreen<SignInStepDto>(() => '/session/second-factor');
  protected readonly methods = computed(() => this.step.value()?.methods);
  protected readonly lead = computed(() => {
    const ways = this.methods();
    if (ways === undefined) return '';
    return ways.includes('authenticator') ? this.t('accounts.code.lead') : this.t('accounts.code.leadPasskey');
  });
  protected readonly passkey = createForm({ initial: {} });
  protected readonly form = createForm<SecondFactorCodeDto>({
    initial: { code: '' },
    constraints: constraints['SecondFactorCodeDto'],
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.code.title') }));
  }

  protected async send(): Promise<void> {
    const answer = await this.form.submit((value) => this.api.post<SessionDto>('/session/second-factor', value));
    if (answer !== undefined) await this.goOn(answer);
  }

  protected async showPasskey(): Promise<void> {
    const answer = await this.passkey.submit(() => this.passkeys.asSecondStep());
    if (answer !== undefined) await this.goOn(answer);
  }

  private async goOn(answer: SessionDto): Promise<void> {
    await this.session.take(answer);
    const next = this.next();
    await this.router.navigateByUrl(wayOn(next, this.token(), this.session.homePath()));
  }
}
