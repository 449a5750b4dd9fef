import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { constraints, type AcceptedDto, type RegisterDto } from '@htsm/contracts';
import { isKvkNumber, ORGANISATION_KINDS, tidyKvkNumber } from '@htsm/domain';
import { ApiClient, createForm, describePage, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, PageHead, RadioGroup, TextField } from '@htsm/web/ui';
import { MailedAddress } from '../mailed-address';
import { PasswordInput } from '../password/password-input';
import { passwordMessage } from '../password/password-message';

/** What is filled in; no kind is chosen for the reader. */
type Registration = Omit<RegisterDto, 'organisationKind'> & { organisationKind: string };

const empty: Registration = {
  organisationName: '',
  organisationKind: '',
  kvkNumber: '',
  name: '',
  email: '',
  password: '',
};

/** Page `/register`: an organisation with its first person. */
@Component({
  selector: 'htsm-register',
  imports: [Button, ErrorSummary, PageHead, PasswordInput, RadioGroup, RouterLink, TextField],
  templateUrl: './register.html',
  styleUrl: '../form.css',
})
export class Register {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly mailed = inject(MailedAddress);

  protected readonly t = injectText();
  protected readonly kinds = computed(() =>
    ORGANISATION_KINDS.map((kind) => ({
      value: kind,
      label: this.t('accounts.kind.' + kind),
      hint: this.t('accounts.kindHint.' + kind),
    })),
  );
  protected readonly form = createForm<Registration>({
    initial: empty,
    constraints: constraints['RegisterDto'],
    check: (value) => ({
      kvkNumber: this.kvkMessage(value.kvkNumber),
      password: passwordMessage(this.t, value.password, { ...value, organisationNames: [value.organisationName] }),
    }),
  });

  constructor() {
    describePage(() => ({ title: this.t('accounts.register.title'), description: this.t('accounts.register.lead') }));
  }

  protected async send(): Promise<void> {
    const accepted = await this.form.submit((value) => this.api.post<AcceptedDto>('/registrations', value));
    if (accepted === undefined) return;
    this.mailed.email.set(accepted.email);
    await this.router.navigateByUrl('/register/check-mail');
  }

  private kvkMessage(number: string): string | undefined {
    if (number.trim() === '' || isKvkNumber(tidyKvkNumber(number))) return undefined;
    return this.t('accounts.register.kvkForm');
  }
}
