import { Component, inject, signal, viewChild } from '@angular/core';
import {
  type AddIdentityProviderDto,
  constraints,
  type IdentityProviderDto,
  type IdentityProvidersDto,
} from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Confirm, Empty, ErrorSummary, Message, PageHead, Skeleton, TextField, Toasts } from '@htsm/web/ui';
import { AccountMenu } from '../account/account-menu';
import { PasswordInput } from '../password/password-input';
import { ProofDialog } from '../proof/proof-dialog';
import { Proofs } from '../proof/proofs';

const NOTHING: AddIdentityProviderDto = { kvkNumber: '', domain: '', issuer: '', clientId: '', clientSecret: '' };

/** Page `/administration/sign-in-pages`: where people of an organisation sign in with the account of their work. */
@Component({
  selector: 'htsm-providers',
  imports: [
    AccountMenu,
    Button,
    Confirm,
    Empty,
    ErrorSummary,
    Message,
    PageHead,
    PasswordInput,
    ProofDialog,
    Skeleton,
    TextField,
  ],
  templateUrl: './providers.html',
  styleUrl: '../form.css',
})
export class Providers {
  private readonly api = inject(ApiClient);
  private readonly proofs = inject(Proofs);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly list = readScreen<IdentityProvidersDto>(() => '/administration/identity-providers');
  protected readonly form = createForm({ initial: NOTHING, constraints: constraints['AddIdentityProviderDto'] });
  protected readonly removal = createForm({ initial: {} });
  /** The page that is about to be taken away. */
  protected readonly asked = signal<IdentityProviderDto | undefined>(undefined);

  constructor() {
    describePage(() => ({ title: this.t('accounts.providers.title') }));
  }

  protected async add(): Promise<void> {
    const done = await this.form.submit(async (value) => {
      await this.proofs.with(() => this.api.post('/administration/identity-providers', value));
      return true;
    });
    if (done === undefined) return;
    this.form.reset(NOTHING);
    this.toasts.show(this.t('accounts.providers.added'));
    this.list.reload();
  }

  protected async remove(provider: IdentityProviderDto): Promise<void> {
    this.asked.set(provider);
    if (!(await this.sure().ask())) return;
    const done = await this.removal.submit(async () => {
      await this.proofs.with(() => this.api.delete(`/administration/identity-providers/${provider.id}`));
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.providers.removed'));
    this.list.reload();
  }
}
